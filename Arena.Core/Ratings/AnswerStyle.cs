namespace Arena.Core.Ratings;

/// <summary>How an answer is written, apart from what it says: what style control holds against it.</summary>
/// <param name="Tokens">Output tokens, over all turns.</param>
/// <param name="Headings">Markdown headings.</param>
/// <param name="ListItems">Items of bulleted and numbered lists.</param>
/// <param name="Bold">Bold spans.</param>
public readonly record struct AnswerStyle(int Tokens, int Headings, int ListItems, int Bold);
