using Arena.Core.Servers;
using Bot.Discord;
using Bot.Discord.Interactions;
using Bot.Presentation;
using Bot.Presentation.Moderation;

namespace Bot.Tests.Commands.Moderation;

public sealed class SettingsPanelTests
{
    private static readonly string Mark = SettingsFingerprint.Of(new ServerSettings());

    [Fact]
    public async Task The_panel_shows_the_present_values_and_opens_the_other_pages()
    {
        await using var arena = await CommandDriver.StartAsync();

        var panel = await AsModeratorAsync(arena, "arena settings");
        Assert.Contains("**Voting time**: 10 minutes", panel, StringComparison.Ordinal);
        Assert.Contains("**Account age**: no minimum", panel, StringComparison.Ordinal);

        foreach (var page in SettingsTable.Pages)
            Assert.Contains($"Settings: {page.Name}", await arena.PressAsync(Id("page", page.Id), Moderator), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_written_setting_is_changed_by_a_form_said_stored_and_put_back()
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.Contains("▸ **Voting time**", await arena.ChooseAsync(Id("pick", "voting"), ["voting-time"], Moderator), StringComparison.Ordinal);
        await arena.PressAsync(Id("ask", "voting-time"), Moderator);
        var form = arena.Discord.Forms.Last();
        Assert.Equal("10m", form.Fields[0].Value);

        var told = await arena.SubmitAsync(form.CustomId, new { value = "5m" }, Moderator);
        Assert.StartsWith("Voting time: 10 minutes → 5 minutes.\n┌ Settings: Voting", told, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromMinutes(5), arena.Get<ServerSettingsBook>().Of(CommandDriver.Home).VotingTime);

        Assert.StartsWith(
            "Voting time is 5 minutes already, so nothing changed.", await arena.SubmitAsync(Now(arena, "write", "voting-time"), new { value = "300s" }, Moderator), StringComparison.Ordinal);
        Assert.StartsWith(
            "Voting time: 5 minutes → 10 minutes.", await arena.PressAsync(Now(arena, "default", "voting-time"), Moderator), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_value_is_refused_with_what_was_written()
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.StartsWith(
            "`5 minuts` is no length of time that I can read. Voting time can be 1 minute to 7 days. Write it with its unit, such as 90s, 10m, 1h30m or 2d. "
            + "Nothing changed. Voting time: 10 minutes.",
            await arena.SubmitAsync(Id("write", "voting-time"), new { value = "5 minuts" }, Moderator), StringComparison.Ordinal);
        var phrases = await arena.SubmitAsync(Id("write", "blocked"), new { value = $"spam\n{new string('x', 150)}" }, Moderator);
        Assert.Contains("┌ You wrote", phrases, StringComparison.Ordinal);
        Assert.Contains(new string('x', 150), phrases, StringComparison.Ordinal);
        Assert.StartsWith(
            "The minimum would be 26 votes and the quorum 25 votes", await arena.SubmitAsync(Id("write", "minimum"), new { value = "26" }, Moderator), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choices_channels_and_roles_are_taken_from_menus()
    {
        await using var arena = await CommandDriver.StartAsync();
        arena.Discord.Channels = [new Channel(new ChannelId(2), ChannelKind.Text, "arena", CommandDriver.Home), new Channel(new ChannelId(3), ChannelKind.Text, "results", CommandDriver.Home)];
        arena.Discord.Roles = [new Role(new RoleId(1), "@everyone"), new Role(new RoleId(5), "Regulars")];

        Assert.StartsWith("Ballot: open, by reactions → secret, by buttons.", await arena.ChooseAsync(Now(arena, "choose", "secret"), ["on"], Moderator), StringComparison.Ordinal);
        Assert.StartsWith("Theme of the pictures: the operator's choice → light.", await arena.ChooseAsync(Now(arena, "choose", "theme"), ["light"], Moderator), StringComparison.Ordinal);
        Assert.StartsWith("Sampling preset: balanced → creative.", await arena.ChooseAsync(Now(arena, "choose", "preset"), ["creative"], Moderator), StringComparison.Ordinal);
        Assert.StartsWith("Battle channels: all channels → <#2>, <#3>.", await arena.ChooseAsync(Now(arena, "choose", "battle-channels"), ["2", "3"], Moderator), StringComparison.Ordinal);
        Assert.StartsWith("Results channel: nowhere → <#3>.", await arena.ChooseAsync(Now(arena, "choose", "results"), ["3"], Moderator), StringComparison.Ordinal);
        Assert.StartsWith("Results channel: <#3> → nowhere.", await arena.ChooseAsync(Now(arena, "choose", "results"), [], Moderator), StringComparison.Ordinal);

        await arena.ChooseAsync(Now(arena, "limit", "role-limits"), ["5"], Moderator);
        Assert.StartsWith(
            "Limits of <@&5>: 1 minute between battles, any number of battles.",
            await arena.SubmitAsync(arena.Discord.Forms.Last().CustomId, new { cooldown = "1m", daily = "none" }, Moderator), StringComparison.Ordinal);
        Assert.StartsWith("(ephemeral)\n@everyone has", await arena.ChooseAsync(Now(arena, "limit", "role-limits"), ["1"], Moderator), StringComparison.Ordinal);

        Assert.StartsWith(ErrorText.UnknownChoice, await arena.ChooseAsync(Now(arena, "choose", "theme"), ["sepia"], Moderator), StringComparison.Ordinal);
        Assert.StartsWith(ErrorText.UnknownChoice, await arena.ChooseAsync(Now(arena, "choose", "results"), ["77"], Moderator), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deleted_channels_and_roles_are_shown_as_such_and_can_be_removed()
    {
        await using var arena = await CommandDriver.StartAsync();
        await arena.Get<ServerSettingsBook>().ChangeAsync(
            CommandDriver.Home, CommandDriver.Alice,
            of => of with { BattleChannels = [new ChannelId(2), new ChannelId(8)], RoleLimits = [new RoleLimit(new RoleId(9), TimeSpan.Zero, 3)] },
            TestContext.Current.CancellationToken);
        arena.Discord.Channels = [new Channel(new ChannelId(2), ChannelKind.Text, "arena", CommandDriver.Home)];

        var panel = await arena.PressAsync(Now(arena, "page", "starting"), Moderator);
        Assert.Contains("**Battle channels**: <#2>, a deleted channel (8)", panel, StringComparison.Ordinal);
        Assert.Contains("- a deleted role (9): no cooldown, 3 battles in 24 hours", panel, StringComparison.Ordinal);

        Assert.StartsWith(
            "Battle channels: <#2>, a deleted channel (8) → <#2>.", await arena.PressAsync(Now(arena, "clean", "battle-channels"), Moderator), StringComparison.Ordinal);
        Assert.StartsWith(
            "No limits of their own any more: a deleted role (9).", await arena.ChooseAsync(Now(arena, "remove", "role-limits"), ["9"], Moderator), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_moderators_at_once_each_changes_one_setting_and_learns_of_the_others()
    {
        await using var arena = await CommandDriver.StartAsync();
        await AsModeratorAsync(arena, "arena settings");

        await arena.SubmitAsync(Id("write", "quorum"), new { value = "10" }, Moderator);
        var other = await arena.SubmitAsync(Id("write", "voting-time"), new { value = "5m" }, OtherModerator);

        Assert.StartsWith(
            "Voting time: 10 minutes → 5 minutes.\nChanged elsewhere since this panel was drawn: Quorum to 10 votes.\n", other, StringComparison.Ordinal);
        var settings = arena.Get<ServerSettingsBook>().Of(CommandDriver.Home);
        Assert.Equal((10, TimeSpan.FromMinutes(5)), (settings.Quorum, settings.VotingTime));
    }

    [Fact]
    public async Task Who_moderates_no_more_is_told_so_at_the_next_press()
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.Equal($"(ephemeral)\n{ErrorText.OnlyModerators}", await arena.UseAsync("arena settings"));
        Assert.Equal($"(ephemeral)\n{ErrorText.OnlyModerators}", await arena.PressAsync(Id("default", "voting-time")));
        Assert.Equal($"(ephemeral)\n{ErrorText.OnlyModerators}", await arena.ChooseAsync(Id("choose", "theme"), ["light"]));
        Assert.Equal($"(ephemeral)\n{ErrorText.OnlyModerators}", await arena.SubmitAsync(Id("write", "voting-time"), new { value = "5m" }));
        Assert.Equal(arena.Get<ServerSettingsBook>().Defaults, arena.Get<ServerSettingsBook>().Of(CommandDriver.Home));
    }

    [Theory]
    [InlineData("settings")]
    [InlineData("settings:page:gossip:x")]
    [InlineData("settings:ask:theme:x")]
    [InlineData("settings:clean:quorum:x")]
    [InlineData("settings:explode:quorum:x")]
    [InlineData("settings:default:voting:x")]
    [InlineData("settings:default:quorum:x:notanumber")]
    [InlineData("settings:default:quorum:x:1:2")]
    public async Task Buttons_of_another_version_do_nothing_and_say_so(string customId)
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.Equal($"(ephemeral)\n{ErrorText.UnknownButton}", await arena.PressAsync(customId, Moderator));
        Assert.Equal($"(ephemeral)\n{ErrorText.UnknownButton}", await arena.SubmitAsync(customId, new { value = "1" }, Moderator));
    }

    [Fact]
    public async Task A_role_moderates_once_it_is_named_and_can_not_name_others()
    {
        await using var arena = await CommandDriver.StartAsync();
        arena.Discord.Roles = [new Role(new RoleId(1), "@everyone"), new Role(new RoleId(5), "Referees")];
        InteractionOrigin Referee(InteractionOrigin origin) => origin with { Member = CommandDriver.Member(CommandDriver.Bob, Permissions.None) with { Roles = [new RoleId(5)] } };

        Assert.Equal($"(ephemeral)\n{ErrorText.OnlyModerators}", await arena.UseAsync("arena settings", null, Referee));
        Assert.StartsWith("Members with Manage Server moderate here, and no role.", await AsModeratorAsync(arena, "arena moderators"), StringComparison.Ordinal);
        var named = await AsModeratorAsync(arena, "arena moderators", new { role = "5" });
        Assert.StartsWith("Members with <@&5> moderate here, and those with Manage Server. Discord shows", named, StringComparison.Ordinal);
        Assert.Contains("Server Settings → Integrations", named, StringComparison.Ordinal);

        Assert.Contains("Settings: Voting", await arena.UseAsync("arena settings", null, Referee), StringComparison.Ordinal);
        Assert.Equal($"(ephemeral)\n{ModeratorsText.OnlyManagers}", await arena.UseAsync("arena moderators", new { role = "5" }, Referee));

        arena.Discord.Roles = [new Role(new RoleId(1), "@everyone")];
        Assert.StartsWith("The role that moderated here was deleted (5)", await AsModeratorAsync(arena, "arena moderators"), StringComparison.Ordinal);
        Assert.StartsWith("No role moderates here any more", await AsModeratorAsync(arena, "arena moderators", new { clear = true }), StringComparison.Ordinal);
        Assert.Equal($"(ephemeral)\n{ErrorText.OnlyModerators}", await arena.UseAsync("arena settings", null, Referee));
    }

    [Theory]
    [InlineData("1", false, "@everyone would make every member a moderator.")]
    [InlineData("6", false, "That role was deleted.")]
    [InlineData("5", true, "Name a role, or clear it;")]
    public async Task Some_roles_can_not_moderate(string role, bool clear, string why)
    {
        await using var arena = await CommandDriver.StartAsync();
        arena.Discord.Roles = [new Role(new RoleId(1), "@everyone"), new Role(new RoleId(5), "Referees")];

        Assert.StartsWith(why, await AsModeratorAsync(arena, "arena moderators", new { role, clear }), StringComparison.Ordinal);
        Assert.Null(arena.Get<ServerSettingsBook>().Of(CommandDriver.Home).ModeratorRole);
    }

    private static string Id(string deed, string place) => $"settings:{deed}:{place}:{Mark}";

    /// <summary>As the panel would be drawn now.</summary>
    private static string Now(CommandDriver arena, string deed, string place) =>
        $"settings:{deed}:{place}:{SettingsFingerprint.Of(arena.Get<ServerSettingsBook>().Of(CommandDriver.Home))}";

    private static InteractionOrigin Moderator(InteractionOrigin origin) => origin with { Member = CommandDriver.Member(CommandDriver.Alice, Permissions.ManageServer) };

    private static InteractionOrigin OtherModerator(InteractionOrigin origin) => origin with { Member = CommandDriver.Member(CommandDriver.Bob, Permissions.ManageServer) };

    private static Task<string> AsModeratorAsync(CommandDriver arena, string command, object? options = null) => arena.UseAsync(command, options, Moderator);
}
