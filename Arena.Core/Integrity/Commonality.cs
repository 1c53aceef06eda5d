namespace Arena.Core.Integrity;

/// <summary>What accounts may have in common that has nothing to do with what they choose.</summary>
public enum Commonality
{
    /// <summary>They were made within days of each other.</summary>
    MadeTogether,

    /// <summary>They cast their first ballot in the server within days or hours of each other.</summary>
    CameTogether,

    /// <summary>They were young when they cast their first ballot.</summary>
    Young,

    /// <summary>They vote sooner than two answers can be read.</summary>
    Quick,

    /// <summary>They vote in the same battles within seconds of each other.</summary>
    InStep,
}
