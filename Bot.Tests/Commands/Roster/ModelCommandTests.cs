using Arena.Core.Roster;
using Bot.Commands;
using Bot.Commands.Roster;
using Bot.Discord;
using Bot.Discord.Interactions;
using Bot.Presentation;
using Bot.Tests.Presentation;

namespace Bot.Tests.Commands.Roster;

public sealed class ModelCommandTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_moderator_of_the_home_server_adds_and_retires_models()
    {
        await using var arena = await CommandDriver.StartAsync();
        arena.Models.Tags.Add("kiwi:3b");

        Assert.Equal("**kiwi:3b (1B, Q4_0)** is on the roster and plays from the next battle on.", await ByModeratorAsync(arena, "model add", "kiwi:3b"));
        Assert.Equal("**kiwi:3b (1B, Q4_0)** is on the roster already.", await ByModeratorAsync(arena, "model add", "kiwi:3b"));
        Assert.Equal("**kiwi:3b** plays no more. It keeps its rating; /model restore brings it back.", await ByModeratorAsync(arena, "model retire", "kiwi:3b"));
        Assert.Equal("**kiwi:3b** is retired already.", await ByModeratorAsync(arena, "model retire", "kiwi:3b"));
        Assert.Equal("**kiwi:3b (1B, Q4_0)** plays again, with its old rating.", await ByModeratorAsync(arena, "model add", "kiwi:3b"));
    }

    [Fact]
    public async Task What_can_not_be_added_is_told_in_one_sentence()
    {
        await using var arena = await CommandDriver.StartAsync();
        arena.Models.Tags.Add("embed:1b");

        Assert.Equal("`fox:1bb` is not known to any node. Did you mean `fox:1b`?\n[Pull it Primary pull:fox:1bb]", await ByModeratorAsync(arena, "model add", "fox:1bb"));
        Assert.Equal("`qwen2.5:72b` is not known to any node. I can try to pull it.\n[Pull it Primary pull:qwen2.5:72b]", await ByModeratorAsync(arena, "model add", "qwen2.5:72b"));
        Assert.Contains("embed:1b", await ByModeratorAsync(arena, "model add", "embed:1b"), StringComparison.Ordinal);
        Assert.Equal("`fox:1bb` is not on the roster. Did you mean `fox:1b`? /models list shows all.", await ByModeratorAsync(arena, "model retire", "fox:1bb"));
        foreach (var hostile in new[] { "", " ", "a b", "../x", "`@everyone`", "x\u202Ey", new string('a', 5000), "\uD83D" })
        {
            var told = await ByModeratorAsync(arena, "model add", hostile);
            Assert.InRange(told.Length, 1, 400);
            Assert.DoesNotContain("@everyone", told, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', told);
            Assert.Contains("roster", await ByModeratorAsync(arena, "model retire", hostile), StringComparison.Ordinal);
        }

        arena.Models.IsReachable = false;
        Assert.Equal(ErrorText.NodesUnreachable, await ByModeratorAsync(arena, "model add", "kiwi:3b"));
    }

    [Theory]
    [InlineData(Permissions.None, 1UL, ErrorText.OnlyModerators)]
    [InlineData(Permissions.ManageServer, 2UL, ErrorText.OnlyRosterKeepers)]
    public async Task Others_change_nothing(Permissions permissions, ulong server, string sentence)
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.Equal($"(ephemeral)\n{sentence}", await arena.UseAsync("model retire", new { model = "fox:1b" }, origin => origin with
        {
            Member = CommandDriver.Member(CommandDriver.Alice, permissions),
            Server = new ServerId(server),
        }));
        Assert.All(await arena.Get<RosterService>().ListAsync(Cancel), model => Assert.True(model.CanPlay));
    }

    [Fact]
    public async Task Operators_may_wherever_they_are()
    {
        await using var arena = await CommandDriver.StartAsync(new AccessOptions { HomeServer = CommandDriver.Home, Operators = [CommandDriver.Alice] });

        var told = await arena.UseAsync("model retire", new { model = "fox:1b" }, origin => origin with { Server = new ServerId(2) });

        Assert.Contains("plays no more", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_home_server_it_is_the_first_that_was_joined()
    {
        await using var arena = await CommandDriver.StartAsync(new AccessOptions());
        await arena.Get<Arena.Core.Storage.ServerStore>().RememberAsync(new ServerId(2), Cancel);
        await arena.Get<Arena.Core.Storage.ServerStore>().RememberAsync(CommandDriver.Home, Cancel);

        Assert.Equal($"(ephemeral)\n{ErrorText.OnlyRosterKeepers}", await ByModeratorAsync(arena, "model retire", "fox:1b"));
    }

    [Fact]
    public async Task Names_are_completed_while_they_are_typed()
    {
        await using var arena = await CommandDriver.StartAsync();
        arena.Models.Tags.AddRange(["kiwi:3b", "embed:1b"]);

        Assert.Equal(["fox:1b", "owl:7b"], await arena.TypeAsync("elo", "model", ""));
        Assert.Equal(["owl:7b"], await arena.TypeAsync("elo", "model", "7B"));
        Assert.Empty(await arena.TypeAsync("elo", "model", "nothing like it"));
        Assert.Empty(await arena.TypeAsync("model add", "model", ""));
        Assert.Equal(["kiwi:3b"], await TypeByModeratorAsync(arena, "model add"));
        Assert.Equal(["fox:1b", "owl:7b"], await TypeByModeratorAsync(arena, "model retire"));
        Assert.Empty(await arena.TypeAsync("no such command", "model", ""));

        arena.Models.IsReachable = false;
        Assert.Empty(await TypeByModeratorAsync(arena, "model add"));
    }

    [Fact]
    public void The_best_fits_come_first_and_no_more_than_Discord_shows()
    {
        string[] tags = ["llama3.2:3b", "codellama:7b", "lfm2a:1b", "qwen:1b", new string('x', 101)];

        Assert.Equal(["llama3.2:3b", "codellama:7b"], ModelSuggestions.For("Llama", tags).Select(choice => choice.Name));
        Assert.Equal(["llama3.2:3b"], ModelSuggestions.For("lma3b", tags).Select(choice => choice.Name));
        Assert.Equal(25, ModelSuggestions.For("", Enumerable.Range(0, 60).Select(i => $"m{i}")).Count);
    }

    [Fact]
    public async Task A_flag_says_why_on_every_text_and_restoring_takes_it_away()
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.StartsWith("**fox:1b** is flagged and plays no more.", await arena.UseAsync(
            "model flag", new { model = "fox:1b", reason = "saw the *prompts* @everyone", link = "https://example.test/x" }, AsModerator));
        Assert.Equal("The link has to be a web address that begins with https:// or http://.", await arena.UseAsync(
            "model flag", new { model = "fox:1b", reason = "x", link = "javascript:alert(1)" }, AsModerator));

        foreach (var told in new[] { await arena.UseAsync("models list"), await arena.UseAsync("models info", new { model = "fox:1b" }), await arena.UseAsync("elo", new { model = "fox:1b" }), await arena.UseAsync("elo", new { model = "owl:7b", versus = "fox:1b" }) })
        {
            Assert.Contains("⚑", told, StringComparison.Ordinal);
            Assert.Contains("saw the", told, StringComparison.Ordinal);
            Assert.DoesNotContain("@everyone", told, StringComparison.Ordinal);
            Assert.DoesNotContain("*prompts*", told.Replace("\\*", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }

        Assert.Contains("<https://example.test/x>", await arena.UseAsync("models info", new { model = "fox:1b" }), StringComparison.Ordinal);
        Assert.Equal(["fox:1b"], await TypeByModeratorAsync(arena, "model restore"));
        Assert.Equal(["owl:7b"], await TypeByModeratorAsync(arena, "model flag"));
        Assert.Equal("**fox:1b** plays again, with its old rating.", await ByModeratorAsync(arena, "model restore", "fox:1b"));
        Assert.Equal("**fox:1b** plays already.", await ByModeratorAsync(arena, "model restore", "fox:1b"));
        arena.Models.Tags.Remove("fox:1b");
        await ByModeratorAsync(arena, "model retire", "fox:1b");
        Assert.Contains("no node holds it now", await ByModeratorAsync(arena, "model restore", "fox:1b"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removing_asks_first_and_each_press_checks_again()
    {
        await using var arena = await CommandDriver.StartAsync();

        var asked = await ByModeratorAsync(arena, "model remove", "fox:1b");
        Assert.Contains("Remove **fox:1b**?", asked, StringComparison.Ordinal);
        Assert.Contains("ratings stay stored", asked, StringComparison.Ordinal);
        Assert.Equal(2, (await arena.Get<RosterService>().ListAsync(Cancel)).Count);

        Assert.Contains(ErrorText.OnlyModerators, await arena.PressAsync("remove-model:fox:1b"), StringComparison.Ordinal);
        Assert.Contains("stays on the roster", await arena.PressAsync("keep-model:fox:1b", AsModerator), StringComparison.Ordinal);
        Assert.Contains("off the roster", await arena.PressAsync("delete-model:fox:1b", AsModerator), StringComparison.Ordinal);
        Assert.Contains(ErrorText.ModelGone, await arena.PressAsync("remove-model:fox:1b", AsModerator), StringComparison.Ordinal);
        Assert.Equal(["owl:7b"], (await arena.Get<RosterService>().ListAsync(Cancel)).Select(model => model.Tag));
        Assert.DoesNotContain("fox", await arena.UseAsync("models list"), StringComparison.Ordinal);
        Assert.Contains("is not on the roster", await arena.UseAsync("elo", new { model = "fox:1b" }), StringComparison.Ordinal);
        Assert.Equal(["owl:7b"], await arena.TypeAsync("elo", "model", ""));

        await arena.Get<RosterUpkeep>().RunAsync(Cancel);
        Assert.DoesNotContain("fox:1b", arena.Models.Tags);
        arena.Models.Tags.Add("fox:1b");
        Assert.Contains("plays again, with its old rating", await ByModeratorAsync(arena, "model add", "fox:1b"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Moderators_of_any_server_choose_who_plays_there()
    {
        await using var arena = await CommandDriver.StartAsync();
        await arena.Get<Arena.Core.Storage.ServerStore>().RememberAsync(new ServerId(2), Cancel);
        static InteractionOrigin Elsewhere(InteractionOrigin origin) => AsModerator(origin) with { Server = new ServerId(2) };

        Assert.Equal($"(ephemeral)\n{ErrorText.OnlyModerators}", await arena.UseAsync("model bench", new { model = "fox:1b" }));
        Assert.Equal(
            "**fox:1b** does not play in this server any more. /model play lets it play again. Only one model is left that can play, so no battle can start: it takes two.",
            await arena.UseAsync("model bench", new { model = "fox:1b" }, Elsewhere));
        Assert.Contains("**Benched in this server**", await arena.UseAsync("models list", null, Elsewhere), StringComparison.Ordinal);
        Assert.Contains("benched in this server", await arena.UseAsync("models info", new { model = "fox:1b" }, Elsewhere), StringComparison.Ordinal);
        Assert.DoesNotContain("Benched", await arena.UseAsync("models list"), StringComparison.Ordinal);
        Assert.Equal("**fox:1b** plays in this server already.", await ByModeratorAsync(arena, "model play", "fox:1b"));
        Assert.Equal("**fox:1b** plays in this server again.", await arena.UseAsync("model play", new { model = "fox:1b" }, Elsewhere));
        Assert.Contains("not on the roster", await arena.UseAsync("model bench", new { model = "fix:1b" }, Elsewhere), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_model_is_can_be_said_and_stands_on_its_card()
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.Equal(
            "**fox:1b** is changed: kind fine-tuned, shown as The \\*Fox\\*, plays in age-restricted channels only.",
            await arena.UseAsync("model edit", new { model = "fox:1b", kind = "FineTuned", name = "The *Fox*", age_restricted = true }, AsModerator));
        var card = await arena.UseAsync("models info", new { model = "FOX:1b" });
        Assert.Contains("**Kind** ◆ fine-tuned", card, StringComparison.Ordinal);
        Assert.Contains("Plays in age-restricted channels only.", card, StringComparison.Ordinal);
        Assert.Contains("**Context** 4,096 tokens", card, StringComparison.Ordinal);
        Assert.Contains("No counted battle in this server yet.", card, StringComparison.Ordinal);
        Assert.Equal("Say what to change: kind, name or age_restricted.", await arena.UseAsync("model edit", new { model = "fox:1b" }, AsModerator));
        Assert.Contains(ErrorText.BadOption("kind"), await arena.UseAsync("model edit", new { model = "fox:1b", kind = "Wild" }, AsModerator), StringComparison.Ordinal);

        arena.Models.Tags.Remove("fox:1b");
        Assert.Contains("No node holds it right now.", await arena.UseAsync("models info", new { model = "fox:1b" }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_benched_by_itself_is_told_to_the_home_server_and_can_be_brought_back_there()
    {
        await using var arena = await CommandDriver.StartAsync();
        arena.Models.Missing = "fox:1b";
        for (var battle = 1; battle <= 3; battle++)
        {
            await arena.UseAsync("battle", new { prompt = "Is 91 prime?" });
            await arena.UntilAsync(battle, stored => stored.State == Arena.Core.Battles.BattleState.Void);
        }

        var notice = await Eventually.GetAsync(() => Task.FromResult(
            arena.Discord.Posted.Select(MessageText.Of).SingleOrDefault(text => text.Contains("failed 3 battles in a row", StringComparison.Ordinal))));
        Assert.Contains("no node holds it", notice, StringComparison.Ordinal);
        Assert.Contains("Only one model is left", notice, StringComparison.Ordinal);
        Assert.Contains(ErrorText.OnlyModerators, await arena.PressAsync("restore-model:fox:1b"), StringComparison.Ordinal);
        Assert.False((await arena.Get<RosterService>().FindAsync("fox:1b", Cancel))!.CanPlay);
        Assert.Contains("Benched", await arena.UseAsync("models info", new { model = "fox:1b" }), StringComparison.Ordinal);

        Assert.Contains("plays again", await arena.PressAsync("restore-model:fox:1b", AsModerator), StringComparison.Ordinal);
        Assert.Contains("plays already", await arena.PressAsync("restore-model:fox:1b", AsModerator), StringComparison.Ordinal);
    }

    private static InteractionOrigin AsModerator(InteractionOrigin origin) =>
        origin with { Member = CommandDriver.Member(CommandDriver.Alice, Permissions.ManageServer) };

    private static Task<string> ByModeratorAsync(CommandDriver arena, string command, string model) =>
        arena.UseAsync(command, new { model }, AsModerator);

    private static async Task<IReadOnlyList<string>> TypeByModeratorAsync(CommandDriver arena, string command)
    {
        var words = command.Split(' ');
        var moderator = CommandDriver.Member(CommandDriver.Alice, Permissions.ManageServer);
        await arena.AnswerAsync(arena.Typing(words[0], words[1], "model", "", origin => origin with { Member = moderator }));
        return [.. arena.Discord.Suggestions.Last().Select(choice => choice.Name)];
    }
}
