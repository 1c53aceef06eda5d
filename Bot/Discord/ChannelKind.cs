namespace Bot.Discord;

/// <summary>Channel types with Discord's numbers; numbers without a name here survive.</summary>
public enum ChannelKind
{
    Text = 0,
    DirectMessage = 1,
    Voice = 2,
    GroupDirectMessage = 3,
    Category = 4,
    Announcement = 5,
    AnnouncementThread = 10,
    PublicThread = 11,
    PrivateThread = 12,
    Stage = 13,
    Directory = 14,
    Forum = 15,
    Media = 16,
}
