namespace Arena.Core;

/// <summary>A role of a server. The role with the server's own id is <c>@everyone</c>.</summary>
public readonly record struct RoleId(ulong Value)
{
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
