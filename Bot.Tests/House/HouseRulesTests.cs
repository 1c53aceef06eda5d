using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Bot.Tests.House;

/// <summary>The rules of the house (docs/architecture.md), held by reading the project files, the sources and the built types.</summary>
public sealed partial class HouseRulesTests
{
    private static readonly string[] Projects = ["Arena.Core", "Bot", "Sandbox", "Arena.Core.Tests", "Bot.Tests", "Benchmarks"];

    [Theory]
    [InlineData("Arena.Core", "")]
    [InlineData("Sandbox", "")]
    [InlineData("Bot", "Arena.Core Sandbox")]
    public void Projects_reference_only_what_the_house_allows(string project, string allowed)
    {
        var file = XDocument.Load(Path.Combine(Repository.Root, project, project + ".csproj"));
        var references = file.Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))
            .Order();

        Assert.Equal(allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries), references);
    }

    [Fact]
    public void A_folder_is_a_namespace()
    {
        var wrong =
            from project in Projects
            from file in Repository.Sources(project)
            let declared = NamespaceDeclaration().Match(File.ReadAllText(file))
            where declared.Success
            let folder = Path.GetDirectoryName(Repository.Relative(file))!.Replace('\\', '/').Replace('/', '.')
            where declared.Groups[1].Value != folder
            select $"{Repository.Relative(file)} declares {declared.Groups[1].Value}";

        Assert.Empty(wrong);
    }

    /// <summary>Who was forgotten is called by no number: only <c>Members.Mention</c> knows.</summary>
    [Fact]
    public void Members_are_mentioned_in_one_place() => Assert.Equal(
        ["Bot/Presentation/Members.cs"],
        Repository.Sources("Bot").Where(file => File.ReadAllText(file).Contains("<@{", StringComparison.Ordinal)).Select(file => Repository.Relative(file).Replace('\\', '/')));

    /// <summary>What each folder of the core may use of the others; the arrows point one way.</summary>
    [Theory]
    [InlineData("Ratings", "")]
    [InlineData("Inference", "")]
    [InlineData("Roster", "Inference Prompts")]
    [InlineData("Prompts", "")]
    [InlineData("Servers", "")]
    [InlineData("Battles", "Ratings Roster Prompts Inference Servers")]
    [InlineData("Integrity", "Battles Ratings Roster Prompts Servers")]
    [InlineData("Privacy", "Battles Servers")]
    [InlineData("Leaderboards", "Ratings Roster Battles Servers")]
    [InlineData("Charts", "Leaderboards Ratings Roster")]
    [InlineData("Exchange", "Ratings Leaderboards Roster Battles")]
    [InlineData("Storage", "Battles Ratings Roster Prompts Inference Leaderboards Exchange Servers Integrity Privacy")]
    public void Inside_the_core_arrows_point_one_way(string folder, string allowed)
    {
        var permitted = allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(folder).ToHashSet();
        var wrong =
            from file in Repository.Sources($"Arena.Core/{folder}")
            from Match use in CoreFolderUse().Matches(File.ReadAllText(file))
            where !permitted.Contains(use.Groups[1].Value)
            select $"{Repository.Relative(file)} uses {use.Groups[1].Value}";

        Assert.Empty(wrong.Distinct());
    }

    [Fact]
    public void The_bot_knows_the_sandbox_only_where_the_host_is_put_together()
    {
        var wrong =
            from file in Repository.Sources("Bot")
            where SandboxUse().IsMatch(File.ReadAllText(file))
            let relative = Repository.Relative(file)
            where !relative.StartsWith("Bot/Hosting/", StringComparison.Ordinal)
            select relative;

        Assert.Empty(wrong);
    }

    [Fact]
    public void Clocks_come_from_TimeProvider()
    {
        var wrong =
            from project in new[] { "Arena.Core", "Bot", "Sandbox" }
            from file in Repository.Sources(project)
            where WallClock().IsMatch(File.ReadAllText(file))
            select Repository.Relative(file);

        Assert.Empty(wrong);
    }

    [Fact]
    public void A_number_of_a_log_event_is_given_once()
    {
        var twice =
            from project in new[] { "Arena.Core", "Bot", "Sandbox" }
            from file in Repository.Sources(project)
            from Match number in LogEventNumber().Matches(File.ReadAllText(file))
            group Repository.Relative(file) by number.Groups[1].Value into places
            where places.Count() > 1
            select $"{places.Key}: {string.Join(", ", places)}";

        Assert.Empty(twice);
    }

    [Theory]
    [InlineData("Arena.Core")]
    [InlineData("Bot")]
    [InlineData("Sandbox")]
    public void A_class_is_sealed_unless_something_derives_from_it(string assemblyName)
    {
        var types = Assembly.Load(assemblyName).GetTypes();
        var bases = types.Select(type => type.BaseType).OfType<Type>()
            .Select(type => type.IsGenericType ? type.GetGenericTypeDefinition() : type).ToHashSet();
        var open =
            from type in types
            where type is { IsClass: true, IsSealed: false, IsAbstract: false } && !bases.Contains(type)
            where type.GetCustomAttribute<CompilerGeneratedAttribute>() is null && !type.FullName!.Contains('<', StringComparison.Ordinal)
            where type.Namespace?.StartsWith(assemblyName, StringComparison.Ordinal) == true
            select type.FullName;

        Assert.Empty(open);
    }

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex NamespaceDeclaration();

    [GeneratedRegex(@"\bArena\.Core\.(Ratings|Inference|Roster|Prompts|Battles|Leaderboards|Charts|Exchange|Storage|Servers|Integrity|Privacy)\b")]
    private static partial Regex CoreFolderUse();

    [GeneratedRegex(@"(?<![\w.""/])(using (global::)?|global::)Sandbox\b|\bSandbox\.SandboxServer\b")]
    private static partial Regex SandboxUse();

    [GeneratedRegex(@"LoggerMessage\((?:EventId = )?(\d+)")]
    private static partial Regex LogEventNumber();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?Now\b|\bDateTime\.Today\b")]
    private static partial Regex WallClock();
}
