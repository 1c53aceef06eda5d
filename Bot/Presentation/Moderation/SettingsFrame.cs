using Arena.Core.Servers;
using Bot.Discord;

namespace Bot.Presentation.Moderation;

/// <summary>What is known where a server's settings are shown and changed.</summary>
/// <param name="Server">Whose they are.</param>
/// <param name="Now">How they stand.</param>
/// <param name="Defaults">As the operator set them.</param>
internal sealed record SettingsFrame(ServerId Server, ServerSettings Now, ServerSettings Defaults)
{
    /// <summary>The server's roles; null where Discord has not told, and then every role is taken to be there.</summary>
    public IReadOnlyList<Role>? Roles { get; init; }

    /// <summary>The server's channels; null where Discord has not told, and then every channel is taken to be there.</summary>
    public IReadOnlyList<Channel>? Channels { get; init; }

    /// <summary>Names of the sampling presets that battles here can have.</summary>
    public IReadOnlyList<string> Presets { get; init; } = [];

    public bool Has(RoleId role) => Roles is null || Roles.Any(one => one.Id == role);

    public bool Has(ChannelId channel) => Channels is null || Channels.Any(one => one.Id == channel);

    public string Mention(RoleId role) => Has(role) ? $"<@&{role}>" : $"a deleted role ({role})";

    public string Mention(ChannelId channel) => Has(channel) ? $"<#{channel}>" : $"a deleted channel ({channel})";

    /// <summary>For menus, which show no mentions.</summary>
    public string NameOf(RoleId role) =>
        Roles?.FirstOrDefault(one => one.Id == role) is { } known ? $"@{known.Name}" : Roles is null ? $"role {role}" : $"a deleted role ({role})";
}
