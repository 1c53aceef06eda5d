namespace Arena.Core.Integrity;

/// <summary>One deed of excluding ballots. Numbered from 1.</summary>
public readonly record struct ExclusionId(long Value)
{
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
