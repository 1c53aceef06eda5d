using Bot.Discord;

namespace Bot.Commands;

/// <summary>Connects to Discord and leads what happens there to the arena: reactions to the ballot box, interactions to their commands.</summary>
public sealed class ArenaGateway
{
    private readonly IDiscordClient _discord;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ArenaGateway(IDiscordClient discord) => _discord = discord;

    /// <summary>Completes once the gateway is ready and the commands are registered; faults if <see cref="RunAsync"/> ends before.</summary>
    public Task Ready => _ready.Task;

    /// <summary>
    /// Connects and routes events until cancelled (then throws <see cref="OperationCanceledException"/>), or until Discord says that it
    /// is pointless (<see cref="DiscordFatalException"/>). To be called once.
    /// </summary>
    public Task RunAsync(CancellationToken cancellationToken) => _discord.RunAsync(cancellationToken);
}
