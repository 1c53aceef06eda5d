namespace Arena.Core;

/// <summary>A Discord member (user). A snowflake, or a number that stands in the place of one who was forgotten.</summary>
public readonly record struct MemberId(ulong Value)
{
    // No account's id is this large for the next hundred years.
    private const ulong FirstForgotten = 0xF000_0000_0000_0000;
    private const ulong LastForgotten = 0xF0FF_FFFF_FFFF_FFFF;

    /// <summary>When the account was made.</summary>
    public DateTimeOffset CreatedAt => Snowflake.CreatedAt(Value);

    /// <summary>A member who asked to be forgotten: who it was is not known any more.</summary>
    public bool IsForgotten => Value is >= FirstForgotten and <= LastForgotten;

    /// <summary>What stands in the place of a member who was forgotten.</summary>
    /// <param name="number">The how manieth it is; from 1.</param>
    internal static MemberId Forgotten(long number) => new(FirstForgotten + (ulong)number);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
