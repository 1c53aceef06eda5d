using Arena.Core.Leaderboards;

namespace Bot.Hosting;

/// <summary>Keeps the official boards up to date.</summary>
internal sealed class BoardsPart(LiveBoards boards, HostFailure failure) : HostPart(failure)
{
    protected override Task RunAsync(CancellationToken stopping) => boards.RunAsync(stopping);
}
