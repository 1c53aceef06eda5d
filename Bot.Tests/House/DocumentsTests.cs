using System.Text.RegularExpressions;

namespace Bot.Tests.House;

/// <summary>What the documents say of the repository is there.</summary>
public sealed partial class DocumentsTests
{
    private static IEnumerable<string> Documents =>
        Directory.EnumerateFiles(Repository.Root, "*.md").Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories));

    [Fact]
    public void Every_link_and_picture_leads_to_a_file()
    {
        var dangling =
            from document in Documents
            from Match link in Link().Matches(File.ReadAllText(document))
            let target = link.Groups[1].Value.Split('#')[0]
            where target.Length > 0 && !target.Contains("://", StringComparison.Ordinal)
            where !Path.Exists(Path.Combine(Path.GetDirectoryName(document)!, target))
            select $"{Repository.Relative(document)}: {target}";

        Assert.Empty(dangling);
    }

    [Fact]
    public void Every_project_and_program_command_that_is_named_exists()
    {
        string[] commands = ["doctor", "health", "backup", "ratings", "list"];
        var wrong =
            from document in Documents
            from Match run in Run().Matches(File.ReadAllText(document))
            where !Directory.Exists(Path.Combine(Repository.Root, run.Groups[1].Value))
                || (run.Groups[2].Success && !commands.Contains(run.Groups[2].Value))
            select $"{Repository.Relative(document)}: {run.Value}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void A_lock_file_leaves_open_where_its_packages_come_from()
    {
        var locks = Directory.EnumerateFiles(Path.Combine(Repository.Root, "Bot.Tests"), "package-lock.json", SearchOption.AllDirectories)
            .Where(file => !Repository.Relative(file).Contains("node_modules", StringComparison.Ordinal)).ToList();

        Assert.Equal(2, locks.Count);
        Assert.All(locks, file => Assert.DoesNotContain("\"resolved\"", File.ReadAllText(file), StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"dotnet run (?:-c Release )?--project (\w[\w.]*)(?: -- ([a-z]+))?")]
    private static partial Regex Run();
}
