namespace Sandbox.World;

/// <summary>Discord's channel types, with its numbers.</summary>
internal enum ChannelKind
{
    Text = 0,
    Category = 4,
    Announcement = 5,
    AnnouncementThread = 10,
    PublicThread = 11,
    PrivateThread = 12,
    Forum = 15,
}
