namespace Arena.Core.Integrity;

/// <summary>How one says in a language who one is. All are regular expressions, in any case; names are marked as <see cref="LeakDetector"/> does.</summary>
/// <param name="Language">ISO 639-1.</param>
/// <param name="Am">Begins a sentence about who one is.</param>
/// <param name="Between">Words that may stand between that and the name; nothing else may.</param>
/// <param name="Made">Whole sentences about who made one.</param>
internal sealed record SelfStatement(string Language, string Am, string Between, params string[] Made);
