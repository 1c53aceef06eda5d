using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bot.Tests.House;

namespace Bot.Tests.EndToEnd;

/// <summary>The README names the commands that are there, and no others.</summary>
public sealed partial class DocumentedCommandsTests(ArenaFixture fixture) : IClassFixture<ArenaFixture>
{
    [Fact]
    public async Task The_README_names_every_command_and_no_other()
    {
        var alice = fixture.Arena.Alice;
        var index = (await alice.GetAsync($"guilds/{alice.Server}/application-command-index"))["application_commands"]!.AsArray();
        var registered =
            from command in index
            from path in Paths(command!)
            select path;
        var readme = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "README.md"), TestContext.Current.CancellationToken);
        var documented = CommandInTable().Matches(Table().Match(readme).Value).Select(match => match.Groups[1].Value.Trim());

        Assert.Equal(registered.Order(StringComparer.Ordinal), documented.Distinct().Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Paths(JsonNode command)
    {
        var name = (string)command["name"]!;
        var subcommands = command["options"]?.AsArray().Where(option => (int)option!["type"]! is 1 or 2).Select(option => (string)option!["name"]!).ToList();
        return (int)command["type"]! != 1 ? [name] : subcommands is [_, ..] ? subcommands.Select(sub => $"/{name} {sub}") : [$"/{name}"];
    }

    // From the heading to the next one: `/model add`, **Battle this** (Apps, …).
    [GeneratedRegex(@"## What it does.*?(?=\n## )", RegexOptions.Singleline)]
    private static partial Regex Table();

    [GeneratedRegex(@"(?:`(?=/)|\*\*(?=[\w ]+\*\* \(Apps))(/?[\w ]+?)(?= \[|`|\*\*)")]
    private static partial Regex CommandInTable();
}
