using System.Globalization;
using System.Text.Json.Nodes;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Bot.Tests.EndToEnd;

/// <summary>500 ballots, among them those of 30 young accounts that lift one model.</summary>
public sealed class CoordinatedVotesTests
{
    private const int Honest = 60;
    private const int Coordinated = 30;

    [Fact]
    public async Task Thirty_young_accounts_are_noticed_and_one_click_restores_the_order()
    {
        await using var arena = await ArenaDriver.StartAsync();
        await arena.KillBotAsync();
        var young = new List<string>();
        for (var i = 0; i < Coordinated; i++)
        {
            var made = await arena.Alice.PostAsync("sandbox/members", new JsonObject
            {
                ["name"] = $"young{i}", ["created_at"] = DateTimeOffset.UtcNow.AddDays(-32 + i * 0.1).ToString("O", CultureInfo.InvariantCulture),
            });
            young.Add((string)made["user"]!["id"]!);
        }

        var script = new Script(arena, new Random(7));
        script.PlayHonestly();
        var honest = await RatingsAsync(arena);
        var lifted = honest[^1].Tag;
        script.Lift(lifted, young);
        Assert.Equal(500, arena.Query<int>("select count(*) from ballots").Single());
        var attacked = await RatingsAsync(arena);
        Assert.NotEqual(Order(honest), Order(attacked));

        await arena.StartBotAsync();
        var notice = await arena.Alice.SeeAsync(message => message.Offers("Exclude their votes"));
        var (precision, recall) = script.Judge();
        Assert.True(precision >= 0.95 && recall >= 0.95, $"precision {precision}, recall {recall}");
        Assert.Contains(lifted, notice.Everything, StringComparison.Ordinal);
        Assert.Contains("accounts cast", notice.Everything, StringComparison.Ordinal);

        await arena.Bob.PressAsync(notice, "Exclude their votes");
        await arena.Bob.SeeAsync(message => message.IsEphemeral && message.Content.Contains("Only moderators can do that", StringComparison.Ordinal));
        Assert.Equal(500, arena.Query<int>("select count(*) from ballots where counted = 1").Single());
        await arena.Alice.PressAsync(notice, "Who");
        await arena.Alice.SeeAsync(message => message.IsEphemeral && message.Everything.Contains($"<@{young[0]}>", StringComparison.Ordinal));

        await arena.Alice.PressAsync(notice, "Exclude their votes");
        notice = await arena.Alice.SeeChangedAsync(notice, message => message.Offers("Take it back"));
        Assert.Equal(Order(honest), Order(Stored(arena)));
        if (recall == 1 && precision == 1)
            Assert.Equal(honest, Stored(arena));
        Assert.Contains(arena.Query<string>("select action from audit"), action => action == "ballots.excluded");
        Assert.Contains(arena.Query<string>("select action from audit"), action => action == "ratings.replayed");

        await arena.Alice.CommandAsync("arena suspicions");
        await arena.Alice.SeeAsync(message => message.IsEphemeral && message.Everything.Contains("excluded their votes", StringComparison.Ordinal));

        await arena.Alice.PressAsync(notice, "Take it back");
        await arena.Alice.SeeChangedAsync(notice, message => message.Offers("Exclude their votes"));
        Assert.Equal(attacked, Stored(arena));
        Assert.Contains(arena.Query<string>("select action from audit"), action => action == "ballots.restored");
    }

    private static IReadOnlyList<string> Order(IReadOnlyList<(string Tag, double Rating)> ratings) => [.. ratings.Select(row => row.Tag)];

    private static IReadOnlyList<(string Tag, double Rating)> Stored(ArenaDriver arena) => arena.Query<(string, double)>(
        $"select tag, round(rating, 6) from ratings where system = 'BradleyTerry' and server_id = {arena.Alice.Server} and category = '' order by rating desc");

    private static async Task<IReadOnlyList<(string Tag, double Rating)>> RatingsAsync(ArenaDriver arena)
    {
        await using var recompute = BotProcess.Start(arena.Environment, "ratings", "recompute");
        Assert.Equal(1, await recompute.ExitAsync());           // it says that something differed, and has stored it
        return Stored(arena);
    }

    /// <summary>What happened in the server before: written as the arena stores it.</summary>
    private sealed class Script(ArenaDriver arena, Random random)
    {
        private readonly string[] _tags = [.. arena.Query<string>("select tag from models order by tag").Take(6)];
        private readonly List<(int Id, string A, string B, DateTimeOffset At)> _battles = [];
        private HashSet<long> _young = [];

        public void PlayHonestly()
        {
            var members = Enumerable.Range(0, Honest).Select(i => Snowflake(DateTimeOffset.UtcNow.AddDays(-60 - i * 35), i)).ToArray();
            using var connection = Open();
            using var transaction = connection.BeginTransaction();
            for (var i = 1; i <= 45; i++)
            {
                var a = random.Next(_tags.Length);
                var b = (a + 1 + random.Next(_tags.Length - 1)) % _tags.Length;
                var at = DateTimeOffset.UtcNow.AddDays(-20 + i * 0.4);
                Battle(connection, i, _tags[a], _tags[b], at);
                foreach (var member in members.OrderBy(_ => random.Next()).Take(i <= 5 ? 8 : 7))
                    Ballot(connection, i, member, random.NextDouble() < 1 / (1 + Math.Exp(0.8 * (a - b))) ? "A" : "B", at.AddSeconds(-600 + 10 + random.Next(300)));
            }

            Settle(connection);
            transaction.Commit();
        }

        public void Lift(string tag, IReadOnlyList<string> members)
        {
            _young = [.. members.Select(member => long.Parse(member, CultureInfo.InvariantCulture))];
            using var connection = Open();
            using var transaction = connection.BeginTransaction();
            var left = 500 - connection.ExecuteScalar<int>("select count(*) from ballots");
            var own = _battles.Where(battle => battle.A == tag || battle.B == tag).ToList();
            for (var i = 0; left > 0; i++)
            {
                var battle = own[(i / members.Count + i) % own.Count];
                var already = connection.ExecuteScalar<int>(
                    "select count(*) from ballots where battle_id = @Id and member_id = @Member",
                    new { battle.Id, Member = long.Parse(members[i % members.Count], CultureInfo.InvariantCulture) });
                if (already > 0)
                    continue;
                Ballot(connection, battle.Id, long.Parse(members[i % members.Count], CultureInfo.InvariantCulture), battle.A == tag ? "A" : "B", battle.At.AddSeconds(-600 + 15 + random.Next(120)));
                left--;
            }

            Settle(connection);
            transaction.Commit();
        }

        public (double Precision, double Recall) Judge()
        {
            var noticed = arena.Query<long>("select member_id from suspicion_members");
            double right = noticed.Count(_young.Contains);
            return (right / noticed.Count, right / _young.Count);
        }

        private static long Snowflake(DateTimeOffset made, int i) => ((made.ToUnixTimeMilliseconds() - 1_420_070_400_000) << 22) + i;

        private SqliteConnection Open()
        {
            var connection = new SqliteConnection(
                new SqliteConnectionStringBuilder { DataSource = Path.Combine(arena.DataFolder, "arena.db"), Pooling = false }.ToString());
            connection.Open();
            return connection;
        }

        private void Battle(SqliteConnection connection, int id, string a, string b, DateTimeOffset at)
        {
            _battles.Add((id, a, b, at));
            connection.Execute(
                """
                insert into battles (id, server_id, channel_id, starter_id, prompt, source, state, model_a, model_b, pair_probability, uniform_probability,
                    created_at, voting_opened_at, quorum, minimum_ballots, settled_at, settle_cause, size_a, size_b, size_max, shown_state)
                values (@Id, @Server, @Channel, 1, 'A prompt', 'Typed', 'Settled', @A, @B, 0.06, 0.06, @Opened, @Opened, 25, 1, @At, 'ClosingTime', 1, 1, 1, 'Settled')
                """,
                new
                {
                    Id = id, Server = long.Parse(arena.Alice.Server, CultureInfo.InvariantCulture), Channel = long.Parse(arena.Alice.Channel, CultureInfo.InvariantCulture),
                    A = a, B = b, Opened = at.AddSeconds(-600).ToUnixTimeMilliseconds(), At = at.ToUnixTimeMilliseconds(),
                });
        }

        private static void Ballot(SqliteConnection connection, int battle, long member, string choice, DateTimeOffset at) => connection.Execute(
            "insert into ballots (battle_id, member_id, choice, counted, cast_at) values (@Battle, @Member, @Choice, 1, @At)",
            new { Battle = battle, Member = member, Choice = choice, At = at.ToUnixTimeMilliseconds() });

        private static void Settle(SqliteConnection connection) => connection.Execute(
            """
            update battles set verdict = (
                select case when total(choice = 'A') > total(choice = 'B') then 'A' when total(choice = 'A') < total(choice = 'B') then 'B' else 'Tie' end
                from ballots where battle_id = battles.id)
            """);
    }
}
