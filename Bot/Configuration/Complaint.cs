namespace Bot.Configuration;

/// <summary>One thing that is wrong with the configuration, in the words an operator needs to mend it.</summary>
/// <param name="Source">The file's path, or <c>environment</c>.</param>
/// <param name="Key">The key in the file (<c>battles.quorum</c>), or the variable's name; empty when the whole file is meant.</param>
/// <param name="Value">What stands there now, as written; empty when nothing does. Never a secret.</param>
/// <param name="Expectation">What was expected instead: a phrase that goes on after "expected".</param>
public sealed record Complaint(string Source, string Key, string Value, string Expectation)
{
    public const string Environment = "environment";

    public override string ToString()
    {
        var subject = Key.Length == 0 ? Source : $"{Source}: {Key}";
        return Value.Length == 0 ? $"{subject}: expected {Expectation}" : $"{subject} is {Value}; expected {Expectation}";
    }
}
