namespace Arena.Core.Integrity;

/// <summary>What kind of name it is.</summary>
internal enum OwnNameKind
{
    /// <summary>The model's or its family's, and nothing else.</summary>
    Name,

    /// <summary>The model's or its family's, and also a word or a person's name.</summary>
    Word,

    /// <summary>Who made it.</summary>
    Maker,

    /// <summary>Both the model's and its maker's.</summary>
    NameAndMaker,
}
