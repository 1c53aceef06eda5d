using System.Text.RegularExpressions;

namespace Bot.Discord.Registration;

/// <summary>What Discord would refuse anyway, found before anything is sent, all complaints at once (docs: interactions/application-commands).</summary>
internal static partial class CommandRules
{
    private const int MostOptions = 25;
    private const int MostChoices = 25;

    /// <exception cref="ArgumentException">With every complaint.</exception>
    public static void Check(IReadOnlyList<CommandDefinition> commands)
    {
        var complaints = new List<string>();
        foreach (var twice in commands.GroupBy(command => (command.Type, command.Name)).Where(group => group.Count() > 1))
            complaints.Add($"\"{twice.Key.Name}\" is there twice.");
        foreach (var command in commands)
        {
            if (command.Type == CommandType.Slash)
                CheckNamed(complaints, $"/{command.Name}", command.Name, command.Description);
            else if (command.Name.Length is < 1 or > 32)
                complaints.Add($"\"{command.Name}\": the name must have 1 to 32 characters.");
            CheckOptions(complaints, $"/{command.Name}", command.Options);
        }

        if (complaints.Count > 0)
            throw new ArgumentException(string.Join(' ', complaints), nameof(commands));
    }

    private static void CheckOptions(List<string> complaints, string path, IReadOnlyList<CommandOption> options)
    {
        if (options.Count > MostOptions)
            complaints.Add($"{path}: more than {MostOptions} options.");
        if (options.Select(option => option.Name).Distinct().Count() < options.Count)
            complaints.Add($"{path}: two options have one name.");
        var optionalSeen = false;
        foreach (var option in options)
        {
            var inner = $"{path} {option.Name}";
            CheckNamed(complaints, inner, option.Name, option.Description);
            if (option.IsRequired && optionalSeen)
                complaints.Add($"{inner}: required options come before the others.");
            optionalSeen |= !option.IsRequired;
            if (option.Choices.Count > MostChoices)
                complaints.Add($"{inner}: more than {MostChoices} choices.");
            if (option.Choices.Count > 0 && option.HasAutocomplete)
                complaints.Add($"{inner}: choices and autocomplete exclude each other.");
            CheckOptions(complaints, inner, option.Options);
        }
    }

    private static void CheckNamed(List<string> complaints, string path, string name, string description)
    {
        if (!SlashName().IsMatch(name) || name != name.ToLowerInvariant())
            complaints.Add($"{path}: a name has 1 to 32 lower-case letters, digits, hyphens or underscores.");
        if (description.Length is < 1 or > 100)
            complaints.Add($"{path}: a description has 1 to 100 characters.");
    }

    [GeneratedRegex(@"^[-_'\p{L}\p{N}\p{IsDevanagari}\p{IsThai}]{1,32}\z")]
    private static partial Regex SlashName();
}
