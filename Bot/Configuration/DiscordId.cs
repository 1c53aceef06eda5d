using System.Globalization;
using System.Text.Json;

namespace Bot.Configuration;

/// <summary>A Discord id, or nothing. Written as text, because many tools round numbers of this size.</summary>
internal sealed class DiscordId : SettingType<ulong?>
{
    internal const string OneId = "a Discord id, which is a number of up to 20 digits (in Discord: Developer Mode, then Copy ID)";

    public override string Expectation => $"{OneId}, or \"\" for none";

    public override ulong? Read(JsonElement element, string key, ICollection<Fault> faults)
    {
        if (element.ValueKind == JsonValueKind.String && element.GetString()!.Length == 0)
            return null;

        return TryRead(element, out var id) ? id : Wrong(key, Raw(element), faults);
    }

    public override ulong? Parse(string text, string key, ICollection<Fault> faults) =>
        TryParse(text, out var id) ? id : Wrong(key, Quoted(text), faults);

    public override string Format(ulong? value) => Quoted(value?.ToString(CultureInfo.InvariantCulture) ?? string.Empty);

    internal static bool TryRead(JsonElement element, out ulong id)
    {
        id = 0;
        return element.ValueKind switch
        {
            JsonValueKind.String => TryParse(element.GetString()!, out id),
            JsonValueKind.Number => element.TryGetUInt64(out id) && id > 0,
            _ => false,
        };
    }

    internal static bool TryParse(string text, out ulong id) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id) && id > 0;
}
