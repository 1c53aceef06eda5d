using System.Globalization;
using Arena.Core.Servers;
using Arena.Core.Storage;
using Bot.Discord;
using Bot.Discord.Interactions;
using Bot.Presentation;
using Bot.Presentation.Leaderboards;
using Bot.Presentation.Moderation;
using Bot.Tests.Presentation;

namespace Bot.Tests.Commands;

/// <summary>As much as there can be, as long as it can be, of characters that have to be escaped: Discord takes every message of it.</summary>
public sealed class MessageLimitsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_suggested_prompt_of_many_short_lines_can_be_looked_at_and_decided()
    {
        await using var arena = await CommandDriver.StartAsync();
        await arena.VotingAsync();
        await arena.UseAsync("prompts suggest", new { text = string.Concat(Enumerable.Range(0, 660).Select(i => i % 2 == 0 ? "`\n\n" : "a\n\n")) });

        var list = await arena.UseAsync("prompt suggestions", null, Moderator);
        Assert.Contains("by <@4> in <#2>", list, StringComparison.Ordinal);
        Assert.Contains("The prompt is in this server's library.", await arena.PressAsync("suggestion-approve:prompt/1", Moderator), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hundred_models_with_names_of_a_hundred_characters_are_shown_everywhere()
    {
        await using var arena = await CommandDriver.StartAsync();
        var tags = Enumerable.Range(0, 100).Select(i => string.Create(CultureInfo.InvariantCulture, $"__{i:000}{new string('_', 88)}x:{i:0000}")).ToList();
        await StoredBattles.ChainAsync(arena, tags);
        await arena.ChangeAsync("update models set display_name = '*' || substr(tag, 3, 3) || '****************************************************' where length(tag) > 20");
        await arena.ChangeAsync("update models set age_restricted = 1, family = tag, license = tag || tag, quantization = 'Q4_K_M', capabilities = 'completion,vision', parameters_billions = 7 where length(tag) > 20");
        await arena.ChangeAsync("update models set status = 'Flagged', flag_reason = replace(hex(zeroblob(150)), '0', '*') where tag in (select tag from models where length(tag) > 20 limit 40)");

        for (var page = 1; page <= 7; page++)
            Assert.Contains($"page {page} of 7", await arena.PressAsync($"roster:{page}"), StringComparison.Ordinal);
        foreach (var rating in new[] { "bradley-terry", "elo", "score" })
        {
            for (var page = 1; page <= 7; page++)
                await arena.UseAsync("leaderboard", new { rating, page });
        }

        foreach (var kind in ChartKinds.All)
            await arena.UseAsync("chart", new { kind = kind.Word });
        await arena.UseAsync("models info", new { model = tags[0] });
        await arena.UseAsync("elo", new { model = tags[0], versus = tags[1] });
        await arena.UseAsync("elo", new { model = tags[1] });
        await arena.UseAsync("me");
        await arena.UseAsync("model remove", new { model = tags[0] }, Moderator);
        await arena.UseAsync("model flag", new { model = tags[0], reason = new string('*', 300), link = $"https://example.org/{new string('_', 270)}" }, Moderator);
        await arena.UseAsync("models info", new { model = tags[0] });
        await arena.UseAsync("model bench", new { model = tags[2] }, Moderator);
        await arena.TypeAsync("duel", "model_a", "");
        Assert.DoesNotContain(arena.Discord.Answers, answer => answer.Content == ErrorText.Unexpected);
    }

    [Fact]
    public async Task All_that_moderators_can_set_is_shown_and_put_back()
    {
        await using var arena = await CommandDriver.StartAsync();
        var full = new ServerSettings
        {
            BattleChannels = [.. Enumerable.Range(1, 25).Select(i => new ChannelId(1187000000000000000 + (ulong)i))],
            RoleLimits = [.. Enumerable.Range(1, 25).Select(i => new RoleLimit(new RoleId(1187000000000000000 + (ulong)i), new TimeSpan(6, 23, 59, 59), 1_000))],
            BlockedPhrases = [.. Enumerable.Range(1, 39).Select(i => string.Create(CultureInfo.InvariantCulture, $"{new string('`', 96)}{i}"))],
        };
        var book = arena.Get<ServerSettingsBook>();
        // As they stand, and with every role and channel deleted.
        foreach (var isKnown in new[] { false, true })
        {
            arena.Discord.Roles = isKnown ? [.. full.RoleLimits.Select(limit => new Role(limit.Role, new string('@', 100)))] : [];
            arena.Discord.Channels = isKnown ? [.. full.BattleChannels.Select(channel => new Channel(channel, ChannelKind.Text, "x", CommandDriver.Home))] : [];
            await book.ChangeAsync(CommandDriver.Home, CommandDriver.Bob, _ => full, Cancel);
            foreach (var entry in SettingsTable.Entries)
            {
                Assert.Contains($"▸ **{entry.Name}**", await arena.ChooseAsync(Id(arena, "pick", "voting"), [entry.Id], Moderator), StringComparison.Ordinal);
                await arena.PressAsync(Id(arena, "ask", entry.Id), Moderator);
                await arena.PressAsync($"settings:default:{entry.Id}:{SettingsFingerprint.Of(new ServerSettings())}", Moderator);
            }

            Assert.Empty(book.Of(CommandDriver.Home).RoleLimits);
        }

        Assert.DoesNotContain(arena.Discord.Answers, answer => answer.Content == ErrorText.Unexpected);
    }

    [Fact]
    public async Task As_many_presets_as_there_can_be_are_all_in_the_list()
    {
        await using var arena = await CommandDriver.StartAsync();
        var names = Enumerable.Range(10, 20).Select(i => string.Create(CultureInfo.InvariantCulture, $"{new string('a', 30)}{i}")).ToList();
        foreach (var name in names)
        {
            await arena.UseAsync(
                "arena presets set",
                new
                {
                    name, temperature = 1.125, top_p = 0.125, min_p = 0.125, top_k = 1000, repeat_penalty = 1.125, output_tokens = 1024, context = 8192,
                    system_prompt = new string('*', 2_000),
                },
                Moderator);
        }

        var list = await arena.UseAsync("arena presets list", null, Moderator);
        Assert.All(names, name => Assert.Contains(name, list, StringComparison.Ordinal));
        Assert.Contains("Battles that name no preset", list, StringComparison.Ordinal);
        await arena.UseAsync("arena presets list", new { name = names[0] }, Moderator);
        await arena.TypeAsync("battle", "preset", "");
    }

    [Fact]
    public async Task No_deed_is_left_out_of_the_audit_because_others_are_long()
    {
        await using var arena = await CommandDriver.StartAsync();
        for (var i = 0; i < 10; i++)
        {
            await arena.Get<AuditStore>().RecordAsync(
                new AuditEntry(DateTimeOffset.UnixEpoch, CommandDriver.Home, new MemberId(1187000000000000000), "suspicion.noticed", new string('*', 150), new string('_', 400)), Cancel);
        }

        var page = await arena.UseAsync("arena audit", new { about = "suspicion" }, Moderator);

        Assert.Equal(10, page.Split("noticed votes that look agreed upon").Length - 1);
    }

    [Fact]
    public async Task What_a_moderator_blocks_is_no_markdown_in_the_audit()
    {
        await using var arena = await CommandDriver.StartAsync();
        await arena.Get<ServerSettingsBook>().ChangeAsync(
            CommandDriver.Home, CommandDriver.Bob, settings => settings with { BlockedPhrases = ["[a](https://evil.example)", "<@5>"] }, Cancel);

        var page = await arena.UseAsync("arena audit", null, Moderator);

        Assert.DoesNotContain("[a](", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" <@5>", page.Replace(@"\<@5\>", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task However_many_report_at_however_great_length_the_notice_is_posted()
    {
        await using var arena = await CommandDriver.StartAsync();
        await arena.VotingAsync();
        for (var i = 0; i < 30; i++)
        {
            var member = new MemberId(1187000000000000000 + (ulong)i);
            await arena.SubmitAsync(
                "report-why:1:All", new { reason = i % 2 == 0 ? new string('*', 300) : string.Concat(Enumerable.Repeat("`\n", 150)) },
                origin => origin with { Member = CommandDriver.Member(member, Permissions.None) });
        }

        Assert.Contains(arena.Discord.Edits, edit => edit.Content?.Contains("by 30 members", StringComparison.Ordinal) == true);
    }

    [Theory]
    [InlineData("models info", "model")]
    [InlineData("elo", "model")]
    [InlineData("elo", "versus")]
    [InlineData("battle", "category")]
    [InlineData("battle", "preset")]
    [InlineData("battle", "prompt")]
    [InlineData("models suggest", "model")]
    [InlineData("prompts suggest", "text")]
    [InlineData("prompts suggest", "category")]
    [InlineData("prompts random", "category")]
    [InlineData("leaderboard", "category")]
    [InlineData("model add", "model")]
    [InlineData("model pull", "model")]
    [InlineData("model retire", "model")]
    [InlineData("model restore", "model")]
    [InlineData("model flag", "model")]
    [InlineData("model edit", "model")]
    [InlineData("model remove", "model")]
    [InlineData("model play", "model")]
    [InlineData("prompt add", "text")]
    [InlineData("prompt remove", "prompt")]
    [InlineData("arena unban", "member")]
    [InlineData("arena presets list", "name")]
    [InlineData("arena presets set", "name")]
    [InlineData("arena presets remove", "name")]
    public async Task Whatever_is_typed_into_an_option_the_answer_is_one_that_Discord_takes(string command, string option)
    {
        await using var arena = await CommandDriver.StartAsync();
        var random = new Random(20261122);
        var texts = Enumerable.Range(0, 12).Select(i => NastyText.Draw(random, 20 << (i / 2))).Append(new string('*', 6_000)).Append(string.Concat(Enumerable.Repeat("😀", 3_000)));
        foreach (var text in texts)
        {
            var given = text.Length > 6_000 ? text[..6_000] : text;
            var told = await arena.UseAsync(command, new Dictionary<string, string> { ["model"] = "fox:1b", [option] = given }, Moderator);
            Assert.DoesNotContain(ErrorText.Unexpected, told, StringComparison.Ordinal);
        }
    }

    private static string Id(CommandDriver arena, string deed, string place) =>
        $"settings:{deed}:{place}:{SettingsFingerprint.Of(arena.Get<ServerSettingsBook>().Of(CommandDriver.Home))}";

    private static InteractionOrigin Moderator(InteractionOrigin origin) =>
        origin with { Member = CommandDriver.Member(CommandDriver.Bob, Permissions.ManageServer) };
}
