namespace Bot.Discord.Registration;

/// <summary>Kinds of command option, with Discord's numbers.</summary>
public enum OptionType
{
    Subcommand = 1,
    SubcommandGroup = 2,
    Text = 3,
    Integer = 4,
    Flag = 5,
    Member = 6,
    Channel = 7,
    Role = 8,
    Mentionable = 9,
    Number = 10,
    Attachment = 11,
}
