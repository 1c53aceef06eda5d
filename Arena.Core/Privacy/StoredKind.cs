namespace Arena.Core.Privacy;

/// <summary>One kind of thing that is stored under a member's id.</summary>
/// <param name="Name">In the plural, such as <c>battles started</c>.</param>
/// <param name="Rows">Each with its values by name: texts, numbers, instants as ISO 8601, or null.</param>
public sealed record StoredKind(string Name, IReadOnlyList<IReadOnlyDictionary<string, object?>> Rows);
