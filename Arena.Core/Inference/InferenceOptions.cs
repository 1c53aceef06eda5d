namespace Arena.Core.Inference;

/// <summary>Where the models are and how long each kind of waiting for them may last. Ollama itself bounds almost nothing.</summary>
public sealed record InferenceOptions
{
    /// <summary>Ollama's usual address.</summary>
    public static readonly Uri UsualNode = new("http://127.0.0.1:11434");

    /// <summary>The nodes, the first one preferred. An address may carry a path.</summary>
    public IReadOnlyList<Uri> Nodes { get; init; } = [UsualNode];

    /// <summary>Until a connection stands.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A whole answer to a question about the node (version, models, one model's card, deleting).</summary>
    public TimeSpan Reply { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>From asking to the first token. Ollama sends not even headers before it, so loading and its own queue are in here.</summary>
    public TimeSpan FirstToken { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Between two tokens of an answer.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A whole answer, from asking to its end.</summary>
    public TimeSpan Total { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Between two lines of a pull's progress; verifying a large download is silent for minutes.</summary>
    public TimeSpan PullSilence { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Tokens of one answer at most (<c>num_predict</c>, thinking included). Sent with every call.</summary>
    public int OutputTokens { get; init; } = 1024;

    /// <summary>Context of every call (<c>num_ctx</c>). The same for all: another value makes Ollama load the model anew.</summary>
    public int ContextTokens { get; init; } = 8192;
}
