namespace Arena.Core;

/// <summary>A Discord member (user). A snowflake.</summary>
public readonly record struct MemberId(ulong Value)
{
    /// <summary>When the account was made.</summary>
    public DateTimeOffset CreatedAt => Snowflake.CreatedAt(Value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
