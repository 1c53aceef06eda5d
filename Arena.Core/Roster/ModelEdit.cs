namespace Arena.Core.Roster;

/// <summary>What is to be said of a model from now on; null for what stays as it is.</summary>
public sealed record ModelEdit(ModelKind? Kind, string? Name, bool? IsAgeRestricted)
{
    /// <summary>The most characters of a display name.</summary>
    public const int LongestName = 60;

    /// <summary>Nothing is to change.</summary>
    public bool IsEmpty => this == new ModelEdit(null, null, null);

    internal Model Apply(Model model) => model with
    {
        Kind = Kind ?? model.Kind,
        DisplayName = Name is null ? model.DisplayName : Name.Trim() is { Length: > 0 } name ? name : model.Tag,
        IsAgeRestricted = IsAgeRestricted ?? model.IsAgeRestricted,
    };
}
