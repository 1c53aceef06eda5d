using Arena.Core.Servers;
using Arena.Core.Storage;
using Bot.Discord;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Bot.Presentation;

namespace Bot.Tests.Commands;

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
        Assert.Matches(@"^<t:\d+:f> <@7> retired \*\*owl:7b\*\*$", lines[3]);
        Assert.Matches(@"^<t:\d+:f> the arena put \*\*.*\*\* on the roster \(seed\)$", lines[4]);
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

        Assert.Contains("77", there, StringComparison.Ordinal);
        Assert.DoesNotContain("owl:7b", there, StringComparison.Ordinal);
        Assert.DoesNotContain("77", await arena.UseAsync("arena audit", null, Moderator()), StringComparison.Ordinal);
    }

    private static List<Component.Button> Buttons(IReadOnlyList<ActionRow> rows) => [.. rows.SelectMany(row => row.Components).Cast<Component.Button>()];

    private static Func<InteractionOrigin, InteractionOrigin> Moderator(ServerId? server = null) => origin =>
        origin with { Member = CommandDriver.Member(CommandDriver.Bob, Permissions.ManageServer), Server = server ?? CommandDriver.Home };

    private static async Task RecordAsync(CommandDriver arena, AuditEntry entry) => await arena.Get<AuditStore>().RecordAsync(entry, Cancel);
}
