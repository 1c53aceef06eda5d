namespace Arena.Core.Roster;

/// <summary>Reads a model's kind off its tag, as far as custom goes.</summary>
internal static class ModelKinds
{
    public static ModelKind Guess(string tag)
    {
        var words = tag.ToLowerInvariant().Split('/', ':', '-', '_', '.');
        if (words.Any(word => word is "base" or "text" or "pretrained"))
            return ModelKind.Pretrained;
        if (words.Any(word => word is "r1" or "qwq" or "thinking" or "reasoning"))
            return ModelKind.RlTuned;
        if (words.Any(word => word is "instruct" or "chat" or "it"))
            return ModelKind.Instruct;
        return ModelKind.Unknown;
    }
}
