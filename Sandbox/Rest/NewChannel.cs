using Sandbox.World;

namespace Sandbox.Rest;

internal static class NewChannel
{
    private static readonly long[] Kinds = [0, 4, 5, 15];

    public static Channel Create(Call call, Guild guild)
    {
        var form = call.Form();
        var name = form.Text("name", 100, 1, required: true);
        var kind = form.Integer("type") ?? 0;
        if (!Kinds.Contains(kind))
            form.Errors.Add("type", "BASE_TYPE_CHOICES", $"Value must be one of ({string.Join(", ", Kinds)}).");
        var parent = form.Id("parent_id") is { } id ? guild.Channels.GetValueOrDefault(id) : null;
        var (topic, nsfw, slow) = (form.Text("topic", 1024), form.Flag("nsfw"), form.Integer("rate_limit_per_user", 0, 21600));
        form.Errors.ThrowIfAny();
        var channel = call.World.Add(new Channel(call.World.Ids.Next(), guild, (ChannelKind)kind, name!)
        {
            Parent = parent,
            Topic = topic,
            AgeRestricted = nsfw ?? false,
            SlowModeSeconds = (int)(slow ?? 0),
        });
        call.Backstage.Events.ChannelCreated(channel);
        return channel;
    }
}
