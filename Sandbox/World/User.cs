namespace Sandbox.World;

internal sealed class User(ulong id, string name, bool isBot, string token)
{
    public ulong Id { get; } = id;
    public string Name { get; } = name;
    public bool IsBot { get; } = isBot;
    public string Token { get; } = token;

    /// <summary>The hash of the picture that the sandbox draws: any 32 hexadecimal digits, the same at every start.</summary>
    public string Avatar => $"{Id:x16}{~Id:x16}";
}
