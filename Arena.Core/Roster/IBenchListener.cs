namespace Arena.Core.Roster;

/// <summary>Hears of models that were benched by themselves.</summary>
public interface IBenchListener
{
    /// <summary>
    /// Called once for each benching, while the next battle waits: so it returns at once and tells others later. What the process did not come to
    /// tell stands in <see cref="RosterService.UntoldAsync"/>.
    /// </summary>
    void Benched(ModelBenched benched);
}
