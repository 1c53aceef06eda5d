using Arena.Core.Storage;
using Bot.Discord;
using Bot.Doctor;
using Bot.Hosting;
using Bot.Tests.Configuration;
using Bot.Tests.Hosting;
using Sandbox;

namespace Bot.Tests.Doctor;

public sealed class DoctorTests
{
    [Fact]
    public async Task Without_a_token_the_sandbox_is_announced_and_nothing_is_wrong()
    {
        using var @case = new HostCase();

        var report = await ExamineAsync(@case);

        var finding = Assert.Single(report.Findings, finding => finding.Area == "token");
        Assert.True(finding.IsGood);
        Assert.Contains("sandbox", finding.What, StringComparison.Ordinal);
        Assert.Null(report.Invite);
        Assert.True(Assert.Single(report.Findings, finding => finding.Area == "configuration").IsGood);
        Assert.Contains("not there yet", Assert.Single(report.Findings, finding => finding.Area == "database").What, StringComparison.Ordinal);
        Assert.False(Directory.Exists(@case.Data), "doctor changes nothing");
    }

    [Fact]
    public async Task A_broken_configuration_is_one_finding_a_complaint_and_the_rest_is_looked_at_all_the_same()
    {
        using var @case = new HostCase().Arena("""{ "battles": { "quorum": 0, "pace": 1 } }""");

        var report = await ExamineAsync(@case);

        Assert.Equal(2, report.Findings.Count(finding => finding is { Area: "configuration", IsGood: false }));
        Assert.Contains(report.Findings, finding => finding.Area == "database");
        Assert.Contains(report.Findings, finding => finding.Area == "pictures");
        Assert.False(report.IsGood);
    }

    [Fact]
    public async Task A_token_that_is_none_is_not_tried()
    {
        using var @case = new HostCase().With("DISCORD_TOKEN", "hunter2").With("ARENA_MODELS", "");

        var report = await new DoctorExamination(@case.Environment, _ => throw new InvalidOperationException("nothing is to be connected"), TimeProvider.System)
            .RunAsync(TestContext.Current.CancellationToken);

        Assert.False(Assert.Single(report.Findings, finding => finding.Area == "token").IsGood);
        Assert.DoesNotContain("hunter2", report.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_nobody_can_be_asked_about_is_told_apart_from_a_bad_one()
    {
        // A port that nothing listens on.
        using var @case = new HostCase().With("DISCORD_TOKEN", "sandbox-bot").With("ARENA_DISCORD_URL", "http://127.0.0.1:9");

        var report = await ExamineAsync(@case);

        var finding = Assert.Single(report.Findings, finding => finding.Area == "token");
        Assert.Equal("Start the sandbox, or correct ARENA_DISCORD_URL (http://127.0.0.1:9).", finding.Remedy);
    }

    [Fact]
    public async Task A_good_token_is_told_with_its_owner_the_sessions_left_and_the_link_to_install_the_bot()
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Port = 0 }, TestContext.Current.CancellationToken);
        using var @case = new HostCase().With("DISCORD_TOKEN", ConfigurationCase.RealToken).With("ARENA_MODELS", "");

        // What would go to Discord goes to the sandbox, with the sandbox's own token.
        var report = await new DoctorExamination(
            @case.Environment,
            options => DiscordClients.Make(new DiscordOptions
            {
                Token = "sandbox-bot", BaseUrl = DiscordOptions.ForServer(sandbox.Address), Attempts = options.Attempts, RequestBound = options.RequestBound,
            }),
            TimeProvider.System).RunAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith("belongs to ArenaBot (application ", Assert.Single(report.Findings, finding => finding.Area == "token").What, StringComparison.Ordinal);
        Assert.Matches(@", \d+ of \d+ sessions left", Assert.Single(report.Findings, finding => finding.Area == "gateway").What);
        Assert.StartsWith("https://discord.com/oauth2/authorize?client_id=", report.Invite!.AbsoluteUri, StringComparison.Ordinal);
        Assert.DoesNotContain(ConfigurationCase.RealToken, report.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_Discord_does_not_know_is_told_with_where_to_get_one()
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Port = 0 }, TestContext.Current.CancellationToken);
        using var @case = new HostCase().With("DISCORD_TOKEN", "sandbox-nobody").With("ARENA_DISCORD_URL", sandbox.Address.AbsoluteUri);

        var report = await ExamineAsync(@case);

        Assert.Equal(
            Finding.Bad("token", "Discord does not know this token", "Use a token that the sandbox printed."),
            Assert.Single(report.Findings, finding => finding.Area == "token"));
        Assert.Null(report.Invite);
    }

    [Fact]
    public async Task A_database_of_the_other_realm_is_told()
    {
        using var @case = new HostCase();
        await MakeDatabaseAsync(@case, Realm.Live);

        var finding = await DatabaseFindingAsync(@case);

        Assert.False(finding.IsGood);
        Assert.Contains("live", finding.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sound_database_is_told_with_what_it_holds()
    {
        using var @case = new HostCase();
        await MakeDatabaseAsync(@case, Realm.Sandbox);

        var finding = await DatabaseFindingAsync(@case);

        Assert.True(finding.IsGood, finding.What);
        Assert.Contains("0 battles, 0 ballots, 0 active models", finding.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_told()
    {
        using var @case = new HostCase();
        Directory.CreateDirectory(@case.Data);
        await File.WriteAllTextAsync(Path.Combine(@case.Data, "arena.db"), new string('x', 5000), TestContext.Current.CancellationToken);

        var finding = await DatabaseFindingAsync(@case);

        Assert.False(finding.IsGood);
        Assert.Contains("backups", finding.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_running_bot_is_noticed_and_is_no_fault()
    {
        using var @case = new HostCase();
        await MakeDatabaseAsync(@case, Realm.Sandbox);
        using var running = DataFolderLock.Acquire(@case.Data);

        var report = await ExamineAsync(@case);

        Assert.Contains(report.Findings, finding => finding is { Area: "database", IsGood: true, What: "a bot is running with this data folder" });
    }

    [Fact]
    public async Task A_node_that_was_asked_for_and_does_not_answer_is_told()
    {
        using var @case = new HostCase().With("ARENA_MODELS", "").With("OLLAMA_HOST", "127.0.0.1:9");

        var finding = Assert.Single((await ExamineAsync(@case)).Findings, finding => finding.Area == "nodes");

        Assert.False(finding.IsGood);
        Assert.Contains("ollama serve", finding.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Models_of_the_roster_that_no_node_has_are_named()
    {
        await using var ollama = await FakeOllama.StartAsync(["a:1b", "b:2b"]);
        using var @case = new HostCase().With("ARENA_MODELS", "").With("OLLAMA_HOST", ollama.Address.AbsoluteUri);
        await MakeDatabaseAsync(@case, Realm.Sandbox, "a:1b", "c:3b");

        var findings = (await ExamineAsync(@case)).Findings.Where(finding => finding.Area == "nodes").ToList();

        Assert.Equal(2, findings.Count);
        Assert.Contains("Ollama 0.33.0, 2 models that can chat", findings[0].What, StringComparison.Ordinal);
        Assert.Equal(Finding.Bad("nodes", "c:3b is on the roster and on no node", "ollama pull c:3b, or /model retire it."), findings[1]);
    }

    [Fact]
    public void The_text_marks_each_finding_and_says_what_to_do()
    {
        var report = new DoctorReport(
            [Finding.Good("token", "belongs to arena"), Finding.Bad("database", "is damaged", "Restore a copy.")],
            new Uri("https://discord.com/oauth2/authorize?client_id=7"));

        Assert.Equal(
            ["✓ token     belongs to arena", "✗ database  is damaged", "            → Restore a copy.", "Invite the bot: https://discord.com/oauth2/authorize?client_id=7"],
            report.ToText().Split(Environment.NewLine));
    }

    private static Task<DoctorReport> ExamineAsync(HostCase @case) =>
        new DoctorExamination(@case.Environment, DiscordClients.Make, TimeProvider.System).RunAsync(TestContext.Current.CancellationToken);

    private static async Task<Finding> DatabaseFindingAsync(HostCase @case) =>
        Assert.Single((await ExamineAsync(@case)).Findings, finding => finding.Area == "database");

    private static async Task MakeDatabaseAsync(HostCase @case, Realm realm, params string[] tags)
    {
        var storage = new StorageOptions { DataFolder = @case.Data, Realm = realm };
        await using var database = await Database.OpenAsync(storage, TimeProvider.System, cancellationToken: TestContext.Current.CancellationToken);
        foreach (var tag in tags)
        {
            await database.Writer.WriteAsync(
                (connection, transaction) =>
                {
                    using var command = connection.CreateCommand();
                    command.Transaction = transaction;
                    command.CommandText =
                        $"insert into models (tag, display_name, kind, capabilities, status, added_at, changed_at) values ('{tag}', '{tag}', 'Unknown', '', 'Active', 0, 0)";
                    return command.ExecuteNonQuery();
                },
                TestContext.Current.CancellationToken);
        }
    }
}
