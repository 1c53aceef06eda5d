using Arena.Core.Battles;
using Arena.Core.Battles.Voting;
using Arena.Core.Servers;
using Arena.Core.Storage;
using Bot.Discord;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Bot.Presentation;

namespace Bot.Tests.Commands.Moderation;

public sealed class ArenaAuditTests
{
    private static readonly ServerId Elsewhere = new(9);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_moderator_sees_who_did_what_and_when_the_newest_first()
    {
        await using var arena = await CommandDriver.StartAsync();
        await arena.UseAsync("model retire", new { model = "owl:7b" }, Moderator());
        await arena.Get<ServerSettingsBook>().ChangeAsync(CommandDriver.Home, CommandDriver.Bob, settings => settings with { Quorum = 7 }, Cancel);

        var lines = (await arena.UseAsync("arena audit", null, Moderator())).Split('\n');

        Assert.Equal("(ephemeral)", lines[0]);
        Assert.Equal("**Audit**", lines[1]);
        Assert.Matches(@"^<t:\d+:f> <@7> set \*\*quorum\*\* \(from 25 to 7\)$", lines[2]);
        Assert.Matches(@"^<t:\d+:f> <@7> retired \*\*owl:7b\*\*", lines[3]);
        Assert.Matches(@"^<t:\d+:f> the arena put \*\*.*\*\* on the roster \(from the operator's list\)$", lines[4]);
    }

    [Theory]
    [InlineData("voting time", "from 00:10:00 to 1.00:30:00", "from 10 minutes to 1 day 30 minutes")]
    [InlineData("cooldown", "from 00:00:00 to 00:01:00", "from none to 1 minute")]
    [InlineData("text retention", "from none to 30.00:00:00", "from none to 30 days")]
    [InlineData("battle channels", "from  to 11 12", "from none to <#11>, <#12>")]
    [InlineData("moderator role", "from none to 15", "from none to <@&15>")]
    [InlineData("role limits", "from  to 15/00:01:00/3 16/00:00:00/none", "from none to <@&15> cooldown 1 minute, daily 3; <@&16> cooldown none, daily none")]
    [InlineData("summary hour", "from 9 to 18", "from 9:00 to 18:00")]
    [InlineData("preset", "from *a* to b", @"from \*a\* to b")]
    public async Task Settings_are_told_in_words(string setting, string stored, string told)
    {
        await using var arena = await CommandDriver.StartAsync();
        await RecordAsync(arena, new AuditEntry(DateTimeOffset.UnixEpoch, CommandDriver.Home, CommandDriver.Bob, "server.setting", setting, stored));

        Assert.Contains($"set **{setting}** ({told})", await arena.UseAsync("arena audit", null, Moderator()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Presets_are_told_in_words_when_they_are_made_and_when_they_go()
    {
        await using var arena = await CommandDriver.StartAsync();
        await arena.UseAsync("arena presets set", new { name = "house", temperature = 0.3, system_prompt = "Be *brief*." }, Moderator());
        await arena.UseAsync("arena presets set", new { name = "plain" }, Moderator());
        await arena.UseAsync("arena presets remove", new { name = "house" }, Moderator());

        var told = await arena.UseAsync("arena audit", new { about = "preset" }, Moderator());

        Assert.Contains("set the sampling preset **house** (temperature 0.3, system prompt `Be *brief*.`)", told, StringComparison.Ordinal);
        Assert.Contains("set the sampling preset **plain** (as the models come)", told, StringComparison.Ordinal);
        Assert.Contains("removed the sampling preset **house** (temperature 0.3, ", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_cancels_or_reveals_what_somebody_else_started_stands_in_it()
    {
        await using var arena = await CommandDriver.StartAsync();
        await arena.VotingAsync();
        await arena.PressAsync("reveal:1", Moderator());                          // no vote yet, so it is not revealed
        Assert.DoesNotContain("revealed", await arena.UseAsync("arena audit", null, Moderator()), StringComparison.Ordinal);
        var vote = await arena.UntilAsync(1, battle => battle.Message is not null);
        await arena.Get<BallotBox>().CastAsync(vote.Message!.Value, new Voter(CommandDriver.Bob, null), Choice.A, Cancel);

        await arena.PressAsync("reveal:1", Moderator());

        Assert.Contains("<@7> revealed battle **1** of somebody else", await arena.UseAsync("arena audit", null, Moderator()), StringComparison.Ordinal);

        arena.Models.Gate = Task.Delay(Timeout.Infinite, Cancel);
        await arena.UseAsync("battle", new { prompt = "Cancelled by Alice" });
        await arena.PressAsync("cancel:2");
        await arena.UseAsync("battle", new { prompt = "Cancelled by Bob" });
        await arena.PressAsync("cancel:3", Moderator());
        var after = await arena.UseAsync("arena audit", new { about = "battle" }, Moderator());
        Assert.Contains("<@7> cancelled battle **3** of somebody else", after, StringComparison.Ordinal);
        Assert.DoesNotContain("**2**", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_can_be_narrowed_to_a_member_and_to_what_things_were_done_to()
    {
        await using var arena = await CommandDriver.StartAsync();
        await arena.UseAsync("model retire", new { model = "owl:7b" }, Moderator());
        await RecordAsync(arena, new AuditEntry(DateTimeOffset.UnixEpoch, CommandDriver.Home, CommandDriver.Bob, "member.banned", $"member:{CommandDriver.Alice}", "spam"));

        Assert.DoesNotContain("retired", await arena.UseAsync("arena audit", new { about = "server" }, Moderator()), StringComparison.Ordinal);
        Assert.Contains("**Audit** · model", await arena.UseAsync("arena audit", new { about = "model" }, Moderator()), StringComparison.Ordinal);
        var ofAlice = await arena.UseAsync("arena audit", new { member = $"{CommandDriver.Alice}" }, Moderator());
        Assert.Contains("<@4>", ofAlice, StringComparison.Ordinal);
        Assert.DoesNotContain("retired", ofAlice, StringComparison.Ordinal);
        Assert.Equal($"(ephemeral)\n{ErrorText.BadOption("about")}", await arena.UseAsync("arena audit", new { about = "'; drop" }, Moderator()));
    }

    [Theory]
    [InlineData("pull.failed", "whale:405b", "DiskFull", "could not pull **whale:405b** (the node's disk is full)")]
    [InlineData("model.edited", "owl:7b", "kind RlTuned, name RlTuned, age-restricted yes", "changed **owl:7b** (kind RL-tuned, name RlTuned, age-restricted yes)")]
    [InlineData("model.edited", "owl:7b", "kind Unknown, name Owl, age-restricted no", "changed **owl:7b** (kind unknown, name Owl, age-restricted no)")]
    [InlineData("model.restored", "owl:7b", "was Flagged: was Retired too", "brought **owl:7b** back (was flagged: was Retired too)")]
    [InlineData("model.retired", "owl:7b", "was Benched", "retired **owl:7b** (was benched)")]
    [InlineData("question.dropped", "7", "ModelSilent", "took back the further question of battle **7** (One of the two models went silent in the middle of its answer)")]
    [InlineData("question.dropped", "7", "Cancelled", "took back the further question of battle **7** (cancelled)")]
    [InlineData("report.made", "7", "A, prompt", "reported battle **7** (answer A and the prompt)")]
    [InlineData("report.hidden", "7", "A, B", "kept what was reported of battle **7** hidden (both answers)")]
    [InlineData("server.setting", "blocked phrases", "from  to one\ntwo", "set **blocked phrases** (from none to one, two)")]
    public async Task What_is_stored_by_name_is_told_in_words(string action, string subject, string detail, string told)
    {
        await using var arena = await CommandDriver.StartAsync();
        await RecordAsync(arena, new AuditEntry(DateTimeOffset.UnixEpoch, CommandDriver.Home, CommandDriver.Bob, action, subject, detail));

        Assert.EndsWith(told, (await arena.UseAsync("arena audit", null, Moderator())).Split('\n')[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_turn_by_button_and_keep_what_was_asked_for()
    {
        await using var arena = await CommandDriver.StartAsync();
        for (var i = 1; i <= 25; i++)
            await RecordAsync(arena, new AuditEntry(DateTimeOffset.UnixEpoch, CommandDriver.Home, CommandDriver.Bob, "battle.category", $"{i}"));

        await arena.UseAsync("arena audit", new { about = "battle" }, Moderator());
        var buttons = Buttons(arena.Discord.Answers.Last().Components);
        Assert.Equal(("audit:all:battle:2", false, true), (buttons[1].CustomId, buttons[1].Disabled, buttons[0].Disabled));

        var last = await arena.PressAsync("audit:all:battle:3", Moderator());
        Assert.Contains("page 3 of 3", last, StringComparison.Ordinal);
        Assert.Equal(5, last.Split('\n').Count(line => line.StartsWith("<t:", StringComparison.Ordinal)));
        Assert.Contains("page 3 of 3", await arena.PressAsync("audit:all:battle:99", Moderator()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_do_not_see_it_nor_turn_its_pages()
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.Equal($"(ephemeral)\n{ErrorText.OnlyModerators}", await arena.UseAsync("arena audit"));
        Assert.Equal($"(ephemeral)\n{ErrorText.OnlyModerators}", await arena.PressAsync("audit:all:all:1"));
        Assert.Equal($"(ephemeral)\n{ErrorText.UnknownButton}", await arena.PressAsync("audit:all:nonsense:1", Moderator()));
    }

    [Fact]
    public async Task What_concerns_the_whole_arena_and_other_servers_is_not_shown_elsewhere()
    {
        await using var arena = await CommandDriver.StartAsync();
        await arena.UseAsync("model retire", new { model = "owl:7b" }, Moderator());
        await RecordAsync(arena, new AuditEntry(DateTimeOffset.UnixEpoch, Elsewhere, CommandDriver.Bob, "battle.category", "77"));

        var there = await arena.UseAsync("arena audit", null, Moderator(Elsewhere));

        Assert.Contains("battle **77**", there, StringComparison.Ordinal);
        Assert.DoesNotContain("owl:7b", there, StringComparison.Ordinal);
        Assert.DoesNotContain("**77**", await arena.UseAsync("arena audit", null, Moderator()), StringComparison.Ordinal);
    }

    private static List<Component.Button> Buttons(IReadOnlyList<ActionRow> rows) => [.. rows.SelectMany(row => row.Components).Cast<Component.Button>()];

    private static Func<InteractionOrigin, InteractionOrigin> Moderator(ServerId? server = null) => origin =>
        origin with { Member = CommandDriver.Member(CommandDriver.Bob, Permissions.ManageServer), Server = server ?? CommandDriver.Home };

    private static async Task RecordAsync(CommandDriver arena, AuditEntry entry) => await arena.Get<AuditStore>().RecordAsync(entry, Cancel);
}
