using Sandbox.Shapes;
using Sandbox.World;

namespace Sandbox.Rest;

/// <summary>Making and changing threads.</summary>
internal static class Threads
{
    private static readonly long[] Durations = [60, 1440, 4320, 10080];

    /// <summary>Reads the request's name and durations; the thread's maker joins it. Nothing is told yet.</summary>
    public static Channel Create(Call call, Channel parent, ulong id, ChannelKind kind)
    {
        var form = call.Form();
        var name = form.Text("name", 100, 1, required: true);
        var duration = Duration(form);
        var slow = form.Integer("rate_limit_per_user", 0, 21600);
        form.Errors.ThrowIfAny();
        var thread = new Channel(id, parent.Guild, kind, name!)
        {
            Parent = parent,
            SlowModeSeconds = (int)(slow ?? 0),
            Thread = new ThreadDetails(call.Caller.Id, call.World.Now) { AutoArchiveMinutes = (int)(duration ?? 4320) },
        };
        thread.Thread.Members.Add(call.Caller.Id, call.World.Now);
        return call.World.Add(thread);
    }

    public static Reply Change(Call call, Channel channel, Permission rights, Form form)
    {
        var thread = channel.Thread!;
        var isOwner = thread.Owner == call.Caller.Id;
        if (!isOwner && !(form.Body.Count == 1 && form.Has("archived") && !thread.Locked))
            Call.Need(rights, Permission.ManageThreads);
        if (form.Has("locked"))
            Call.Need(rights, Permission.ManageThreads);
        var name = form.Text("name", 100, 1);
        var (archived, locked) = (form.Flag("archived"), form.Flag("locked"));
        var duration = Duration(form);
        var slow = form.Integer("rate_limit_per_user", 0, 21600);
        form.Errors.ThrowIfAny();
        channel.Name = name ?? channel.Name;
        channel.SlowModeSeconds = (int)(slow ?? channel.SlowModeSeconds);
        thread.AutoArchiveMinutes = (int)(duration ?? thread.AutoArchiveMinutes);
        thread.Locked = locked ?? thread.Locked;
        if (archived is { } now && now != thread.Archived)
            (thread.Archived, thread.ArchiveChangedAt) = (now, call.World.Now);
        call.Backstage.Events.ThreadUpdated(channel);
        return Reply.Ok(ChannelShape.ForReader(channel, call.Caller.Id));
    }

    private static long? Duration(Form form)
    {
        var duration = form.Integer("auto_archive_duration");
        if (duration is { } minutes && !Durations.Contains(minutes))
            form.Errors.Add("auto_archive_duration", "BASE_TYPE_CHOICES", "Value must be one of (60, 1440, 4320, 10080).");
        return duration;
    }
}
