using System.Reflection;
using Arena.Core.Servers;
using Bot.Discord;
using Bot.Discord.Messages;
using Bot.Presentation;
using Bot.Presentation.Moderation;

namespace Bot.Tests.Presentation.Moderation;

public sealed class SettingsTableTests
{
    private static readonly ServerId Home = new(1);

    private static readonly ServerSettings Other = new()
    {
        BattleChannels = [.. Enumerable.Range(1, 25).Select(i => new ChannelId(1187000000000000000 + (ulong)i))],
        VotingTime = TimeSpan.FromMinutes(90),
        Quorum = 1_000,
        MinimumBallots = 7,
        SecretBallot = true,
        AccountAge = TimeSpan.FromDays(30),
        MembershipAge = TimeSpan.FromDays(3),
        Cooldown = TimeSpan.FromSeconds(90),
        DailyBattles = 12,
        RoleLimits = [.. Enumerable.Range(1, 25).Select(i => new RoleLimit(new RoleId(1187000000000000000 + (ulong)i), TimeSpan.FromSeconds(i * 61), i))],
        Streaming = false,
        Preset = "precise",
        MaxPromptCharacters = 500,
        FollowUpTurns = 0,
        ModeratorRole = new RoleId(5),
        ResultsChannel = new ChannelId(2),
        NoticesChannel = new ChannelId(3),
        SummaryChannel = new ChannelId(4),
        SummaryHour = 23,
        TimeZone = "Europe/Berlin",
        BlockedPhrases = ["spam", "more `spam`"],
        TextRetention = TimeSpan.FromDays(365),
        Theme = "light",
    };

    public static TheoryData<string, string, string> Written => new()
    {
        { "voting-time", "1m", "1 minute" },
        { "voting-time", " 1h30m ", "1 hour 30 minutes" },
        { "voting-time", "7d", "7 days" },
        { "voting-time", "00:10:00", "10 minutes" },
        { "voting-time", "1 hour 30 minutes", "1 hour 30 minutes" },
        { "voting-time", "2 Days", "2 days" },
        { "quorum", "1", "1 vote" },
        { "quorum", "1,000", "1,000 votes" },
        { "minimum", "25", "25 votes" },
        { "account-age", "0s", "no minimum" },
        { "account-age", "none", "no minimum" },
        { "account-age", "3650d", "3,650 days" },
        { "membership-age", "12h", "12 hours" },
        { "cooldown", "", "no cooldown" },
        { "cooldown", "7d", "7 days" },
        { "daily", "none", "any number" },
        { "daily", "1000", "1,000 battles in 24 hours" },
        { "prompt-length", "1", "1 character" },
        { "prompt-length", "2000", "2,000 characters" },
        { "turns", "0", "none" },
        { "turns", "10", "10 turns" },
        { "retention", "1d", "1 day" },
        { "retention", "none", "as long as the database" },
        { "time-zone", "europe/berlin", "Europe/Berlin" },
        { "time-zone", "America/New York", "America/New_York" },
        { "time-zone", "utc", "UTC" },
        { "blocked", "spam\r\n\r\n  eggs \nSPAM", "`spam`, `eggs`" },
        { "blocked", "", "none" },
    };

    public static TheoryData<string, string, string> Wrong => new()
    {
        { "voting-time", "59s", "Voting time can be 1 minute to 7 days; `59s` is not." },
        { "voting-time", "7d1s", "Voting time can be 1 minute to 7 days; `7d1s` is not." },
        { "voting-time", "10", "`10` is no length of time that I can read. Voting time can be 1 minute to 7 days. Write it with its unit" },
        { "voting-time", "none", "`none` is no length of time" },
        { "voting-time", "-5m", "`-5m` is no length of time" },
        { "voting-time", "@everyone `x`", "`@everyone 'x'` is no length of time" },
        { "quorum", "0", "Quorum can be 1 to 1,000; `0` is not." },
        { "quorum", "1001", "Quorum can be 1 to 1,000; `1001` is not." },
        { "quorum", "", "An empty box is no whole number. Quorum can be 1 to 1,000." },
        { "quorum", "2.5", "`2.5` is no whole number." },
        { "minimum", "1001", "Minimum ballots can be 1 to 1,000" },
        { "account-age", "3651d", "Account age can be up to 3,650 days, or none; `3651d` is not." },
        { "membership-age", "11y", "`11y` is no length of time" },
        { "cooldown", "8d", "Cooldown can be up to 7 days, or none; `8d` is not." },
        { "daily", "0", "Daily limit can be 1 to 1,000, or none; `0` is not." },
        { "prompt-length", "2001", "Prompt length can be 1 to 2,000; `2001` is not." },
        { "turns", "11", "Follow-up turns can be 0 to 10; `11` is not." },
        { "retention", "0s", "Text retention can be 1 day to 3,650 days, or none; `0s` is not." },
        { "time-zone", "Europe/Berln", "`Europe/Berln` is no time zone that I know. Did you mean `Europe/Berlin`?" },
        { "time-zone", "Berlin", "`Berlin` is no time zone that I know. Did you mean `Europe/Berlin`?" },
        { "time-zone", "../../etc/passwd", "`../../etc/passwd` is no time zone that I know." },
        { "time-zone", "", "An empty box is no time zone that I know." },
        { "blocked", new string('x', 101), "A phrase can have 100 characters;" },
        { "blocked", string.Join('\n', Enumerable.Range(0, 201)), "There can be 200 phrases; these are 201." },
    };

    [Fact]
    public void Every_setting_but_who_moderates_is_in_the_panel_and_goes_back_to_the_default()
    {
        var defaults = new ServerSettings();
        var restored = SettingsTable.Entries.Aggregate(Other, (now, entry) => entry.Restore(now, defaults));

        foreach (var property in typeof(ServerSettings).GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            Assert.NotEqual(property.GetValue(Other), property.GetValue(defaults));
            if (property.Name != nameof(ServerSettings.ModeratorRole))
                Assert.Equal(property.GetValue(defaults), property.GetValue(restored));
        }

        Assert.Equal(Other.ModeratorRole, restored.ModeratorRole);
    }

    [Theory]
    [MemberData(nameof(Written))]
    public void What_is_written_within_the_bounds_is_taken(string id, string text, string shown)
    {
        var good = Assert.IsType<SettingsReading.Good>(Read(id, text));

        Assert.Equal(shown, SettingsTable.FindEntry(id)!.Show(Frame(good.After)));
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_not_is_refused_with_the_bounds(string id, string text, string why)
    {
        var bad = Assert.IsType<SettingsReading.Bad>(Read(id, text));

        Assert.StartsWith(why, bad.Why, StringComparison.Ordinal);
        Assert.InRange(bad.Why.Length, 1, 400);
    }

    [Fact]
    public void What_stands_in_a_form_to_begin_with_can_be_sent_as_it_is()
    {
        foreach (var settings in new[] { new ServerSettings(), Other })
        {
            foreach (var entry in SettingsTable.Entries.Where(entry => entry.Editor is SettingsEditor.Form))
            {
                var form = (SettingsEditor.Form)entry.Editor;
                var good = Assert.IsType<SettingsReading.Good>(form.Read(Frame(settings), form.Text(settings)));
                Assert.Equal(form.Text(settings), form.Text(good.After));
            }
        }
    }

    [Fact]
    public void The_minimum_can_not_exceed_the_quorum()
    {
        Assert.Null(SettingsTable.Complaint(new ServerSettings { Quorum = 5, MinimumBallots = 5 }));
        Assert.StartsWith(
            "The minimum would be 6 votes and the quorum 5 votes", SettingsTable.Complaint(new ServerSettings { Quorum = 5, MinimumBallots = 6 }), StringComparison.Ordinal);
    }

    [Fact]
    public void The_limits_of_a_role_are_read_replaced_and_removed()
    {
        var frame = Frame(new ServerSettings()) with { Roles = [new Role(new RoleId(5), "Regulars")] };

        var good = Assert.IsType<SettingsReading.Good>(RoleLimitFields.Read(frame, new RoleId(5), "5m", "10"));
        Assert.Equal([new RoleLimit(new RoleId(5), TimeSpan.FromMinutes(5), 10)], good.After.RoleLimits);
        Assert.Equal("Limits of <@&5>: 5 minutes between battles, 10 battles in 24 hours.", good.Said);

        var again = Assert.IsType<SettingsReading.Good>(RoleLimitFields.Read(frame with { Now = good.After }, new RoleId(5), "none", ""));
        Assert.Equal([new RoleLimit(new RoleId(5), TimeSpan.Zero, null)], again.After.RoleLimits);

        var gone = Assert.IsType<SettingsReading.Good>(RoleLimitFields.Remove(frame with { Now = again.After, Roles = [] }, [new RoleId(5)]));
        Assert.Empty(gone.After.RoleLimits);
        Assert.Equal("No limits of their own any more: a deleted role (5).", gone.Said);
    }

    [Theory]
    [InlineData(1, "@everyone has")]
    [InlineData(6, "That role was deleted.")]
    public void Some_roles_can_have_no_limits(ulong role, string why)
    {
        var frame = Frame(new ServerSettings()) with { Roles = [new Role(new RoleId(1), "@everyone"), new Role(new RoleId(5), "Regulars")] };

        Assert.StartsWith(why, Assert.IsType<SettingsReading.Bad>(RoleLimitFields.Read(frame, new RoleId(role), "5m", "1")).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_panel_fits_what_Discord_takes()
    {
        var nothingThere = Frame(Other) with { Roles = [], Channels = [], Presets = ["balanced", "precise"] };
        foreach (var frame in new[] { Frame(new ServerSettings()), Frame(Other), nothingThere })
        {
            foreach (var place in SettingsTable.Pages.Select(page => page.Id).Concat(SettingsTable.Entries.Select(entry => entry.Id)))
            {
                var panel = WrittenText.With(SettingsMessage.Compose(frame, place, "note"), new string('`', 1_300));
                Assert.InRange(MessageText.EmbedCharacters(panel), 1, 6_000);
                Assert.InRange(panel.Components.Count, 2, 5);
                Assert.All(panel.Embeds, embed => Assert.InRange(embed.Description!.Length, 1, 4_096));
                var ids = panel.Components.SelectMany(row => row.Components).Select(IdOf).ToList();
                Assert.All(ids, id => Assert.InRange(id.Length, 1, 100));
                Assert.Equal(ids.Count, ids.Distinct().Count());
                Assert.All(ids, id => Assert.NotNull(SettingsAddress.Parse(ButtonIds.Split(id).Subject)));
                Assert.All(panel.Components, row => Assert.InRange(row.Components.Count, 1, 5));
            }

            foreach (var modal in SettingsTable.Entries.Select(entry => Modal(frame, entry)).OfType<Modal>())
            {
                Assert.InRange(modal.CustomId.Length, 1, 100);
                Assert.InRange(modal.Title.Length, 1, 45);
                Assert.All(modal.Fields, field => Assert.InRange(field.Description!.Length, 1, 100));
                Assert.All(modal.Fields, field => Assert.True((field.Value?.Length ?? 0) <= field.MaxLength));
            }
        }
    }

    [Fact]
    public void A_panel_knows_which_settings_changed_since_it_was_drawn()
    {
        var defaults = new ServerSettings();
        foreach (var entry in SettingsTable.Entries)
        {
            var changed = SettingsFingerprint.Changed(SettingsFingerprint.Of(defaults), entry.Restore(defaults, Other));
            Assert.Equal([entry], changed);
        }

        Assert.Empty(SettingsFingerprint.Changed("of another version", Other));
    }

    private static SettingsFrame Frame(ServerSettings now) => new(Home, now, new ServerSettings());

    private static SettingsReading Read(string id, string text) =>
        Assert.IsType<SettingsEditor.Form>(SettingsTable.FindEntry(id)!.Editor).Read(Frame(new ServerSettings()), text);

    private static Modal? Modal(SettingsFrame frame, SettingsEntry entry) => entry.Editor switch
    {
        SettingsEditor.Form form => SettingsMessage.Ask(frame, entry, form),
        SettingsEditor.RoleLimits => SettingsMessage.AskLimits(frame, entry, new RoleId(1187000000000000001)),
        _ => null,
    };

    private static string IdOf(Component component) => component switch
    {
        Component.Button button => button.CustomId,
        Component.Select select => select.CustomId,
        Component.ChannelSelect channels => channels.CustomId,
        Component.RoleSelect roles => roles.CustomId,
        _ => throw new InvalidOperationException(component.ToString()),
    };
}
