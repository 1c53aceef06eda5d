using System.Globalization;
using System.Text.Json;
using Arena.Core.Battles;
using Arena.Core.Inference;
using Arena.Core.Prompts;
using Arena.Core.Ratings;
using Arena.Core.Roster;
using Arena.Core.Storage;
using Bot.Commands;
using Bot.Discord;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Bot.Tests.Presentation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Tests.Commands;

/// <summary>The arena with its commands on a real database, with a Discord that only keeps what it is told.</summary>
internal sealed class CommandDriver : IAsyncDisposable
{
    public const Permissions AllOfTheBots = Permissions.ViewChannel | Permissions.SendMessages | Permissions.SendMessagesInThreads
        | Permissions.EmbedLinks | Permissions.AttachFiles | Permissions.AddReactions | Permissions.ReadMessageHistory;

    public static readonly ServerId Home = new(1);
    public static readonly MemberId Alice = new(4);
    public static readonly MemberId Bob = new(7);

    private readonly CancellationTokenSource _stop = new();
    private readonly TempFolder _folder;
    private readonly Database _database;
    private readonly ServiceProvider _services;
    private readonly Task[] _parts;
    private ulong _lastInteraction = Snowflake.First(TimeProvider.System.GetUtcNow());

    private CommandDriver(TempFolder folder, Database database, ServiceProvider services)
    {
        _folder = folder;
        _database = database;
        _services = services;
        _parts = [Get<BattleEngine>().RunAsync(_stop.Token), Get<ArenaGateway>().RunAsync(_stop.Token)];
    }

    public RecordingDiscord Discord => (RecordingDiscord)Get<IDiscordClient>();

    public InstantModels Models { get; private init; } = new();

    public InteractionRouter Router => Get<InteractionRouter>();

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public static async Task<CommandDriver> StartAsync(
        AccessOptions? access = null, BattleOptions? battles = null, IReadOnlyList<string>? roster = null, bool reachable = true,
        IReadOnlyList<LibraryPrompt>? prompts = null, Action<IServiceCollection>? more = null)
    {
        var models = new InstantModels { IsReachable = reachable };
        var folder = new TempFolder();
        var storage = new StorageOptions { DataFolder = folder.Path, Realm = Realm.Sandbox };
        var database = await Database.OpenAsync(storage, TimeProvider.System);
        var services = new ServiceCollection();
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddArenaCore(database, new ArenaCoreOptions
        {
            Battles = battles ?? new BattleOptions { Streaming = RevealOfText.Complete, SidesAtOnce = true },
            Storage = storage,
            Prompts = prompts ?? [new LibraryPrompt("A prompt of the library?", "everyday")],
        });
        services.AddSingleton(provider => new Fleet(
            [new FleetNode(new Uri("http://node.example"), models)], TimeProvider.System, provider.GetRequiredService<ILogger<Fleet>>()));
        services.AddSingleton<IDiscordClient>(new RecordingDiscord());
        services.AddDiscordCommands(access ?? new AccessOptions { HomeServer = Home });
        more?.Invoke(services);
        var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<RosterService>().SeedAsync([.. (roster ?? ["fox:1b", "owl:7b"]).Select(tag => new ModelSeed(tag))], default);
        return new CommandDriver(folder, database, provider) { Models = models };
    }

    public Task AnswerAsync(Interaction interaction) => Router.AnswerAsync(interaction, TestContext.Current.CancellationToken).WaitAsync(Patience.Bound);

    /// <summary>Uses a slash command; what the member is told comes back as one text.</summary>
    /// <param name="but">What differs from Alice using it in her channel.</param>
    /// <param name="named">Members that the options name, as Discord sends them along.</param>
    public Task<string> UseAsync(
        string command, object? options = null, Func<InteractionOrigin, InteractionOrigin>? but = null, params Member[] named)
    {
        var words = command.Split(' ', 2);
        var given = new CommandOptions(
            words.ElementAtOrDefault(1), Values(options), members: named.ToDictionary(member => member.Id),
            users: named.ToDictionary(member => member.Id, member => new User(member.Id, member.Name, member.DisplayName, member.IsBot)));
        return ToldAsync(new Interaction.SlashCommand(new CommandId(1), words[0], given) { Origin = NextOrigin(but) });
    }

    /// <summary>Uses a command with a file that is attached to it.</summary>
    /// <param name="size">What Discord says of its size; left out, the truth.</param>
    public Task<string> AttachAsync(
        string command, string option, string name, byte[] content, Func<InteractionOrigin, InteractionOrigin>? but = null, long? size = null)
    {
        var words = command.Split(' ', 2);
        var file = new Attachment(new AttachmentId(_lastInteraction), name, new Uri($"https://cdn.discordapp.com/{_lastInteraction}"), size ?? content.Length, null, null);
        Discord.Files[file.Url] = content;
        var values = new Dictionary<string, JsonElement> { [option] = JsonSerializer.SerializeToElement(file.Id.Value.ToString(CultureInfo.InvariantCulture)) };
        return ToldAsync(new Interaction.SlashCommand(
            new CommandId(1), words[0],
            new CommandOptions(words.ElementAtOrDefault(1), values, attachments: new Dictionary<AttachmentId, Attachment> { [file.Id] = file }))
        { Origin = NextOrigin(but) });
    }

    /// <param name="on">The message on which the button stands; left out, one that says nothing.</param>
    public Task<string> PressAsync(string customId, Func<InteractionOrigin, InteractionOrigin>? but = null, OutgoingMessage? on = null) =>
        ToldAsync(new Interaction.Button(customId, Standing(on)) { Origin = NextOrigin(but) });

    /// <summary>Chooses in a menu; what the member sees in its place, or is told besides, comes back as one text.</summary>
    public Task<string> ChooseAsync(string customId, IReadOnlyList<string> values, Func<InteractionOrigin, InteractionOrigin>? but = null) =>
        ToldAsync(new Interaction.Select(customId, values, SomeMessage("", RecordingDiscord.Bot)) { Origin = NextOrigin(but) });

    /// <summary>Sends a form that a button or menu opened.</summary>
    /// <param name="on">The message under which it was opened; left out, one that says nothing.</param>
    public Task<string> SubmitAsync(
        string customId, object fields, Func<InteractionOrigin, InteractionOrigin>? but = null, OutgoingMessage? on = null) => ToldAsync(
        new Interaction.ModalSubmit(
            customId, Values(fields).ToDictionary(field => field.Key, field => field.Value.GetString()!), Standing(on))
        { Origin = NextOrigin(but) });

    /// <summary>Uses a command from the menu of a message.</summary>
    public Task<string> OnMessageAsync(string command, MessageId message, Func<InteractionOrigin, InteractionOrigin>? but = null) => ToldAsync(
        new Interaction.MessageCommand(new CommandId(1), command, SomeMessage("", RecordingDiscord.Bot) with { Id = message }) { Origin = NextOrigin(but) });

    public Task<string> BattleThisAsync(string text, MemberId author) => ToldAsync(
        new Interaction.MessageCommand(new CommandId(1), "Battle this", SomeMessage(text, new User(author, "x", "x", false))) { Origin = NextOrigin() });

    public async Task<IReadOnlyList<string>> TypeAsync(string command, string option, string typed, object? others = null)
    {
        var words = command.Split(' ', 2);
        await AnswerAsync(Typing(words[0], words.ElementAtOrDefault(1), option, typed, others: others));
        return [.. Discord.Suggestions.Last().Select(choice => choice.Name)];
    }

    public Interaction.Autocomplete Typing(
        string name, string? subcommand, string option, string typed, Func<InteractionOrigin, InteractionOrigin>? but = null, object? others = null) =>
        new(new CommandId(1), name, new CommandOptions(subcommand, Values(others), new FocusedOption(option, typed))) { Origin = NextOrigin(but) };

    private InteractionOrigin NextOrigin(Func<InteractionOrigin, InteractionOrigin>? but = null)
    {
        var origin = new InteractionOrigin(
            new InteractionId(_lastInteraction = Math.Max(_lastInteraction + 1, Snowflake.First(TimeProvider.System.GetUtcNow()))),
            new Bot.Discord.ApplicationId(1),
            new InteractionToken("token"),
            Member(Alice, Permissions.None),
            Home,
            new Channel(new ChannelId(2), ChannelKind.Text, "arena", Home),
            AllOfTheBots,
            "en-GB");
        return but is null ? origin : but(origin);
    }

    public static Member Member(MemberId id, Permissions permissions) => new(id, "x", "x", false, permissions, [], null);

    /// <summary>Waits until the arena has come to something.</summary>
    public Task<Battle> UntilAsync(long battle, Func<Battle, bool> condition) => Eventually.GetAsync(async () =>
        await Get<BattleDesk>().FindAsync(new BattleId(battle), TestContext.Current.CancellationToken) is { } found && condition(found) ? found : null);

    /// <summary>The counted ballots of a battle, as the database holds them.</summary>
    public async Task<Tally> TallyAsync(long battle)
    {
        await using var connection = await _database.OpenReadAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "select choice, count(*) from ballots where battle_id = $battle and counted = 1 group by choice";
        command.Parameters.AddWithValue("$battle", battle);
        var counts = new Dictionary<string, int>();
        await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await rows.ReadAsync(TestContext.Current.CancellationToken))
            counts[rows.GetString(0)] = rows.GetInt32(1);
        int Of(Choice choice) => counts.GetValueOrDefault(choice.ToString());
        return new Tally(Of(Choice.A), Of(Choice.B), Of(Choice.Tie), Of(Choice.BothBad));
    }

    /// <summary>Marks a model as one for age-restricted channels.</summary>
    public async Task MarkAgeRestrictedAsync(string tag) => Assert.Equal(1, await ChangeAsync($"update models set age_restricted = 1 where tag = '{tag}'"));

    /// <summary>Changes the database beside the arena; how many rows it changed comes back.</summary>
    public Task<int> ChangeAsync(string sql) => _database.Writer.WriteAsync(
        (connection, transaction) =>
        {
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = sql;
            return command.ExecuteNonQuery();
        },
        TestContext.Current.CancellationToken);

    public async Task<Battle> VotingAsync()
    {
        await UseAsync("battle", new { prompt = "Is 91 prime?" });
        return await UntilAsync(1, battle => battle.State == BattleState.Voting);
    }

    public async ValueTask DisposeAsync()
    {
        Assert.Empty(Discord.OverLimits);
        await _stop.CancelAsync();
        await Task.WhenAll(_parts).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _services.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Dispose();
        _stop.Dispose();
    }

    private async Task<string> ToldAsync(Interaction interaction)
    {
        var before = Discord.Answers.Count;
        await AnswerAsync(interaction);
        return string.Join('\n', Discord.Answers.Skip(before).Select(MessageText.Of));
    }

    private static Message Standing(OutgoingMessage? message) =>
        SomeMessage(message?.Content ?? "", RecordingDiscord.Bot) with { Embeds = message?.Embeds ?? [] };

    private static Message SomeMessage(string text, User author) =>
        new(new MessageId(3), new ChannelId(2), Home, author, text, [], [], [], DateTimeOffset.UnixEpoch, null);

    private static Dictionary<string, JsonElement> Values(object? options) => options is null
        ? []
        : JsonSerializer.SerializeToElement(options).EnumerateObject().ToDictionary(option => option.Name, option => option.Value);
}
