using System.Text;
using System.Text.Json.Nodes;
using Bot.Presentation;
using Bot.Presentation.Battles;

namespace Bot.Tests.EndToEnd;

/// <summary><b>Report battle</b> as members use it and moderators judge it.</summary>
public sealed class ReportOnTheWireTests
{
    [Fact]
    [Presses(ButtonIds.Report, ButtonIds.ReportWhy, ButtonIds.ReportLook, ButtonIds.ReportShow, ButtonIds.ReportHide)]
    public async Task What_a_member_reports_is_out_of_sight_at_once_also_after_a_kill_until_a_moderator_shows_it_again()
    {
        await using var arena = await ArenaDriver.StartAsync();
        await arena.SpoilAnswersAsync("long", times: 2);
        var battle = await arena.BattleAsync();
        var opening = Opening(battle);
        Assert.True(Carries(battle, "answer-a.md"));

        await ReportAsync(arena.Bob, battle, "A", "It *insults* @everyone");
        await arena.Bob.SeeAsync(message => message.IsEphemeral && message.Content == ReportMessage.Done);
        var hidden = await arena.Dave.SeeChangedAsync(battle, message => message.Everything.Contains(HiddenParts.Waiting, StringComparison.Ordinal));
        IsHidden(hidden, opening);
        Assert.True(Carries(hidden, "answer-b.md"));
        Assert.True(hidden.IsVoting);
        await arena.Carol.ReactAsync(battle, "🇦");
        await Ballots(arena, 1);

        var notice = await arena.Alice.SeeAsync(message => message.Offers("Keep hidden"));
        Assert.StartsWith("**Reported** · answer A of battle 1 by 1 member", notice.Content, StringComparison.Ordinal);
        Assert.Contains("insults", notice.Content, StringComparison.Ordinal);
        Assert.False((bool)notice.Json["mention_everyone"]!);
        Assert.DoesNotContain(opening, notice.Content, StringComparison.Ordinal);

        await arena.KillBotAsync();
        await arena.StartBotAsync();
        await arena.Dave.ReactAsync(battle, "🇧");
        await Ballots(arena, 2);
        IsHidden((await arena.Dave.MessagesAsync()).Single(message => message.Id == battle.Id), opening);
        await arena.Alice.PressAsync(battle, "Reveal");
        hidden = await arena.Dave.SeeChangedAsync(battle, message => message.Offers("New battle"));
        Assert.Contains(HiddenParts.Waiting, hidden.Everything, StringComparison.Ordinal);
        IsHidden(hidden, opening);

        await arena.Alice.PressAsync(notice, "Show me");
        var shown = await arena.Alice.SeeAsync(message => message.IsEphemeral && Carries(message, "SPOILER_answer-a.md"));
        Assert.Equal(
            arena.Query<string>("select text from answers where side = 'A'").Single().Trim(),
            Encoding.UTF8.GetString(await arena.Alice.DownloadAsync((string)Assert.Single(shown.Attachments)["url"]!)).Trim());
        await arena.Alice.PressAsync(notice, "Keep hidden");
        notice = await arena.Alice.SeeChangedAsync(notice, message => message.Content.Contains("keeps it hidden", StringComparison.Ordinal));
        hidden = await arena.Dave.SeeChangedAsync(battle, message => message.Everything.Contains(HiddenParts.Judged, StringComparison.Ordinal));
        IsHidden(hidden, opening);

        await arena.Alice.PressAsync(notice, "Show again");
        await arena.Alice.SeeChangedAsync(notice, message => message.Content.Contains("shows it again", StringComparison.Ordinal));
        var again = await arena.Dave.SeeChangedAsync(battle, message => Carries(message, "answer-a.md"));
        Assert.Contains(opening, (string)again.Embeds[0]["description"]!, StringComparison.Ordinal);
        Assert.Equal(["report.made", "report.hidden", "report.shown"], arena.Query<string>("select action from audit where action like 'report.%' order by id"));
    }

    [Fact]
    public async Task What_was_reported_of_a_settled_battle_is_hidden_after_the_start_if_the_bot_was_killed_before_it_hid_it()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.BattleAsync();
        await arena.Carol.ReactAsync(battle, "🇦");
        await Ballots(arena, 1);
        await arena.Alice.PressAsync(battle, "Reveal");
        var settled = await arena.Alice.SeeChangedAsync(battle, message => message.Offers("New battle"));
        await Eventually.TrueAsync(() => Task.FromResult(arena.Query<string>("select shown_state from battles").Single() == "Settled"));
        await arena.FaultAsync(new() { ["kind"] = "delay", ["milliseconds"] = 60_000, ["times"] = 50, ["method"] = "PATCH", ["route"] = "/channels/{channel_id}/messages/{message_id}" });
        await ReportAsync(arena.Bob, battle, "AB", "");
        await arena.Bob.SeeAsync(message => message.IsEphemeral && message.Content == ReportMessage.Done);

        await arena.KillBotAsync();
        await arena.ClearFaultsAsync();
        await arena.StartBotAsync();

        var hidden = await arena.Dave.SeeChangedAsync(battle, message => message.Everything.Contains(HiddenParts.Waiting, StringComparison.Ordinal));
        IsHidden(hidden, Opening(settled));
        Assert.True(hidden.Offers("New battle"));
    }

    [Fact]
    public async Task Who_is_banned_reports_nothing_also_with_a_form_that_was_open_before()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.BattleAsync();
        var form = await OpenFormAsync(arena.Bob, battle, "B");
        await arena.Alice.CommandAsync("arena ban", ("member", await arena.Bob.IdAsync()));
        await arena.Alice.SeeAsync(message => message.IsEphemeral && message.Content.Contains("banned", StringComparison.Ordinal));

        await arena.Bob.SubmitAsync(form, "Hm.");
        var refusal = await arena.Bob.SeeAsync(message => message.IsEphemeral && message.Content == ReportMessage.Banned);
        await arena.Bob.MessageCommandAsync("Report battle", battle.Id);
        await arena.Bob.SeeAsync(message => message.IsEphemeral && message.Content == ReportMessage.Banned && message.Number > refusal.Number);

        Assert.Equal(0, arena.Query<long>("select count(*) from reports").Single());
        Assert.Equal(Opening(battle), Opening((await arena.Bob.MessagesAsync()).Single(message => message.Id == battle.Id)));
    }

    [Fact]
    public async Task Members_and_strangers_who_press_the_moderators_buttons_see_and_change_nothing()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.BattleAsync();
        await ReportAsync(arena.Bob, battle, "A", "");
        var notice = await arena.Alice.SeeAsync(message => message.Offers("Keep hidden"));
        var stranger = await arena.NewMemberAsync("newcomer");

        foreach (var member in new[] { arena.Bob, stranger })
        {
            var told = 0UL;
            foreach (var button in new[] { "Show me", "Show again", "Keep hidden" })
            {
                await member.PressAsync(notice, button);
                told = (await member.SeeAsync(message => message.IsEphemeral && message.Content == ErrorText.OnlyModerators && message.Number > told)).Number;
            }

            Assert.DoesNotContain(await member.MessagesAsync(), message => message.IsEphemeral && message.Attachments.Count > 0);
        }

        Assert.Equal("Open", arena.Query<string>("select state from reports").Single());
        await arena.Dave.SeeChangedAsync(battle, message => message.Everything.Contains(HiddenParts.Waiting, StringComparison.Ordinal));
    }

    private static async Task ReportAsync(MemberClient member, SeenMessage battle, string what, string why) =>
        await member.SubmitAsync(await OpenFormAsync(member, battle, what), why);

    /// <summary>Uses <b>Report battle</b> and chooses in the menu; the form that opens comes back.</summary>
    private static async Task<JsonNode> OpenFormAsync(MemberClient member, SeenMessage battle, string what)
    {
        await member.MessageCommandAsync("Report battle", battle.Id);
        var menu = await member.SeeAsync(message => message.IsEphemeral && message.Content.StartsWith("What should not be shown?", StringComparison.Ordinal));
        return await member.FormAsync(async () =>
        {
            using var chosen = await member.ChooseAsync(menu, what);
            Assert.True(chosen.IsSuccessStatusCode);
        });
    }

    private static void IsHidden(SeenMessage battle, string opening)
    {
        Assert.False(Carries(battle, "answer-a.md"));
        Assert.DoesNotContain(opening, (string)battle.Embeds[0]["description"]!, StringComparison.Ordinal);
    }

    /// <summary>How the answer in the first box begins.</summary>
    private static string Opening(SeenMessage battle) => ((string)battle.Embeds[0]["description"]!)[..30];

    private static bool Carries(SeenMessage message, string file) => message.Attachments.Any(candidate => (string)candidate["filename"]! == file);

    private static Task Ballots(ArenaDriver arena, long counted) =>
        Eventually.TrueAsync(() => Task.FromResult(arena.Query<long>("select count(*) from ballots where counted = 1").Single() == counted));
}
