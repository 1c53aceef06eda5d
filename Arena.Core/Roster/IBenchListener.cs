namespace Arena.Core.Roster;

/// <summary>Hears of models that were benched by themselves.</summary>
public interface IBenchListener
{
    /// <summary>Called once for each benching, while the next battle waits: so it returns at once and tells others later.</summary>
    void Benched(ModelBenched benched);
}
