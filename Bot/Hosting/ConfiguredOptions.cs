using Arena.Core.Battles;
using Arena.Core.Charts;
using Arena.Core.Inference;
using Arena.Core.Ratings;
using Arena.Core.Storage;
using Bot.Commands;
using Bot.Configuration;
using Bot.Discord;

namespace Bot.Hosting;

/// <summary>Hands each concept its options, filled from what the operator said.</summary>
internal static class ConfiguredOptions
{
    public static BattleOptions Battles(this ArenaConfiguration configuration) => new()
    {
        VotingTime = configuration.Get(Settings.VotingTime),
        Quorum = configuration.Get(Settings.Quorum),
        MinimumBallots = configuration.Get(Settings.MinimumBallots),
        MaxPromptCharacters = configuration.Get(Settings.MaxPromptCharacters),
        WaitingPerMember = configuration.Get(Settings.WaitingPerMember),
        WaitingPerServer = configuration.Get(Settings.WaitingPerServer),
        WaitBound = configuration.Get(Settings.WaitBound),
        Draw = configuration.Get(Settings.Draw),
        Streaming = configuration.Get(Settings.Streaming),
        PaceTokensPerSecond = configuration.Get(Settings.PaceTokensPerSecond),
        SidesAtOnce = configuration.Get(Settings.SidesAtOnce),
    };

    public static InferenceOptions Inference(this ArenaConfiguration configuration, IReadOnlyList<Uri> nodes) => new()
    {
        Nodes = nodes,
        Connect = configuration.Get(Settings.Connect),
        FirstToken = configuration.Get(Settings.FirstToken),
        Silence = configuration.Get(Settings.Silence),
        Total = configuration.Get(Settings.Total),
        OutputTokens = configuration.Get(Settings.OutputTokens),
        ContextTokens = configuration.Get(Settings.ContextTokens),
    };

    public static EloOptions Elo(this ArenaConfiguration configuration) => new()
    {
        K = configuration.Get(Settings.K),
        KMax = configuration.Get(Settings.KMax),
        Start = configuration.Get(Settings.Start),
        SizeBonusPerBillion = configuration.Get(Settings.SizeBonusPerBillion),
        SizeCapBillions = configuration.Get(Settings.SizeCapBillions),
        UseSize = configuration.Get(Settings.UseSize),
    };

    public static BradleyTerryOptions BradleyTerry(this ArenaConfiguration configuration) => new()
    {
        Rho = configuration.Get(Settings.Rho),
        Prior = configuration.Get(Settings.Prior),
        DrawWeights = configuration.Get(Settings.DrawWeights),
        ProvisionalBattles = configuration.Get(Settings.ProvisionalBattles),
    };

    public static BoardOptions Board(this ArenaConfiguration configuration) => new()
    {
        ProvisionalBattles = configuration.Get(Settings.ProvisionalBattles),
    };

    public static StorageOptions Storage(this ArenaConfiguration configuration) => new()
    {
        DataFolder = configuration.DataFolder,
        Realm = configuration.Discord.IsSandbox ? Realm.Sandbox : Realm.Live,
        BackupEvery = configuration.Get(Settings.BackupEvery),
        BackupsKept = configuration.Get(Settings.BackupsKept),
    };

    public static ChartTheme Theme(this ArenaConfiguration configuration) =>
        ChartTheme.Named(configuration.Get(Settings.Theme).ToString().ToLowerInvariant())
        ?? throw new InvalidOperationException($"There are no colours for {configuration.Get(Settings.Theme)}.");

    public static AccessOptions Access(this ArenaConfiguration configuration) => new()
    {
        HomeServer = configuration.Get(Settings.HomeServer) is { } home ? new ServerId(home) : null,
        Operators = [.. configuration.Get(Settings.Operators).Select(id => new MemberId(id))],
        Servers = [.. configuration.Get(Settings.Servers).Select(id => new ServerId(id))],
    };

    /// <param name="ownSandbox">The address of the sandbox that this host started, if it did.</param>
    public static DiscordOptions Discord(this ArenaConfiguration configuration, Uri? ownSandbox) => configuration.Discord switch
    {
        DiscordChoice.Live live => new DiscordOptions { Token = live.Token },
        DiscordChoice.OtherSandbox other => new DiscordOptions { Token = other.Token, BaseUrl = DiscordOptions.ForServer(other.Address) },
        _ => new DiscordOptions
        {
            Token = DiscordRules.OwnSandboxToken,
            BaseUrl = DiscordOptions.ForServer(ownSandbox ?? throw new ArgumentNullException(nameof(ownSandbox))),
        },
    };
}
