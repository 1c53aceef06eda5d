using Arena.Core.Servers;
using Bot.Commands;
using Bot.Commands.Moderation;
using Bot.Discord;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Commands.Moderation;

/// <summary>Notices for moderators that no channel takes.</summary>
public sealed class ModeratorNoticesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_no_channel_takes_is_logged_once_until_something_changes_and_stands_in_the_status()
    {
        using var log = new CapturedLog();
        await using var arena = await StartAsync(log);
        await ChooseAsync(arena, 11);
        arena.Discord.Before = line => line.StartsWith("post", StringComparison.Ordinal)
            ? throw new DiscordException(DiscordFailure.MissingPermissions, "Missing Access (50001).")
            : Task.CompletedTask;

        for (var i = 0; i < 3; i++)
            Assert.Null(await TellAsync(arena));

        Assert.Equal(2, log.Warnings.Count());                               // why, and that there is no other
        Assert.Contains("wait: I can post in no channel for them", await arena.UseAsync("arena status", but: Moderator), StringComparison.Ordinal);
        Assert.Contains("wait in 1 server", await arena.UseAsync("arena status", but: origin => Operator(origin) with { Server = new ServerId(2) }), StringComparison.Ordinal);

        await ChooseAsync(arena, 12);
        Assert.Null(await TellAsync(arena));
        Assert.Contains("12", log.Warnings.Last() + log.Warnings.SkipLast(1).Last(), StringComparison.Ordinal);

        arena.Discord.Before = _ => Task.CompletedTask;
        Assert.NotNull(await TellAsync(arena));
        Assert.DoesNotContain("Notices", await arena.UseAsync("arena status", but: Operator), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suggestion_that_nobody_could_be_told_of_does_not_silence_the_next()
    {
        using var log = new CapturedLog();
        await using var arena = await StartAsync(log);
        await arena.UseAsync("prompts suggest", new { text = "Name a fish." });
        Assert.Empty(arena.Discord.Posted);

        await ChooseAsync(arena, 11);
        await arena.UseAsync("prompts suggest", new { text = "Name a tree." });

        Assert.StartsWith("A member suggests", Assert.Single(arena.Discord.Posted).Content, StringComparison.Ordinal);
    }

    private static Task<CommandDriver> StartAsync(CapturedLog log) => CommandDriver.StartAsync(
        new AccessOptions { HomeServer = CommandDriver.Home, Operators = [CommandDriver.Bob] },
        more: services => services.AddSingleton<ILogger<ModeratorNotices>>(new Logger<ModeratorNotices>(log)));

    private static Task<Message?> TellAsync(CommandDriver arena) =>
        arena.Get<ModeratorNotices>().TellAsync(CommandDriver.Home, OutgoingMessage.Text("Something needs you."), Cancel);

    private static async Task ChooseAsync(CommandDriver arena, ulong channel) => await arena.Get<ServerSettingsBook>().ChangeAsync(
        CommandDriver.Home, CommandDriver.Alice, of => of with { NoticesChannel = new ChannelId(channel) }, Cancel);

    private static InteractionOrigin Moderator(InteractionOrigin origin) =>
        origin with { Member = CommandDriver.Member(CommandDriver.Alice, Permissions.ManageServer) };

    private static InteractionOrigin Operator(InteractionOrigin origin) =>
        origin with { Member = CommandDriver.Member(CommandDriver.Bob, Permissions.ManageServer) };
}
