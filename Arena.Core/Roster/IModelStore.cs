namespace Arena.Core.Roster;

/// <summary>Where the roster is kept. Each change is one transaction, and stands in the audit with who made it.</summary>
internal interface IModelStore
{
    /// <summary>All models, by tag.</summary>
    Task<IReadOnlyList<Model>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Puts a model on the roster, or back on it; describes it anew when it was there and out of play.</summary>
    /// <returns><see cref="AddResult.Added"/>, <see cref="AddResult.Restored"/> or <see cref="AddResult.AlreadyActive"/>.</returns>
    Task<AddResult> PutAsync(Model model, MemberId by, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Takes a model out of play. False when its status is not what it was any more.</summary>
    Task<bool> TryRetireAsync(Model model, MemberId by, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Fills an empty roster; one that has models is left alone.</summary>
    /// <returns>The models that were added.</returns>
    Task<IReadOnlyList<Model>> SeedAsync(IReadOnlyList<Model> models, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Stores what the models are: family, size, quantization, capabilities.</summary>
    Task DescribeAsync(IReadOnlyList<Model> models, DateTimeOffset at, CancellationToken cancellationToken);
}
