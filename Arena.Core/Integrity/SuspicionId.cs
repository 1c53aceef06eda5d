namespace Arena.Core.Integrity;

/// <summary>A group of accounts whose votes looked agreed upon. Numbered from 1.</summary>
public readonly record struct SuspicionId(long Value)
{
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
