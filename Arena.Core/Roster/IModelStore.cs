namespace Arena.Core.Roster;

/// <summary>Where the roster is kept. Each change is one transaction, and stands in the audit with who made it.</summary>
internal interface IModelStore
{
    /// <summary>All models that ever were on the roster, by tag; <see cref="Model.RemovedAt"/> tells those that are not any more.</summary>
    Task<IReadOnlyList<Model>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Puts a model on the roster, or back on it; describes it anew when it was there and out of play.</summary>
    /// <returns><see cref="AddResult.Added"/>, <see cref="AddResult.Restored"/> or <see cref="AddResult.AlreadyActive"/>.</returns>
    Task<AddResult> PutAsync(Model model, MemberId by, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Changes a model as it stands at that moment.</summary>
    /// <param name="change">What is to become of it; null for nothing.</param>
    /// <param name="by">Null for the arena itself.</param>
    /// <returns>The changed model; null when nothing changed, or when there is no such model.</returns>
    Task<Model?> ChangeAsync(string tag, Func<Model, ModelChange?> change, MemberId? by, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Fills an empty roster; one that has models is left alone.</summary>
    /// <returns>The models that were added.</returns>
    Task<IReadOnlyList<Model>> SeedAsync(IReadOnlyList<Model> models, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>The tags that a server's moderators do not let play there.</summary>
    Task<IReadOnlySet<string>> BenchedInAsync(ServerId server, CancellationToken cancellationToken);

    /// <summary>Takes a model out of play in one server. False when it is so already.</summary>
    Task<bool> TryBenchAsync(ServerId server, string tag, MemberId by, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Lets a model play in a server again. False when it is so already.</summary>
    Task<bool> TryPlayAsync(ServerId server, string tag, MemberId by, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>How fast a model answered in its latest settled battles; null when there are none.</summary>
    Task<ModelSpeed?> SpeedAsync(string tag, CancellationToken cancellationToken);

    /// <summary>Whether a battle that is not over is one of this model's; for null, whether there is any at all.</summary>
    Task<bool> IsNeededAsync(string? tag, CancellationToken cancellationToken);
}
