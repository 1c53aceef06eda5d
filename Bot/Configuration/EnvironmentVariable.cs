namespace Bot.Configuration;

/// <summary>A variable that is no setting of <c>arena.json</c>: a secret, a place, or a choice made at the start.</summary>
/// <param name="Name">As it is set.</param>
/// <param name="Default">What holds when it is not set.</param>
/// <param name="Description">One line for the operator.</param>
internal sealed record EnvironmentVariable(string Name, string Default, string Description)
{
    public static readonly EnvironmentVariable Token = new(
        "DISCORD_TOKEN", "none: the sandbox", "The bot's token. Without one the arena runs against the sandbox");

    public static readonly EnvironmentVariable DiscordUrl = new(
        "ARENA_DISCORD_URL", "Discord", "The address of a sandbox that runs by itself; only with a token that the sandbox printed");

    public static readonly EnvironmentVariable Data = new(
        "ARENA_DATA", "`data/live`, or `data/sandbox` in the sandbox", "The folder of the database");

    public static readonly EnvironmentVariable SandboxPort = new(
        "ARENA_SANDBOX_PORT", "5080", "The sandbox's port; 0 takes any free one");

    public static readonly EnvironmentVariable Models = new(
        "ARENA_MODELS", "none", "`demo` makes the sandbox play with its demo models even beside an Ollama");

    public static readonly EnvironmentVariable OllamaHost = new(
        "OLLAMA_HOST", "`127.0.0.1:11434`", "Ollama's address, in every form that Ollama itself takes");

    public static readonly EnvironmentVariable Config = new(
        "ARENA_CONFIG", "`config`, here or in a folder above", "The folder of arena.json, models.json and prompts.json");

    public static readonly IReadOnlyList<EnvironmentVariable> All = [Token, DiscordUrl, Data, SandboxPort, Models, OllamaHost, Config];
}
