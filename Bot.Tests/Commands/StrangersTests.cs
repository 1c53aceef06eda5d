using System.Globalization;
using System.Text;
using Arena.Core.Battles;
using Arena.Core.Battles.Voting;
using Arena.Core.Prompts;
using Arena.Core.Storage;
using Bot.Commands;
using Bot.Discord;
using Bot.Discord.Interactions;
using Bot.Discord.Registration;
using Bot.Presentation;
using Dapper;

namespace Bot.Tests.Commands;

/// <summary>
/// Who presses, chooses, sends and types whatever they like, from where they have no business: every verb there is with every subject that could
/// mean something of the home server. They learn nothing of it and change nothing in it.
/// </summary>
public sealed class StrangersTests
{
    private const string Secret = "Gruyère";                                 // stands in all that is nobody else's business

    private static readonly MemberId Mallory = new(66);
    private static readonly MemberId Moderator = new(5);

    private static readonly string[] Subjects =
    [
        "", "1", "2", "0", "-1", "+1", " 1", "１", "99999999999999999999", "1:A", "1:BothBad", "1:Prompt", "1:All", "1:1", "1:2", "2:1", "model/1", "model/2",
        "prompt/1", "prompt/2", "prompt/0", "all/0", "all/1", "all:all:1", "101:all:1", "page:voting:x", "default:quorum:x", "write:quorum:x",
        "write:role-limits:x:15", "choose:secret:x", "choose:results:x", "pick:voting:x", "clean:battle-channels:x", "b123456", "elo", "1'; drop table battles", "💥",
        new('x', 90),
    ];

    private static readonly string[][] Chosen = [["1"], ["A"], ["All"], ["coding"], ["on"], ["quorum"], ["15"], [], ["1", "2"]];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Strangers => ["a moderator of another server", "somebody in a direct message", "a member in a channel that has nothing of it"];

    [Theory]
    [MemberData(nameof(Strangers))]
    public async Task Nobody_elses_press_menu_or_form_shows_or_changes_anything(string who)
    {
        await using var arena = await StartAsync();
        var before = await HomeAsync(arena);
        var told = new StringBuilder();

        foreach (var verb in Verbs<IButtons>(arena, some => some.Verbs).Except(OwnBusiness(who)))
        {
            foreach (var subject in Subjects)
                told.AppendLine(await arena.PressAsync($"{verb}:{subject}", As(who)));
        }

        foreach (var verb in Verbs<IMenus>(arena, some => some.Verbs))
        {
            foreach (var (subject, values) in Subjects.SelectMany(subject => Chosen.Select(values => (subject, values))))
                told.AppendLine(await arena.ChooseAsync($"{verb}:{subject}", values, As(who)));
        }

        foreach (var verb in Verbs<IForms>(arena, some => some.Verbs))
        {
            foreach (var subject in Subjects)
                told.AppendLine(await arena.SubmitAsync($"{verb}:{subject}", new { value = "3", reason = "Because", question = "And now?", cooldown = "1m", daily = "1" }, As(who)));
        }

        foreach (var command in new[] { "Report battle", "Correct category", "Battle this" })
            told.AppendLine(await arena.OnMessageAsync(command, (await arena.UntilAsync(1, battle => battle.Message is not null)).Message!.Value, As(who)));

        Assert.DoesNotContain(Secret, told.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(ErrorText.Unexpected, told.ToString(), StringComparison.Ordinal);
        Assert.Equal(before, await HomeAsync(arena));
    }

    [Theory]
    [MemberData(nameof(Strangers))]
    public async Task What_is_offered_while_they_type_is_nothing_of_it(string who)
    {
        await using var arena = await StartAsync();
        var fields = arena.Router.Definitions.SelectMany(command => Completed(command.Name, "", command.Options)).ToList();
        Assert.True(fields.Count > 10);

        foreach (var (command, subcommand, option) in fields)
            await arena.AnswerAsync(arena.Typing(command, subcommand.Length == 0 ? null : subcommand, option, "", As(who)));

        Assert.Equal(fields.Count, arena.Discord.Suggestions.Count);
        Assert.DoesNotContain(arena.Discord.Suggestions.SelectMany(choices => choices), choice => choice.Name.Contains(Secret, StringComparison.Ordinal));
        Assert.True(who != "somebody in a direct message" || arena.Discord.Suggestions.All(choices => choices.Count == 0));
    }

    [Fact]
    public async Task A_banned_member_starts_asks_reports_and_suggests_nothing_by_any_way()
    {
        await using var arena = await StartAsync();
        await arena.Get<BanDesk>().BanAsync(CommandDriver.Home, CommandDriver.Alice, "Alice", null, Moderator, Cancel);
        var before = await HomeAsync(arena);

        var own = (await arena.Get<ServerPrompts>().ListAsync(CommandDriver.Home, Cancel)).First(prompt => prompt.IsOwn).Id;
        foreach (var press in new[] { "battle", "same:1", "again:1", $"prompt-battle:{own}", "further:1" })
            Assert.Contains("banned", await arena.PressAsync(press), StringComparison.Ordinal);
        Assert.Contains("banned", await arena.UseAsync("battle", new { prompt = "x" }), StringComparison.Ordinal);
        Assert.Contains("banned", await arena.UseAsync("duel", new { model_a = "fox:1b", model_b = "owl:7b", prompt = "x" }), StringComparison.Ordinal);
        Assert.Contains("banned", await arena.BattleThisAsync("Hello", CommandDriver.Alice), StringComparison.Ordinal);
        Assert.Contains("banned", await arena.SubmitAsync("further:1:1", new { question = "And?" }), StringComparison.Ordinal);
        Assert.Contains("banned", await arena.SubmitAsync("report-why:1:A", new { reason = "" }), StringComparison.Ordinal);
        Assert.Contains("banned", await arena.UseAsync("models suggest", new { model = "kiwi:3b" }), StringComparison.Ordinal);
        Assert.Contains("banned", await arena.UseAsync("prompts suggest", new { text = "x" }), StringComparison.Ordinal);

        Assert.Equal(before, await HomeAsync(arena));
    }

    [Theory]
    [InlineData("suggestion-approve:prompt/1", "suggestion-approve:prompt/1")]
    [InlineData("report-show:1", "report-hide:1")]
    [InlineData("report-hide:1", "report-hide:1")]
    public async Task Of_two_moderators_at_the_same_moment_both_are_answered_and_one_deed_is_done_at_a_time(string one, string other)
    {
        await using var arena = await StartAsync();

        var told = await Task.WhenAll(arena.PressAsync(one, Keeper(Moderator)), arena.PressAsync(other, Keeper(CommandDriver.Bob)));

        Assert.All(told, answer => Assert.DoesNotContain(ErrorText.Unexpected, answer, StringComparison.Ordinal));
        var deeds = (await arena.Get<AuditStore>().LatestAsync(CommandDriver.Home, 50, Cancel))
            .Count(entry => entry.Action is "suggestion.approved" or "report.shown" or "report.hidden");
        Assert.Equal(one == other ? 1 : 2, deeds);
    }

    /// <summary>A vote, a battle that is answered, and of everything that moderators decide about one.</summary>
    private static async Task<CommandDriver> StartAsync()
    {
        var arena = await CommandDriver.StartAsync();
        await arena.UseAsync("battle", new { prompt = $"Is {Secret} from France?" });
        var vote = await arena.UntilAsync(1, battle => battle.State == BattleState.Voting);
        await arena.Get<BallotBox>().CastAsync(vote.Message!.Value, new Voter(new MemberId(101), null), Choice.A, Cancel);
        await arena.UseAsync("prompts suggest", new { text = $"Who made {Secret} first?" }, Keeper(CommandDriver.Bob));
        await arena.UseAsync("models suggest", new { model = "kiwi:3b", note = Secret }, Keeper(CommandDriver.Bob));
        await arena.UseAsync("prompt add", new { text = $"Describe {Secret}." }, Keeper(Moderator));
        await arena.UseAsync("arena presets set", new { name = "alpine", system_prompt = Secret }, Keeper(Moderator));
        await arena.Get<BanDesk>().BanAsync(CommandDriver.Home, new MemberId(102), Secret, Secret, Moderator, Cancel);
        await arena.SubmitAsync("report-why:1:A", new { reason = Secret }, Keeper(new MemberId(103)));
        await arena.ChangeAsync(string.Create(CultureInfo.InvariantCulture, $$"""
            insert into suspicions (server_id, tag, evidence, noticed_at, state) values ({{CommandDriver.Home}}, 'fox:1b',
                '{"is_for":true,"kind":"MadeTogether","accounts":2,"ballots":2,"battles":1,"share":1,"others_share":0.5,"median_seconds":3,"others_median_seconds":null,"median_age_days":2,"made_within_days":1,"came_within_days":1,"window_days":30,"exponent":7}',
                0, 'Open')
            """));
        await arena.ChangeAsync("insert into suspicion_members (suspicion_id, member_id) values (1, 101)");
        arena.Models.Gate = Task.Delay(Timeout.Infinite, Cancel);
        await arena.UseAsync("battle", new { prompt = $"Why does {Secret} have no holes?" });
        await Eventually.TrueAsync(
            async () => await arena.ChangeAsync("update battles set shown_state = shown_state where id = 2 and shown_state = 'Generating' and message_id is not null") == 1,
            "the second battle stands still");
        return arena;
    }

    /// <summary>Verbs that are about the one who presses and where they are, and about nothing that is written in them.</summary>
    private static string[] OwnBusiness(string who) => who[0] == 'a' && who.Contains("member", StringComparison.Ordinal)
        ? [ButtonIds.Forget, ButtonIds.NewBattle, ButtonIds.PromptBattle, ButtonIds.PromptAnother]
        : [ButtonIds.Forget];

    private static Func<InteractionOrigin, InteractionOrigin> As(string who) => who switch
    {
        "a moderator of another server" => origin => origin with
        {
            Member = CommandDriver.Member(Mallory, Permissions.ManageServer), Server = new ServerId(9), Channel = new Channel(new ChannelId(90), ChannelKind.Text, "x", new ServerId(9)),
        },
        "somebody in a direct message" => origin => origin with
        {
            Member = CommandDriver.Member(Mallory, Permissions.None), Server = null, Channel = new Channel(new ChannelId(91), ChannelKind.DirectMessage, "x", null),
        },
        _ => origin => origin with
        {
            Member = CommandDriver.Member(Mallory, Permissions.None), Channel = new Channel(new ChannelId(92), ChannelKind.Text, "x", CommandDriver.Home),
        },
    };

    private static Func<InteractionOrigin, InteractionOrigin> Keeper(MemberId member) =>
        origin => origin with { Member = CommandDriver.Member(member, Permissions.ManageServer) };

    private static IReadOnlyList<string> Verbs<T>(CommandDriver arena, Func<T, IReadOnlyCollection<string>> verbs) =>
        [.. arena.Get<IEnumerable<T>>().SelectMany(verbs)];

    private static IEnumerable<(string Command, string Subcommand, string Option)> Completed(string command, string path, IReadOnlyList<CommandOption> options) =>
        options.SelectMany(option => option.Type is OptionType.Subcommand or OptionType.SubcommandGroup
            ? Completed(command, $"{path} {option.Name}".Trim(), option.Options)
            : option.HasAutocomplete ? [(command, path, option.Name)] : []);

    /// <summary>Everything that is stored of the home server and of the whole arena.</summary>
    private static async Task<IReadOnlyList<string>> HomeAsync(CommandDriver arena)
    {
        await using var connection = await arena.Get<Database>().OpenReadAsync(Cancel);
        var all = new List<string>();
        var tables = await connection.QueryAsync<string>("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name not in ('servers', 'arena')");
        foreach (var table in tables)
        {
            var ofServers = await connection.ExecuteScalarAsync<bool>($"select exists (select 1 from pragma_table_info('{table}') where name = 'server_id')");
            var rows = await connection.QueryAsync($"select * from {table}{(ofServers ? $" where server_id is null or server_id in (0, {CommandDriver.Home})" : "")}");
            all.AddRange(rows.Cast<IDictionary<string, object?>>().Select(row => $"{table}: {string.Join(", ", row.Values)}"));
        }

        return all;
    }
}
