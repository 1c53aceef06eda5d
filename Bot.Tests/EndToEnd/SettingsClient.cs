namespace Bot.Tests.EndToEnd;

/// <summary>A moderator at the panel of <c>/arena settings</c>.</summary>
/// <param name="member">Who it is.</param>
/// <param name="panel">The message as it was last seen.</param>
internal sealed class SettingsClient(MemberClient member, SeenMessage panel)
{
    public static async Task<SettingsClient> OpenAsync(MemberClient member) => new(member, await member.HearAsync(
        () => member.CommandAsync("arena settings"), message => message.Everything.Contains("Settings: Voting", StringComparison.Ordinal)));

    /// <summary>Fills in the form of a setting; gives what the panel then says.</summary>
    /// <param name="page">What its button says.</param>
    /// <param name="setting">What its menu sends.</param>
    public async Task<string> WriteAsync(string page, string setting, string text)
    {
        await TurnToAsync(page, setting);
        await member.SubmitAsync(await member.FormAsync(() => member.PressAsync(panel, "Change…")), text);
        return await SaidAsync();
    }

    /// <summary>Chooses in the menu of a setting; gives what the panel then says.</summary>
    public async Task<string> ChooseAsync(string page, string setting, params string[] values)
    {
        await TurnToAsync(page, setting);
        await ChosenAsync("settings:choose", values);
        return await SaidAsync();
    }

    /// <summary>Fills in the limits of a role; gives what the panel then says.</summary>
    public async Task<string> LimitAsync(string role, string cooldown, string daily)
    {
        await TurnToAsync("Starting", "role-limits");
        await member.SubmitAsync(await member.FormAsync(() => ChosenAsync("settings:limit", role)), cooldown, daily);
        return await SaidAsync();
    }

    private async Task TurnToAsync(string page, string setting)
    {
        if (!Shows($"Settings: {page}"))
        {
            await member.PressAsync(panel, page);
            panel = await member.SeeChangedAsync(panel, message => Shows(message, $"Settings: {page}"));
        }

        await ChosenAsync("settings:pick", setting);
        panel = await member.SeeChangedAsync(panel, message => message.Everything.Contains($":{setting}:", StringComparison.Ordinal) && message.Content.Length == 0);
    }

    private async Task ChosenAsync(string menu, params string[] values)
    {
        using var chosen = await member.ChooseAsync(panel, menu, values);
        Assert.True(chosen.IsSuccessStatusCode, $"{menu} {string.Join(' ', values)}: {(int)chosen.StatusCode}");
    }

    private async Task<string> SaidAsync()
    {
        panel = await member.SeeChangedAsync(panel, message => message.Content.Length > 0);
        return panel.Content;
    }

    private bool Shows(string title) => Shows(panel, title);

    private static bool Shows(SeenMessage message, string title) => message.Embeds.Any(embed => (string?)embed["title"] == title);
}
