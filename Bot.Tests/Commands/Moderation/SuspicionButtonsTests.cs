using System.Globalization;
using System.Text;
using Arena.Core.Battles;
using Arena.Core.Battles.Voting;
using Arena.Core.Integrity;
using Arena.Core.Ratings;
using Arena.Core.Storage;
using Bot.Commands.Moderation;
using Bot.Discord;
using Bot.Discord.Interactions;
using Bot.Presentation;
using Bot.Presentation.Moderation;

namespace Bot.Tests.Commands.Moderation;

public sealed class SuspicionButtonsTests
{
    private static readonly MemberId Carol = new(8);

    private static readonly string[] Verbs =
        [ButtonIds.SuspicionExclude, ButtonIds.SuspicionWho, ButtonIds.SuspicionDismiss, ButtonIds.SuspicionTakeBack];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_member_or_a_moderator_of_another_server_learns_and_decides_nothing()
    {
        await using var arena = await SuspectedAsync();

        foreach (var verb in Verbs)
        {
            Assert.Equal($"(ephemeral)\n{ErrorText.OnlyModerators}", await arena.PressAsync($"{verb}:1"));
            Assert.Equal($"(ephemeral)\n{SuspicionMessage.Unknown}", await arena.PressAsync($"{verb}:1", Elsewhere));
        }

        Assert.Equal($"(ephemeral)\n{ErrorText.OnlyModerators}", await arena.ChooseAsync("suspicion", ["1"]));
        Assert.Equal($"(ephemeral)\n{SuspicionMessage.Unknown}", await arena.ChooseAsync("suspicion", ["1"], Elsewhere));
        await IsOpenAsync(arena);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("1:1")]
    [InlineData("1.0")]
    [InlineData("１")]
    [InlineData("2")]
    [InlineData("99999999999999999999")]
    [InlineData("1'; drop table suspicions")]
    public async Task An_id_that_nobody_was_offered_is_no_suspicion(string subject)
    {
        await using var arena = await SuspectedAsync();

        foreach (var verb in Verbs)
            Assert.Equal($"(ephemeral)\n{SuspicionMessage.Unknown}", await arena.PressAsync($"{verb}:{subject}", Bob));
        Assert.Equal($"(ephemeral)\n{SuspicionMessage.Unknown}", await arena.ChooseAsync("suspicion", [subject], Bob));

        await IsOpenAsync(arena);
    }

    [Fact]
    public async Task The_second_of_two_moderators_is_told_what_was_decided_and_by_whom()
    {
        await using var arena = await SuspectedAsync();

        await Task.WhenAll(arena.PressAsync("exclude:1", Bob), arena.PressAsync("exclude:1", AsCarol));

        var decided = (await arena.Get<SuspicionDesk>().FindAsync(CommandDriver.Home, new SuspicionId(1), Cancel))!;
        Assert.Single(Told(arena), told => told.StartsWith("2 votes of 2 accounts in 1 battle are excluded;", StringComparison.Ordinal));
        Assert.Single(Told(arena), told => told.StartsWith($"This is decided already: <@{decided.DecidedBy}> excluded their votes", StringComparison.Ordinal));
        Assert.Equal(new Tally(0, 0, 0, 0), await arena.TallyAsync(1));
        Assert.Single(await ActionsAsync(arena), action => action == "ballots.excluded");

        // Her message is of a former version: that button is not offered any more.
        Assert.Contains($"This is decided already: <@{decided.DecidedBy}> excluded their votes", await arena.PressAsync("harmless:1", AsCarol), StringComparison.Ordinal);
        Assert.Equal(new Tally(0, 0, 0, 0), await arena.TallyAsync(1));
    }

    [Fact]
    public async Task What_is_excluded_is_taken_back_once()
    {
        await using var arena = await SuspectedAsync();
        Assert.Contains("[Take it back Secondary include:1] [Who", await arena.PressAsync("exclude:1", Bob), StringComparison.Ordinal);

        Assert.Contains("2 votes of 2 accounts in 1 battle are counted again", await arena.PressAsync("include:1", AsCarol), StringComparison.Ordinal);
        Assert.Contains("This is decided already: <@8> let their votes count", await arena.PressAsync("include:1", Bob), StringComparison.Ordinal);

        Assert.Equal(new Tally(2, 0, 0, 0), await arena.TallyAsync(1));
        Assert.Single(await ActionsAsync(arena), action => action == "ballots.restored");
    }

    [Fact]
    public async Task Where_nobody_decided_there_is_nothing_to_take_back()
    {
        await using var arena = await SuspectedAsync();

        var told = await arena.PressAsync("include:1", Bob);

        Assert.Contains(SuspicionMessage.NothingToTakeBack, told, StringComparison.Ordinal);
        Assert.DoesNotContain("decided already", told, StringComparison.Ordinal);
        await IsOpenAsync(arena);
    }

    [Fact]
    public async Task What_is_not_suspicious_may_be_excluded_later_and_its_accounts_are_still_told()
    {
        await using var arena = await SuspectedAsync();

        var dismissed = await arena.PressAsync("harmless:1", Bob);
        Assert.Contains("<@7> let their votes count", dismissed, StringComparison.Ordinal);
        Assert.DoesNotContain("harmless:1", dismissed, StringComparison.Ordinal);
        Assert.Equal(new Tally(2, 0, 0, 0), await arena.TallyAsync(1));
        Assert.Contains("This is decided already: <@7> let their votes count", await arena.PressAsync("harmless:1", AsCarol), StringComparison.Ordinal);

        var who = await arena.PressAsync("suspects:1", AsCarol);
        Assert.StartsWith("(ephemeral)\nThese 2 accounts of suspicion 1", who, StringComparison.Ordinal);
        Assert.Contains("<@101> · 1 of 1 vote for it", who, StringComparison.Ordinal);
        Assert.Contains("2 votes of 2 accounts in 1 battle are excluded;", await arena.PressAsync("exclude:1", AsCarol), StringComparison.Ordinal);
        Assert.Equal(new Tally(0, 0, 0, 0), await arena.TallyAsync(1));
        Assert.Equal(
            ["ballots.excluded", "suspicion.dismissed"],
            (await ActionsAsync(arena)).Where(action => action is "ballots.excluded" or "suspicion.dismissed"));
    }

    [Fact]
    public async Task A_decision_from_the_list_shows_in_the_notice_which_is_posted_once()
    {
        await using var arena = await SuspectedAsync();
        await arena.Get<WatchNotices>().TellAsync(Cancel);
        await arena.Get<WatchNotices>().TellAsync(Cancel);
        Assert.Single(arena.Discord.Posted, posted => posted.Embeds.Any(embed => embed.Title == "Votes that look agreed upon · 1"));

        await arena.PressAsync("exclude:1", Bob);

        Assert.Contains(arena.Discord.Edits, edit => edit.Embeds?.Any(
            embed => embed.Description?.Contains("<@7> excluded their votes", StringComparison.Ordinal) == true) == true);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(50)]
    [InlineData(51)]
    [InlineData(400)]
    public async Task However_many_accounts_there_are_who_fits_in_a_message_and_leaves_none_out(int accounts)
    {
        await using var arena = await SuspectedAsync();
        var suspicion = (await arena.Get<SuspicionDesk>().FindAsync(CommandDriver.Home, new SuspicionId(1), Cancel))!;
        var suspects = Enumerable.Range(0, accounts).Select(i => new Suspect(new MemberId(1_234_567_890_123_456_000 + (ulong)i), 12_345, 12_345, 12_345.6)).ToList();

        var message = SuspicionMessage.Accounts(suspicion, suspects);

        var list = Assert.Single(message.Embeds).Description!;
        Assert.True(list.Length <= 4_096, $"{list.Length} characters");
        Assert.StartsWith($"These {accounts} accounts", message.Content, StringComparison.Ordinal);
        var file = message.Files.Count == 0 ? "" : Encoding.UTF8.GetString(Assert.Single(message.Files).Content.ToArray());
        Assert.All(suspects, suspect => Assert.True(
            (file.Length == 0 ? list : file).Contains(suspect.Member.ToString(), StringComparison.Ordinal), $"{suspect.Member} is in neither"));
        Assert.Equal(accounts > list.Split('\n').Length, list.EndsWith("all in the file", StringComparison.Ordinal));
    }

    /// <summary>Two accounts that voted for A, and a suspicion about them.</summary>
    private static async Task<CommandDriver> SuspectedAsync()
    {
        var arena = await CommandDriver.StartAsync();
        var battle = await arena.VotingAsync();
        foreach (var member in new ulong[] { 101, 102 })
            await arena.Get<BallotBox>().CastAsync(battle.Message!.Value, new Voter(new MemberId(member), null), Choice.A, Cancel);
        await arena.PressAsync("reveal:1");
        await arena.UntilAsync(1, settled => settled.State == BattleState.Settled);
        await arena.ChangeAsync(string.Create(CultureInfo.InvariantCulture, $$"""
            insert into suspicions (server_id, tag, evidence, noticed_at, state) values ({{CommandDriver.Home}}, '{{battle.ModelA}}',
                '{"is_for":true,"kind":"MadeTogether","accounts":2,"ballots":2,"battles":1,"share":1,"others_share":0.5,"median_seconds":3,"others_median_seconds":null,"median_age_days":2,"made_within_days":1,"came_within_days":1,"window_days":30,"exponent":7}',
                0, 'Open')
            """));
        await arena.ChangeAsync("insert into suspicion_members (suspicion_id, member_id) values (1, 101), (1, 102)");
        return arena;
    }

    private static async Task IsOpenAsync(CommandDriver arena)
    {
        Assert.Equal(SuspicionState.Open, (await arena.Get<SuspicionDesk>().FindAsync(CommandDriver.Home, new SuspicionId(1), Cancel))!.State);
        Assert.Equal(new Tally(2, 0, 0, 0), await arena.TallyAsync(1));
    }

    private static IReadOnlyList<string> Told(CommandDriver arena) => [.. arena.Discord.Answers.Select(answer => answer.Content).OfType<string>()];

    private static async Task<IReadOnlyList<string>> ActionsAsync(CommandDriver arena) =>
        [.. (await arena.Get<AuditStore>().LatestAsync(null, 50, Cancel)).Select(entry => entry.Action)];

    private static InteractionOrigin Bob(InteractionOrigin origin) => Moderator(origin, CommandDriver.Bob);

    private static InteractionOrigin AsCarol(InteractionOrigin origin) => Moderator(origin, Carol);

    private static InteractionOrigin Elsewhere(InteractionOrigin origin) => Bob(origin) with { Server = new ServerId(77) };

    private static InteractionOrigin Moderator(InteractionOrigin origin, MemberId member) =>
        origin with { Member = CommandDriver.Member(member, Permissions.ManageServer) };
}
