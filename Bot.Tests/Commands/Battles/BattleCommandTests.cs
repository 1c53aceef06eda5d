using Arena.Core.Battles;
using Bot.Commands;
using Bot.Discord;
using Bot.Presentation;

namespace Bot.Tests.Commands.Battles;

public sealed class BattleCommandTests
{
    [Fact]
    public async Task A_battle_is_acknowledged_at_once_and_answered_by_its_own_message()
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.Equal("", await arena.UseAsync("battle", new { prompt = "Is 91 prime?", category = "math" }));

        Assert.Equal("defer quietly", arena.Discord.Journal.First());
        Assert.Contains("post 2", arena.Discord.Journal);
        Assert.Contains("delete response", arena.Discord.Journal);
        Assert.StartsWith("**Battle** · asked by <@4> · `math`\n> Is 91 prime?", arena.Discord.Posted.Single().Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_prompt_one_is_drawn_from_the_library()
    {
        await using var arena = await CommandDriver.StartAsync();

        await arena.UseAsync("battle");

        Assert.StartsWith("**Battle** 🎲 · asked by <@4> · `everyday`\n> A prompt of the library?", arena.Discord.Posted.Single().Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", ErrorText.PromptEmpty)]
    [InlineData(" \n\t ", ErrorText.PromptEmpty)]
    [InlineData("\u200B\u2060", ErrorText.PromptEmpty)]
    public async Task A_prompt_without_words_is_refused(string prompt, string sentence)
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.Equal(sentence, await arena.UseAsync("battle", new { prompt }));
        Assert.Empty(arena.Discord.Posted);
    }

    [Fact]
    public async Task One_character_is_a_prompt_and_four_thousand_are_too_many()
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.Equal("", await arena.UseAsync("battle", new { prompt = "?" }));
        // And it is given back, to be shortened.
        Assert.StartsWith(
            "The prompt has 4,000 characters; 2,000 are possible. Please shorten it.\n┌ You wrote\n│ ```\n│ aaaa",
            await arena.UseAsync("battle", new { prompt = new string('a', 4_000) }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@everyone hello", "> @\u200Beveryone hello")]
    [InlineData("```py\nprint(1)", "> ```py\n> print(1)\n> ```")]
    [InlineData("a\u202Eb", "> ab")]
    public async Task A_prompt_that_wants_to_break_out_is_shown_harmless(string prompt, string quoted)
    {
        await using var arena = await CommandDriver.StartAsync();

        await arena.UseAsync("battle", new { prompt });

        Assert.Contains($"\n{quoted}\n", arena.Discord.Posted.Single().Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "There is no model that can play. A moderator can add some with /model add.")]
    [InlineData(1, "There are fewer than two models that can play. A moderator can add some with /model add.")]
    public async Task A_battle_needs_two_models(int models, string sentence)
    {
        await using var arena = await CommandDriver.StartAsync(roster: [.. new[] { "fox:1b" }.Take(models)]);

        Assert.Equal(sentence, await arena.UseAsync("battle", new { prompt = "Hello" }));
    }

    [Fact]
    public async Task When_the_models_are_away_the_caller_hears_until_when_the_battle_waits()
    {
        await using var arena = await CommandDriver.StartAsync(reachable: false);
        await arena.UseAsync("battle", new { prompt = "one" });
        await arena.UntilAsync(1, battle => battle.Message is not null);

        // The first attempt finds out; from then on it is known.
        string told;
        var number = 1;
        do
        {
            if (number > 1)
                await arena.Get<BattleDesk>().CancelAsync(new BattleId(number), CommandDriver.Alice, true, TestContext.Current.CancellationToken);
            told = await arena.UseAsync("battle", new { prompt = "two" });
            number++;
        }
        while (told.Length == 0 && number < 500);

        Assert.Matches(@"^The models are not reachable right now\. Your battle waits; it is dropped <t:\d+:R> if they stay away\.$", told);
    }

    [Fact]
    public async Task A_member_has_only_so_many_battles_waiting()
    {
        await using var arena = await CommandDriver.StartAsync(battles: new BattleOptions { WaitingPerMember = 1, WaitingPerServer = 2 });
        arena.Models.Gate = Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken);

        await arena.UseAsync("battle", new { prompt = "one" });

        Assert.Equal(
            "You have 1 battle waiting here already. The next is possible when one of them is answered or cancelled.",
            await arena.UseAsync("battle", new { prompt = "two" }));
    }

    [Theory]
    [InlineData(ChannelKind.Announcement, "Battles do not run in announcement channels. Use a text channel, a thread or a forum post.")]
    [InlineData(ChannelKind.Voice, "Battles do not run in the chat of voice channels. Use a text channel, a thread or a forum post.")]
    [InlineData(ChannelKind.Directory, "Battles do not run here. Use a text channel, a thread or a forum post.")]
    [InlineData(ChannelKind.DirectMessage, ErrorText.OnlyInServers)]
    public async Task Some_channels_have_no_battles(ChannelKind kind, string sentence)
    {
        await using var arena = await CommandDriver.StartAsync();

        var told = await arena.UseAsync(
            "battle", new { prompt = "Hello" }, origin => origin with { Channel = origin.Channel with { Kind = kind } });

        Assert.Equal($"(ephemeral)\n{sentence}", told);
    }

    [Fact]
    public async Task In_direct_messages_the_caller_is_sent_to_a_server()
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.Equal($"(ephemeral)\n{ErrorText.OnlyInServers}", await arena.UseAsync("battle", null, origin => origin with { Server = null }));
    }

    [Theory]
    [InlineData(Permissions.AddReactions, ChannelKind.Text, "add reactions")]
    [InlineData(Permissions.SendMessagesInThreads, ChannelKind.PublicThread, "send messages in threads")]
    [InlineData(Permissions.EmbedLinks | Permissions.AttachFiles | Permissions.ReadMessageHistory, ChannelKind.Text, "embed links, attach files or read the message history")]
    public async Task A_missing_permission_is_named(Permissions missing, ChannelKind kind, string deed)
    {
        await using var arena = await CommandDriver.StartAsync();

        var told = await arena.UseAsync("battle", new { prompt = "Hello" }, origin => origin with
        {
            AppPermissions = CommandDriver.AllOfTheBots & ~missing,
            Channel = origin.Channel with { Kind = kind },
        });

        Assert.Equal($"(ephemeral)\nI may not {deed} in <#2>. Someone with Manage Channels can allow it.", told);
    }

    [Fact]
    public async Task Values_that_Discord_would_not_send_are_answered_plainly()
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.Equal(
            "There is no category `n'o_@\u200Bpe`. There are: coding, math, reasoning, knowledge, writing, roleplay, science, everyday.",
            await arena.UseAsync("battle", new { prompt = "Hello", category = "n`o_@\u200Bpe" }));
        Assert.StartsWith("There is no category", await arena.UseAsync("battle", new { category = new string('x', 5000) }), StringComparison.Ordinal);
        Assert.Equal(
            "(ephemeral)\nI can not read the value of `prompt`. Choose one that Discord offers.",
            await arena.UseAsync("battle", new { prompt = 5 }));
    }

    [Fact]
    public async Task A_post_that_Discord_refuses_is_told_to_the_caller()
    {
        await using var arena = await CommandDriver.StartAsync();
        arena.Discord.Before = line => line.StartsWith("post", StringComparison.Ordinal)
            ? throw new DiscordException(DiscordFailure.MissingPermissions, "no", null, 50013) : Task.CompletedTask;

        Assert.Equal(
            "Discord does not let me post in <#2>. Someone with Manage Channels can check what I may do there.",
            await arena.UseAsync("battle", new { prompt = "Hello" }));
    }

    [Fact]
    public async Task A_message_of_ones_own_becomes_a_battle()
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.Equal("", await arena.BattleThisAsync("What I wrote.", CommandDriver.Alice));

        Assert.Contains("> What I wrote.", arena.Discord.Posted.Single().Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_of_somebody_else_does_so_only_where_it_is_allowed()
    {
        await using var arena = await CommandDriver.StartAsync();
        await using var open = await CommandDriver.StartAsync(new AccessOptions { BattleOthersMessages = true });

        Assert.Equal($"(ephemeral)\n{ErrorText.NotYourMessage}", await arena.BattleThisAsync("Theirs.", CommandDriver.Bob));
        Assert.Equal("", await open.BattleThisAsync("Theirs.", CommandDriver.Bob));
        Assert.Equal($"(ephemeral)\n{ErrorText.MessageWithoutText}", await arena.BattleThisAsync("", CommandDriver.Alice));
    }
}
