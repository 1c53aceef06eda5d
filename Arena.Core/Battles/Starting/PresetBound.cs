using System.Globalization;

namespace Arena.Core.Battles.Starting;

/// <summary>What a value of a preset may be.</summary>
/// <param name="Name">As members read it: <c>temperature</c>, <c>top-p</c>…</param>
/// <param name="Unit">Of both ends; empty for a bare number.</param>
public sealed record PresetBound(string Name, double Least, double Most, string Unit = "")
{
    /// <summary>False also for what is no number at all.</summary>
    public bool Holds(double value) => value >= Least && value <= Most;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}: {Least} to {Most} {Unit}").TrimEnd();
}
