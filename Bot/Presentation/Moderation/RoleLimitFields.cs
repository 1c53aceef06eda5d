using System.Globalization;
using Arena.Core.Servers;
using Bot.Configuration;
using Bot.Discord.Messages;

namespace Bot.Presentation.Moderation;

/// <summary>Limits that roles have of their own: how they are shown, asked for and read.</summary>
internal static class RoleLimitFields
{
    public const int Most = 25;
    public const int MostDaily = 1_000;
    public const string NoCooldown = "no cooldown";
    public const string AnyNumber = "any number";
    public const string CooldownField = "cooldown";
    public const string DailyField = "daily";

    private static readonly TimeSpan LongestCooldown = TimeSpan.FromDays(7);

    public static string Daily(int battles) => $"{Numbers.Count(battles, "battle")} in 24 hours";

    public static string Show(SettingsFrame frame) => frame.Now.RoleLimits.Count == 0
        ? "none"
        : string.Join("", frame.Now.RoleLimits.Select(limit => $"\n- {frame.Mention(limit.Role)}: {Words(limit)}"));

    /// <summary>The menu of those that can be taken away.</summary>
    public static IReadOnlyList<SelectOption> Options(SettingsFrame frame) =>
        [.. frame.Now.RoleLimits.Take(Most).Select(limit => new SelectOption(TextBox.Plain(frame.NameOf(limit.Role), 100), limit.Role.ToString(), Words(limit)))];

    /// <summary>The form's boxes, with the role's limits, or those of all if it has none yet.</summary>
    public static IReadOnlyList<TextField> Boxes(ServerSettings now, RoleId role)
    {
        var limit = now.RoleLimits.FirstOrDefault(one => one.Role == role) ?? new RoleLimit(role, now.Cooldown, now.DailyBattles);
        return
        [
            new TextField(
                CooldownField, "Cooldown", Required: false, MaxLength: 40, Value: DurationText.Format(limit.Cooldown),
                Description: "Between two battles, up to 7d, such as 90s, 10m or 1h30m; none for no cooldown"),
            new TextField(
                DailyField, "Daily limit", Required: false, MaxLength: 40,
                Value: limit.DailyBattles?.ToString(CultureInfo.InvariantCulture) ?? "none",
                Description: $"Battles within 24 hours, 1 to {Numbers.Count(MostDaily)}; none for any number"),
        ];
    }

    /// <summary>Reads the form.</summary>
    public static SettingsReading Read(SettingsFrame frame, RoleId role, string cooldown, string daily)
    {
        var (pause, wrongPause) = SettingsFields.ReadLength("Cooldown", cooldown, TimeSpan.Zero, LongestCooldown, NoCooldown);
        var (battles, wrongDaily) = SettingsFields.ReadNumber("Daily limit", daily, 1, MostDaily, AnyNumber);
        if ((wrongPause ?? wrongDaily ?? Unfit(frame, role)) is { } why)
            return new SettingsReading.Bad(why);
        var limit = new RoleLimit(role, pause ?? TimeSpan.Zero, battles);
        var others = frame.Now.RoleLimits.Where(one => one.Role != role);
        return new SettingsReading.Good(frame.Now with { RoleLimits = [.. others, limit] }, $"Limits of {frame.Mention(role)}: {Words(limit)}.");
    }

    public static SettingsReading Remove(SettingsFrame frame, IReadOnlyCollection<RoleId> roles)
    {
        var gone = frame.Now.RoleLimits.Where(limit => roles.Contains(limit.Role)).ToList();
        return gone.Count == 0
            ? new SettingsReading.Bad("Those limits are gone already, so nothing changed.")
            : new SettingsReading.Good(
                frame.Now with { RoleLimits = [.. frame.Now.RoleLimits.Except(gone)] },
                $"No limits of their own any more: {string.Join(", ", gone.Select(limit => frame.Mention(limit.Role)))}.");
    }

    /// <summary>Why a role can have no limits; null if it can.</summary>
    public static string? Unfit(SettingsFrame frame, RoleId role)
    {
        if (role.Value == frame.Server.Value)
            return "@everyone has the cooldown and the daily limit of this page. Choose another role for limits of its own.";
        if (!frame.Has(role))
            return "That role was deleted. Choose one that is there.";
        return frame.Now.RoleLimits.Count >= Most && frame.Now.RoleLimits.All(limit => limit.Role != role)
            ? $"{Numbers.Count(Most, "role")} have limits already, which is all there can be. Remove one first."
            : null;
    }

    private static string Words(RoleLimit limit)
    {
        var cooldown = limit.Cooldown == TimeSpan.Zero ? NoCooldown : $"{DurationWords.Of(limit.Cooldown)} between battles";
        return $"{cooldown}, {(limit.DailyBattles is { } battles ? Daily(battles) : $"{AnyNumber} of battles")}";
    }
}
