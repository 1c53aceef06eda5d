using Arena.Core.Battles;
using Arena.Core.Inference;
using Arena.Core.Ratings;

namespace Bot.Configuration;

/// <summary>
/// All settings of <c>arena.json</c>, once. Loading, validation, <c>doctor</c> and docs/configuration.md are driven by <see cref="All"/>.
/// </summary>
internal static class Settings
{
    public static readonly Setting<ulong?> HomeServer = new(
        "homeServer", new DiscordId(), null, "ARENA_HOME_SERVER",
        "The server whose moderators care for the roster; the first server joined when unset");

    public static readonly Setting<IReadOnlyList<ulong>> Servers = new(
        "servers", new DiscordIds(), [], "ARENA_SERVERS",
        "The servers that may use this instance; every server when empty");

    public static readonly Setting<IReadOnlyList<ulong>> Operators = new(
        "operators", new DiscordIds(), [], "ARENA_OPERATORS",
        "The Discord users who run this instance");

    public static readonly Setting<IReadOnlyList<Uri>> Nodes = new(
        "nodes", new NodeAddresses(), [InferenceOptions.UsualNode], "ARENA_NODES",
        "Where the models are: Ollama's address. OLLAMA_HOST overrides it too");

    public static readonly Setting<TimeSpan> VotingTime = new(
        "battles.votingTime", new Duration(TimeSpan.FromSeconds(1), TimeSpan.FromDays(7)), TimeSpan.FromMinutes(10), "ARENA_VOTING_TIME",
        "How long a vote is open");

    public static readonly Setting<int> Quorum = new(
        "battles.quorum", new WholeNumber(1, 100_000), 25, "ARENA_QUORUM",
        "The number of ballots that closes a vote early");

    public static readonly Setting<int> MinimumBallots = new(
        "battles.minimumBallots", new WholeNumber(1, 1_000), 1, "ARENA_MINIMUM_BALLOTS",
        "Ballots needed before the starter may reveal");

    public static readonly Setting<int> MaxPromptCharacters = new(
        "battles.maxPromptCharacters", new WholeNumber(1, 6_000), 2_000, "ARENA_MAX_PROMPT_CHARACTERS",
        "The longest prompt; longer ones are refused");

    public static readonly Setting<int> WaitingPerMember = new(
        "battles.waitingPerMember", new WholeNumber(1, 100), 3, "ARENA_WAITING_PER_MEMBER",
        "Battles that one member may have waiting");

    public static readonly Setting<int> WaitingPerServer = new(
        "battles.waitingPerServer", new WholeNumber(1, 1_000), 20, "ARENA_WAITING_PER_SERVER",
        "Battles that one server may have waiting");

    public static readonly Setting<TimeSpan> WaitBound = new(
        "battles.waitBound", new Duration(TimeSpan.FromSeconds(1), TimeSpan.FromDays(1)), TimeSpan.FromMinutes(15), "ARENA_WAIT_BOUND",
        "How long a battle waits for models that cannot be reached before it is void");

    public static readonly Setting<PairDrawing> Draw = new(
        "battles.draw", new Word<PairDrawing>(), PairDrawing.Informative, "ARENA_DRAW",
        "How pairs are drawn: informative prefers those whose order is least certain, uniform draws all alike");

    public static readonly Setting<RevealOfText> Streaming = new(
        "battles.streaming", new Word<RevealOfText>(), RevealOfText.Paced, "ARENA_STREAMING",
        "How answers appear: paced hides which model is faster, live shows text as it comes, complete only when both are done");

    public static readonly Setting<int> PaceTokensPerSecond = new(
        "battles.paceTokensPerSecond", new WholeNumber(1, 1_000), 40, "ARENA_PACE",
        "The reading pace of paced answers");

    public static readonly Setting<bool> SidesAtOnce = new(
        "battles.sidesAtOnce", new Flag(), false, "ARENA_SIDES_AT_ONCE",
        "Generate both answers at once; needs memory for two models");

    public static readonly Setting<TimeSpan> Connect = new(
        "inference.connect", new Duration(TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(1)), TimeSpan.FromSeconds(5), "ARENA_CONNECT",
        "The bound on connecting to a node");

    public static readonly Setting<TimeSpan> FirstToken = new(
        "inference.firstToken", new Duration(TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(1)), TimeSpan.FromMinutes(5), "ARENA_FIRST_TOKEN",
        "The bound on the first token, loading the model included");

    public static readonly Setting<TimeSpan> Silence = new(
        "inference.silence", new Duration(TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(1)), TimeSpan.FromSeconds(60), "ARENA_SILENCE",
        "The bound on the silence between two tokens");

    public static readonly Setting<TimeSpan> Total = new(
        "inference.total", new Duration(TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(6)), TimeSpan.FromMinutes(10), "ARENA_TOTAL",
        "The bound on a whole answer");

    public static readonly Setting<int> OutputTokens = new(
        "inference.outputTokens", new WholeNumber(16, 32_768), 1_024, "ARENA_OUTPUT_TOKENS",
        "The longest answer, in tokens");

    public static readonly Setting<int> ContextTokens = new(
        "inference.contextTokens", new WholeNumber(512, 1_048_576), 8_192, "ARENA_CONTEXT_TOKENS",
        "The context size asked of every model; another size would reload it");

    public static readonly Setting<double> K = new(
        "ratings.k", new Real(1, 400), 32, "ARENA_K",
        "Elo: points at stake in a battle of equals in size");

    public static readonly Setting<double> KMax = new(
        "ratings.kMax", new Real(1, 800), 64, "ARENA_K_MAX",
        "Elo: the most points at stake, when a small model beats a large one");

    public static readonly Setting<double> Start = new(
        "ratings.start", new Real(0, 10_000), 1_000, "ARENA_START",
        "Elo: where a model without a size starts");

    public static readonly Setting<double> SizeBonusPerBillion = new(
        "ratings.sizeBonusPerBillion", new Real(0, 1_000), 100, "ARENA_SIZE_BONUS",
        "Elo: points at the start for each billion parameters");

    public static readonly Setting<double> SizeCapBillions = new(
        "ratings.sizeCapBillions", new Real(0, 10_000), 14, "ARENA_SIZE_CAP",
        "Elo: billions of parameters beyond which the start rises no more");

    public static readonly Setting<bool> UseSize = new(
        "ratings.useSize", new Flag(), true, "ARENA_USE_SIZE",
        "Elo: whether size counts, in the start and in the points at stake");

    public static readonly Setting<double> Rho = new(
        "ratings.rho", new Real(0, 1), 0.3, "ARENA_RHO",
        "Official board: how alike the ballots of one battle are; 0 counts every ballot fully, 1 every battle once");

    public static readonly Setting<double> Prior = new(
        "ratings.prior", new Real(0, 1_000), 2, "ARENA_PRIOR",
        "Official board: phantom games of each model against the average, half won and half lost");

    public static readonly Setting<DrawWeights> DrawWeights = new(
        "ratings.drawWeights", new Word<DrawWeights>(), Arena.Core.Ratings.DrawWeights.None, "ARENA_DRAW_WEIGHTS",
        "Official board: whether battles of often drawn pairs count less, by pair or as they were drawn");

    public static readonly Setting<int> ProvisionalBattles = new(
        "ratings.provisionalBattles", new WholeNumber(0, 10_000), 10, "ARENA_PROVISIONAL_BATTLES",
        "A model with fewer counted battles has no rank yet");

    public static readonly Setting<PictureTheme> Theme = new(
        "pictures.theme", new Word<PictureTheme>(), PictureTheme.Dark, "ARENA_THEME",
        "The colours of pictures; contrast is for those who see little");

    public static readonly Setting<TimeSpan?> BackupEvery = new(
        "backups.every", new DurationOrOff(TimeSpan.FromMinutes(1), TimeSpan.FromDays(30)), TimeSpan.FromDays(1), "ARENA_BACKUP_EVERY",
        "How often the database is copied to the folder backups beside it");

    public static readonly Setting<int> BackupsKept = new(
        "backups.keep", new WholeNumber(1, 1_000), 7, "ARENA_BACKUPS_KEPT",
        "How many of these copies are kept");

    public static readonly Setting<LogFormat> LogFormat = new(
        "log.format", new Word<LogFormat>(), Bot.Configuration.LogFormat.Text, "ARENA_LOG",
        "Log lines for people or for machines; --log on the command line wins");

    public static readonly Setting<LogDetail> LogDetail = new(
        "log.level", new Word<LogDetail>(), Bot.Configuration.LogDetail.Information, "ARENA_LOG_LEVEL",
        "The least level that is logged");

    public static readonly IReadOnlyList<Setting> All =
    [
        HomeServer, Servers, Operators, Nodes,
        VotingTime, Quorum, MinimumBallots, MaxPromptCharacters, WaitingPerMember, WaitingPerServer, WaitBound,
        Draw, Streaming, PaceTokensPerSecond, SidesAtOnce,
        Connect, FirstToken, Silence, Total, OutputTokens, ContextTokens,
        K, KMax, Start, SizeBonusPerBillion, SizeCapBillions, UseSize, Rho, Prior, DrawWeights, ProvisionalBattles,
        Theme, BackupEvery, BackupsKept, LogFormat, LogDetail,
    ];

    /// <summary>Rules between settings. Each holds for the defaults.</summary>
    public static readonly IReadOnlyList<SettingRule> Rules =
    [
        SettingRule.AtMost(MinimumBallots, Quorum),
        SettingRule.AtMost(WaitingPerMember, WaitingPerServer),
        SettingRule.AtMost(FirstToken, Total),
        SettingRule.AtMost(Silence, Total),
        SettingRule.AtMost(OutputTokens, ContextTokens),
        SettingRule.AtMost(K, KMax),
        new(HomeServer, "one of the servers listed in servers, or none",
            values => values.Get(HomeServer) is not { } home || values.Get(Servers) is not { Count: > 0 } servers || servers.Contains(home)),
    ];
}
