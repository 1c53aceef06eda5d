using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using Arena.Core.Roster;
using Arena.Core.Storage;
using Bot.Configuration;
using Bot.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Sandbox;

namespace Bot.Tests.Hosting;

public sealed class ArenaHostTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_start_says_six_lines_and_the_last_one_is_Ready_with_the_address()
    {
        using var @case = new HostCase();

        await using var host = await ArenaHost.StartAsync(@case.Options, Cancelled);

        Assert.Collection(
            @case.OutputLines,
            line => Assert.StartsWith("ArenaBot  0.", line, StringComparison.Ordinal),
            line => Assert.Equal($"Database  {Path.Combine(@case.Data, "arena.db")} (sandbox)", line),
            line => Assert.StartsWith("Models    demo models of the sandbox: ", line, StringComparison.Ordinal),
            line => Assert.StartsWith("Discord   a sandbox in this process", line, StringComparison.Ordinal),
            line => Assert.Equal("Stop      Ctrl+C", line),
            line => Assert.Equal($"Ready     {host.Sandbox!.GetLeftPart(UriPartial.Authority)}", line));
        Assert.Equal(IPAddress.Loopback.ToString(), host.Sandbox!.Host);
    }

    [Fact]
    public async Task Ready_means_that_members_find_the_commands()
    {
        using var @case = new HostCase();
        await using var host = await ArenaHost.StartAsync(@case.Options, Cancelled);
        using var alice = new HttpClient { BaseAddress = new Uri(host.Sandbox!, "/api/v10/") };
        alice.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("sandbox-alice");

        using var servers = JsonDocument.Parse(await alice.GetStringAsync(new Uri("users/@me/guilds", UriKind.Relative), Cancelled));
        var server = servers.RootElement[0].GetProperty("id").GetString();
        using var index = JsonDocument.Parse(await alice.GetStringAsync(new Uri($"guilds/{server}/application-command-index", UriKind.Relative), Cancelled));

        var names = index.RootElement.GetProperty("application_commands").EnumerateArray().Select(command => command.GetProperty("name").GetString());
        Assert.Superset(new HashSet<string?> { "battle", "leaderboard", "elo", "models", "model", "arena", "help", "Battle this" }, names.ToHashSet());
    }

    [Fact]
    public async Task The_log_for_machines_is_JSON_line_by_line()
    {
        using var @case = new HostCase().With("ARENA_LOG", "json");
        await using (await ArenaHost.StartAsync(@case.Options, Cancelled))
        {
        }

        var lines = @case.Errors.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.NotEmpty(lines);
        Assert.All(lines, line =>
        {
            using var json = JsonDocument.Parse(line);
            Assert.Equal("information", json.RootElement.GetProperty("level").GetString());
        });
    }

    [Fact]
    public async Task Two_hosts_live_in_one_process_without_knowing_of_each_other()
    {
        using var one = new HostCase();
        using var other = new HostCase();

        await using var first = await ArenaHost.StartAsync(one.Options, Cancelled);
        await using var second = await ArenaHost.StartAsync(other.Options, Cancelled);

        Assert.NotEqual(first.Sandbox, second.Sandbox);
        Assert.NotEqual(first.DataFolder, second.DataFolder);
        Assert.Equal(6, other.OutputLines.Length);
    }

    [Fact]
    public async Task A_second_host_on_the_same_data_folder_is_refused_and_the_first_goes_on()
    {
        using var @case = new HostCase();
        await using var first = await ArenaHost.StartAsync(@case.Options, Cancelled);

        await Assert.ThrowsAsync<DataFolderInUseException>(() => ArenaHost.StartAsync(@case.Options, Cancelled));

        using var http = new HttpClient();
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(first.Sandbox, Cancelled)).StatusCode);
    }

    [Fact]
    public async Task After_a_stop_the_folder_and_the_port_are_free_again()
    {
        using var @case = new HostCase();
        var first = await ArenaHost.StartAsync(@case.Options, Cancelled);
        @case.With("ARENA_SANDBOX_PORT", $"{first.Sandbox!.Port}");
        await first.DisposeAsync();

        await using var second = await ArenaHost.StartAsync(@case.Options, Cancelled);

        Assert.Equal(first.Sandbox, second.Sandbox);
    }

    [Fact]
    public async Task A_taken_port_is_one_sentence_that_names_the_variable_to_set()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var @case = new HostCase().With("ARENA_SANDBOX_PORT", $"{((IPEndPoint)listener.LocalEndpoint).Port}");

        Assert.Equal(1, await @case.RunAsync());

        var sentence = Assert.Single(@case.Errors.ToString().Split(Environment.NewLine), line => line.Contains("ARENA_SANDBOX_PORT", StringComparison.Ordinal));
        Assert.Contains("already in use", sentence, StringComparison.Ordinal);
        using (DataFolderLock.Acquire(@case.Data))
        {
            // What was taken before the port was asked for has been given back.
        }
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused()
    {
        using var @case = new HostCase();
        await MakeDatabaseAsync(@case, Realm.Sandbox);
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(@case.Data, "arena.db")};Pooling=False"))
        {
            await connection.OpenAsync(Cancelled);
            await using var command = connection.CreateCommand();
            command.CommandText = "pragma user_version = 999";
            await command.ExecuteNonQueryAsync(Cancelled);
        }

        Assert.Equal(1, await @case.RunAsync());

        Assert.Contains("has version 999", @case.Errors.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Ready", @case.Output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_live_database_is_refused_by_the_sandbox()
    {
        using var @case = new HostCase();
        await MakeDatabaseAsync(@case, Realm.Live);

        Assert.Equal(1, await @case.RunAsync());

        Assert.Contains("is a live database", @case.Errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sandbox_that_runs_by_itself_is_played_against()
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Port = 0 }, Cancelled);
        using var @case = new HostCase().With("ARENA_DISCORD_URL", sandbox.Address.AbsoluteUri).With("DISCORD_TOKEN", "sandbox-bot");

        await using var host = await ArenaHost.StartAsync(@case.Options, Cancelled);

        Assert.Null(host.Sandbox);
        Assert.Equal($"Ready     {sandbox.Address.GetLeftPart(UriPartial.Authority)}", @case.OutputLines[^1]);
    }

    [Fact]
    public async Task A_token_that_Discord_does_not_know_ends_the_start_and_says_where_to_get_one()
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Port = 0 }, Cancelled);
        using var @case = new HostCase().With("ARENA_DISCORD_URL", sandbox.Address.AbsoluteUri).With("DISCORD_TOKEN", "sandbox-nobody");

        Assert.Equal(1, await @case.RunAsync());

        Assert.Contains("https://discord.com/developers/applications", @case.Errors.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("sandbox-nobody", @case.Errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_running_bot_is_well_and_a_stopped_one_is_not()
    {
        using var @case = new HostCase();
        await using (await ArenaHost.StartAsync(@case.Options, Cancelled))
        {
            await Eventually.TrueAsync(() => File.Exists(HealthReport.PathIn(@case.Data)));

            Assert.Equal(0, await @case.RunAsync("health"));
        }

        Assert.Equal(1, await @case.RunAsync("health"));
    }

    [Fact]
    public async Task An_Ollama_with_two_models_that_chat_plays_in_the_sandbox()
    {
        await using var ollama = await FakeOllama.StartAsync(["alpha:1b", "beta:2b", "embed:1b"]);
        using var @case = new HostCase().With("ARENA_MODELS", "").With("OLLAMA_HOST", ollama.Address.AbsoluteUri);

        await using var host = await ArenaHost.StartAsync(@case.Options, Cancelled);

        Assert.Equal(["alpha:1b", "beta:2b"], await ActiveAsync(host));
        Assert.Equal($"Models    {NodeAddress.Format(ollama.Address)}: alpha:1b, beta:2b", @case.OutputLines[2]);
    }

    [Fact]
    public async Task One_model_makes_no_battle_so_the_demo_models_play()
    {
        await using var ollama = await FakeOllama.StartAsync(["alpha:1b", "embed:1b"]);
        using var @case = new HostCase().With("ARENA_MODELS", "").With("OLLAMA_HOST", ollama.Address.AbsoluteUri);

        await using var host = await ArenaHost.StartAsync(@case.Options, Cancelled);

        Assert.StartsWith("Models    demo models", @case.OutputLines[2], StringComparison.Ordinal);
        Assert.DoesNotContain("alpha:1b", await ActiveAsync(host));
    }

    [Fact]
    public async Task Demo_models_can_be_asked_for_beside_an_Ollama()
    {
        await using var ollama = await FakeOllama.StartAsync(["alpha:1b", "beta:2b"]);
        using var @case = new HostCase().With("OLLAMA_HOST", ollama.Address.AbsoluteUri);

        await using var host = await ArenaHost.StartAsync(@case.Options, Cancelled);

        Assert.DoesNotContain("alpha:1b", await ActiveAsync(host));
    }

    [Fact]
    public async Task Models_json_seeds_an_empty_roster_once()
    {
        await using var ollama = await FakeOllama.StartAsync(["alpha:1b", "beta:2b", "gamma:3b"]);
        using var @case = new HostCase().With("ARENA_MODELS", "").With("OLLAMA_HOST", ollama.Address.AbsoluteUri).Arena("{}");
        var models = Path.Combine(@case.Root, "config", "models.json");
        await File.WriteAllTextAsync(models, """[ { "tag": "alpha:1b", "displayName": "Alpha" }, { "tag": "beta:2b" } ]""", Cancelled);
        await using (var first = await ArenaHost.StartAsync(@case.Options, Cancelled))
        {
            Assert.Equal(["alpha:1b", "beta:2b"], await ActiveAsync(first));
            await first.Services.GetRequiredService<RosterKeeping>().RetireAsync("beta:2b", new(1), Cancelled);
        }

        await File.WriteAllTextAsync(models, """[ { "tag": "alpha:1b" }, { "tag": "beta:2b" }, { "tag": "gamma:3b" } ]""", Cancelled);
        await using var second = await ArenaHost.StartAsync(@case.Options, Cancelled);

        Assert.Equal(["alpha:1b"], await ActiveAsync(second));
    }

    [Fact]
    public async Task A_sandbox_that_played_with_demo_models_changes_over_to_an_Ollama_and_back_when_asked()
    {
        using var @case = new HostCase();
        IReadOnlyList<string> demo;
        await using (var host = await ArenaHost.StartAsync(@case.Options, Cancelled))
        {
            demo = await ActiveAsync(host);
        }

        await using var ollama = await FakeOllama.StartAsync(["alpha:1b", "beta:2b"]);
        @case.With("ARENA_MODELS", "").With("OLLAMA_HOST", ollama.Address.AbsoluteUri);
        await using (var host = await ArenaHost.StartAsync(@case.Options, Cancelled))
        {
            Assert.Equal(["alpha:1b", "beta:2b"], await ActiveAsync(host));
        }

        @case.With("ARENA_MODELS", "demo");
        await using (var host = await ArenaHost.StartAsync(@case.Options, Cancelled))
        {
            Assert.Equal(demo, await ActiveAsync(host));
        }
    }

    [Fact]
    public async Task A_roster_whose_Ollama_is_down_waits_for_it()
    {
        using var @case = new HostCase().With("ARENA_MODELS", "");
        await using (var ollama = await FakeOllama.StartAsync(["alpha:1b", "beta:2b"]))
        {
            @case.With("OLLAMA_HOST", ollama.Address.AbsoluteUri);
            await using var first = await ArenaHost.StartAsync(@case.Options, Cancelled);
        }

        @case.Output.GetStringBuilder().Clear();
        await using var host = await ArenaHost.StartAsync(@case.Options, Cancelled);

        Assert.Equal(["alpha:1b", "beta:2b"], await ActiveAsync(host));
        Assert.EndsWith("does not answer yet: alpha:1b, beta:2b", @case.OutputLines[2], StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> ActiveAsync(ArenaHost host) =>
        [.. (await host.Services.GetRequiredService<RosterService>().ActiveAsync(Cancelled)).Select(model => model.Tag)];

    private static async Task MakeDatabaseAsync(HostCase @case, Realm realm)
    {
        var storage = new StorageOptions { DataFolder = @case.Data, Realm = realm };
        await using var database = await Database.OpenAsync(storage, TimeProvider.System, cancellationToken: Cancelled);
    }
}
