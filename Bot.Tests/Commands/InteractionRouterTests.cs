using System.Text.RegularExpressions;
using Arena.Core.Roster;
using Bot.Commands;
using Bot.Discord;
using Bot.Discord.Interactions;
using Bot.Discord.Registration;
using Bot.Presentation;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Commands;

public sealed class InteractionRouterTests
{
    [Fact]
    public async Task Commands_are_as_Discord_wants_them()
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.Equal(
            ["Battle this", "Correct category", "Report battle", "arena", "battle", "chart", "duel", "elo", "help", "leaderboard", "me", "model", "models", "privacy", "prompt", "prompts"],
            arena.Router.Definitions.Select(command => command.Name).Order(StringComparer.Ordinal));
        foreach (var command in arena.Router.Definitions)
        {
            if (command.Type != CommandType.Message)
                AssertNamed(command.Name, command.Description);
            var forModerators = command.Name is "arena" or "model" or "prompt" or "Correct category";
            Assert.Equal(forModerators ? Permissions.ManageServer : null, command.DefaultMemberPermissions);
            AssertOptions(command.Options);
        }
    }

    [Theory]
    [InlineData("ping")]
    [InlineData("battle@everyone")]
    [InlineData("")]
    public async Task A_command_that_is_no_more_is_answered_plainly(string command)
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.Equal($"(ephemeral)\n{ErrorText.UnknownCommand}", await arena.UseAsync(command));
    }

    [Fact]
    public async Task Help_is_one_screen_for_the_one_who_asked()
    {
        await using var arena = await CommandDriver.StartAsync();

        var told = await arena.UseAsync("help");

        Assert.StartsWith("(ephemeral)\n┌ #5B8DEF How the arena works", told, StringComparison.Ordinal);
        Assert.InRange(told.Length, 500, 2_500);
        foreach (var command in new[] { "/battle", "/leaderboard", "/elo", "/models list", "/duel", "/privacy", "/models suggest", "/prompts suggest", "Battle this", "Report battle", "/arena", "/prompt", "/model play" })
            Assert.Contains(command, told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fails at once")]
    [InlineData("fails late")]
    [InlineData("fails late and loudly")]
    [InlineData("says nothing")]
    public async Task Whatever_goes_wrong_the_caller_hears_one_plain_sentence(string how)
    {
        await using var arena = await CommandDriver.StartAsync(more: services => services.AddSingleton<ICommand, Clumsy>());

        var told = await arena.UseAsync("clumsy", new { how });

        // An answer that was announced quietly needs no flag to stay quiet.
        Assert.Equal(how == "fails late" ? ErrorText.Unexpected : $"(ephemeral)\n{ErrorText.Unexpected}", told);
        Assert.Equal(how == "fails late and loudly", arena.Discord.Journal.Contains("delete response"));
    }

    [Fact]
    public async Task When_Discord_no_longer_takes_the_answer_nothing_else_breaks()
    {
        await using var arena = await CommandDriver.StartAsync();
        arena.Discord.Before = _ => throw new DiscordException(DiscordFailure.InteractionExpired, "10062");

        Assert.Equal("", await arena.UseAsync("help"));
        Assert.Equal("", await arena.UseAsync("nothing like it"));
        await arena.TypeAsync("elo", "model", "");
    }

    [Fact]
    public async Task Servers_that_are_not_listed_are_told_so()
    {
        await using var arena = await CommandDriver.StartAsync(new AccessOptions { Servers = [new ServerId(5)] });

        string[] told =
        [
            await arena.UseAsync("battle", new { prompt = "Hello" }),
            await arena.UseAsync("model retire", new { model = "fox:1b" }, AsModerator),
            await arena.UseAsync("help"),
            await arena.BattleThisAsync("Hello", CommandDriver.Alice),
            await arena.PressAsync("battle"),
            await arena.PressAsync("remove-model:fox:1b", AsModerator),
            await arena.ChooseAsync("settings:pick", ["quorum"], AsModerator),
            await arena.SubmitAsync("settings:quorum", new { value = "3" }, AsModerator),
        ];

        Assert.All(told, answer => Assert.Equal($"(ephemeral)\n{ErrorText.NotWelcome}", answer));
        Assert.Empty(await arena.TypeAsync("elo", "model", ""));
        Assert.Empty(arena.Discord.Posted);
        Assert.Equal(2, (await arena.Get<RosterService>().ActiveAsync(TestContext.Current.CancellationToken)).Count);

        static InteractionOrigin AsModerator(InteractionOrigin origin) =>
            origin with { Member = CommandDriver.Member(CommandDriver.Alice, Permissions.ManageServer) };
    }

    private static void AssertNamed(string name, string description)
    {
        Assert.Matches(new Regex(@"^[-_'\p{L}\p{N}]{1,32}$"), name);
        Assert.Equal(name.ToLowerInvariant(), name);
        Assert.InRange(description.Length, 1, 100);
    }

    private static void AssertOptions(IReadOnlyList<CommandOption> options)
    {
        Assert.InRange(options.Count, 0, 25);
        // Required ones come first.
        Assert.Equal(options.OrderByDescending(option => option.IsRequired).Select(option => option.Name), options.Select(option => option.Name));
        foreach (var option in options)
        {
            AssertNamed(option.Name, option.Description);
            Assert.InRange(option.Choices.Count, 0, 25);
            AssertOptions(option.Options);
        }
    }

    private sealed class Clumsy : ISlashCommand
    {
        public CommandDefinition Definition { get; } = CommandDefinition.Slash("clumsy", "Breaks things");

        public async Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken)
        {
            switch (command.Options.Text("how"))
            {
                case "fails late":
                    await reply.ThinkQuietlyAsync(cancellationToken);
                    break;
                case "fails late and loudly":
                    await reply.ThinkAsync(cancellationToken);
                    break;
                case "says nothing":
                    return;
            }

            throw new InvalidOperationException("Secret detail.");
        }
    }
}
