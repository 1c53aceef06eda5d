using Arena.Core.Roster;
using Bot.Commands;
using Bot.Discord;
using Bot.Presentation;

namespace Bot.Tests.Commands;

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
        Assert.Equal("**kiwi:3b** plays no more. It keeps its rating; /model add brings it back.", await ByModeratorAsync(arena, "model retire", "kiwi:3b"));
        Assert.Equal("**kiwi:3b** is retired already.", await ByModeratorAsync(arena, "model retire", "kiwi:3b"));
        Assert.Equal("**kiwi:3b (1B, Q4_0)** plays again, with its old rating.", await ByModeratorAsync(arena, "model add", "kiwi:3b"));
    }

    [Fact]
    public async Task What_can_not_be_added_is_told_in_one_sentence()
    {
        await using var arena = await CommandDriver.StartAsync();
        arena.Models.Tags.Add("embed:1b");

        Assert.Equal("`fox:1bb` is not known to any node. Did you mean `fox:1b`?\n[Pull it Primary pull:fox:1bb]", await ByModeratorAsync(arena, "model add", "fox:1bb"));
        Assert.Equal("`qwen2.5:72b` is not known to any node. It can be pulled.\n[Pull it Primary pull:qwen2.5:72b]", await ByModeratorAsync(arena, "model add", "qwen2.5:72b"));
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
        Assert.All(await arena.Get<RosterService>().ListAsync(Cancel), model => Assert.True(model.IsActive));
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

    private static Task<string> ByModeratorAsync(CommandDriver arena, string command, string model) =>
        arena.UseAsync(command, new { model }, origin => origin with { Member = CommandDriver.Member(CommandDriver.Alice, Permissions.ManageServer) });

    private static async Task<IReadOnlyList<string>> TypeByModeratorAsync(CommandDriver arena, string command)
    {
        var words = command.Split(' ');
        var moderator = CommandDriver.Member(CommandDriver.Alice, Permissions.ManageServer);
        await arena.AnswerAsync(arena.Typing(words[0], words[1], "model", "", origin => origin with { Member = moderator }));
        return [.. arena.Discord.Suggestions.Last().Select(choice => choice.Name)];
    }
}
