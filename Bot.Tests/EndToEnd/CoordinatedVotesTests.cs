using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Presentation;

namespace Bot.Tests.EndToEnd;

/// <summary>500 ballots in 50 battles, cast as reactions by 90 members, of whom 30 made their accounts lately and lift one model.</summary>
public sealed class CoordinatedVotesTests
{
    private const int Battles = 50;
    private const int Quorum = 10;
    private const int Honest = 60;
    private const int Coordinated = 30;

    [Fact]
    [Presses(ButtonIds.SuspicionExclude, ButtonIds.SuspicionWho, ButtonIds.SuspicionTakeBack, ButtonIds.SuspicionDismiss, ButtonIds.Suspicion)]
    public async Task Thirty_young_accounts_are_noticed_and_one_click_restores_the_order()
    {
        await using var arena = await ArenaDriver.StartAsync(
            ("ARENA_QUORUM", $"{Quorum}"), ("ARENA_WAITING_PER_MEMBER", "100"), ("ARENA_WAITING_PER_SERVER", "100"));
        var script = await Script.OpenAsync(arena);
        await script.VoteAsync();
        await StandsAsync(arena, 500);
        var attacked = Stored(arena);
        Assert.Equal(script.Lifted, attacked[0].Tag);

        await arena.KillBotAsync();                        // the votes are looked at as the bot starts, and every few minutes
        await arena.StartBotAsync();
        var notice = await arena.Alice.SeeAsync(message => message.Offers("Exclude their votes") && message.Everything.Contains($"`{script.Lifted}`", StringComparison.Ordinal), script.LastChannel);
        var named = arena.Query<string>("select cast(member_id as text) from suspicion_members");
        double right = named.Count(script.Young.Contains);
        Assert.True(right / named.Count >= 0.95 && right / Coordinated >= 0.95, $"{right} of {named.Count} that are named agreed");
        using var bob = new MemberClient(arena.Address, "sandbox-bob") { Server = arena.Bob.Server, Channel = notice.Channel };
        using var alice = new MemberClient(arena.Address, "sandbox-alice") { Server = arena.Alice.Server, Channel = notice.Channel };
        foreach (var button in new[] { "Exclude their votes", "Who", "Not suspicious" })
            await bob.HearAsync(() => bob.PressAsync(notice, button), message => message is { IsEphemeral: true, Content: ErrorText.OnlyModerators });
        Assert.Equal(attacked, Stored(arena));
        await alice.HearAsync(
            () => alice.PressAsync(notice, "Who"), message => message.IsEphemeral && message.Everything.Contains($"<@{script.Young[0]}>", StringComparison.Ordinal));

        await alice.PressAsync(notice, "Not suspicious");
        notice = await alice.SeeChangedAsync(notice, message => !message.Offers("Not suspicious"));
        Assert.Equal(attacked, Stored(arena));
        await alice.PressAsync(notice, "Exclude their votes");
        notice = await alice.SeeChangedAsync(notice, message => message.Offers("Take it back"));
        Assert.Equal(script.HonestOrder, Stored(arena).Select(row => row.Tag));
        Assert.Equal(500, arena.Query<int>("select count(*) from ballots").Single());
        Assert.Equal(500 - arena.Query<int>("select count(*) from excluded_ballots").Single(), arena.Query<int>("select count(*) from ballots where counted = 1").Single());
        await AuditedAsync(alice, "took votes out of the ratings");

        var list = await alice.HearAsync(
            () => alice.CommandAsync("arena suspicions"), message => message.IsEphemeral && message.Everything.Contains("excluded their votes", StringComparison.Ordinal));
        using (var chosen = await alice.ChooseAsync(list, "1"))
            Assert.True(chosen.IsSuccessStatusCode);
        await alice.SeeChangedAsync(list, message => message.Offers("Take it back"));

        await alice.PressAsync(notice, "Take it back");
        await alice.SeeChangedAsync(notice, message => message.Offers("Exclude their votes"));
        Assert.Equal(attacked, Stored(arena));
        await AuditedAsync(alice, "put votes back into the ratings");
    }

    private static IReadOnlyList<(string Tag, double Rating)> Stored(ArenaDriver arena) => arena.Query<(string, double)>(
        $"select tag, round(rating, 6) from ratings where system = 'BradleyTerry' and server_id = {arena.Alice.Server} and category = '' order by rating desc");

    /// <summary>Waits until every battle is settled and the board is made of all these ballots.</summary>
    private static async Task StandsAsync(ArenaDriver arena, int ballots)
    {
        await Eventually.TrueAsync(() => Task.FromResult(arena.Query<int>("select count(*) from battles where state = 'Settled'").Single() == Battles));
        Assert.Equal(ballots, arena.Query<int>("select count(*) from ballots where counted = 1").Single());
        await Eventually.TrueAsync(() => Task.FromResult(arena.Query<int>(
            $"select total(ballots) from ratings where system = 'BradleyTerry' and server_id = {arena.Alice.Server} and category = ''").Single() == 2 * ballots));
    }

    private static Task AuditedAsync(MemberClient moderator, params string[] words) => moderator.HearAsync(
        () => moderator.CommandAsync("arena audit"),
        message => words.All(word => message.Content.Split('\n').Skip(1).Take(2).Any(line => line.Contains(word, StringComparison.Ordinal))));

    /// <summary>The battles, who votes in which of them, and what.</summary>
    private sealed class Script
    {
        private const int Channels = 25;
        private readonly ArenaDriver _arena;
        private readonly IReadOnlyList<Battle> _battles;
        private readonly Random _random = new(7);

        private Script(ArenaDriver arena, IReadOnlyList<Battle> battles)
        {
            (_arena, _battles) = (arena, battles);
            Lifted = battles.SelectMany(battle => new[] { battle.A, battle.B }).CountBy(tag => tag).MaxBy(count => count.Value).Key;
            HonestOrder = [.. arena.Query<string>("select tag from models order by tag").Where(tag => tag != Lifted), Lifted];
        }

        /// <summary>As those who judge by themselves see the models: the one that is lifted is the worst.</summary>
        public IReadOnlyList<string> HonestOrder { get; }

        public string Lifted { get; }

        /// <summary>Ids of those who lift it.</summary>
        public IReadOnlyList<string> Young { get; private set; } = [];

        public string LastChannel => _battles[^1].Channel;

        public static async Task<Script> OpenAsync(ArenaDriver arena)
        {
            var channels = new List<string>();
            for (var battle = 1; battle <= Battles; battle++)
            {
                if (channels.Count < Channels)
                    channels.Add((string)(await arena.Alice.PostAsync($"sandbox/guilds/{arena.Alice.Server}/channels", new JsonObject { ["name"] = $"battles-{battle}" }))["id"]!);
                using var alice = new MemberClient(arena.Address, "sandbox-alice") { Server = arena.Alice.Server, Channel = channels[battle % channels.Count] };
                await alice.CommandAsync("battle", ("prompt", $"What is so special about the number {battle}?"));
                await Eventually.TrueAsync(() => Task.FromResult(arena.Query<int>("select count(*) from battles").Single() == battle));
            }

            await Eventually.TrueAsync(
                () => Task.FromResult(arena.Query<int>("select count(*) from battles where state = 'Voting'").Single() == Battles),
                lastSeen: () => Task.FromResult(string.Join('\n', arena.Query<string>("select state || ' ' || count(*) || ' ' || coalesce(void_reason, '') from battles group by state, void_reason"))));
            return new Script(arena, arena.Query<Battle>(
                "select cast(channel_id as text) as Channel, cast(message_id as text) as Message, model_a as A, model_b as B from battles order by id"));
        }

        public async Task VoteAsync()
        {
            // Made on one day, a few days ago; the others over three years.
            var now = TimeProvider.System.GetUtcNow();
            var young = await CrowdAsync("young", Coordinated, i => now.AddDays(-3).AddMinutes(20 * i));
            var honest = await CrowdAsync("honest", Honest, i => now.AddDays(-60 - 20 * i));
            // These see the model that is lifted again and again: what they say is held against what is said of it by agreement.
            var connoisseurs = honest.Where((_, i) => i % 4 == 0).ToList();
            Young = [.. young.Select(voter => voter.Id)];
            foreach (var battle in _battles)
            {
                var isLifted = battle.A == Lifted || battle.B == Lifted;
                var lifting = Turn(young, isLifted ? Quorum - 2 : 0).Select(voter => (voter.Member, Choice: battle.A == Lifted ? "🇦" : "🇧"));
                var judging = Turn(isLifted ? connoisseurs : honest, isLifted ? 2 : Quorum).Select((voter, place) => (voter.Member, Choice: Judge(battle, place, isLifted)));
                (MemberClient Member, string Choice)[] voters = [.. lifting, .. judging];
                _random.Shuffle(voters);
                await Task.WhenAll(voters.Select(voter => voter.Member.ReactAsync(battle.Seen, voter.Choice)));
            }

            foreach (var voter in young.Concat(honest))
                voter.Member.Dispose();
        }

        /// <summary>The better model, but for one to four of ten voters: the fewer, the further the two are apart.</summary>
        private string Judge(Battle battle, int place, bool isLifted)
        {
            var (a, b) = (Place(battle.A), Place(battle.B));
            var isDissent = !isLifted && place < 5 - Math.Abs(a - b);
            return a < b == isDissent ? "🇧" : "🇦";

            int Place(string tag) => HonestOrder.TakeWhile(other => other != tag).Count();
        }

        /// <summary>Those who voted least so far, at random: nobody always votes beside the same ones.</summary>
        private List<Voter> Turn(IReadOnlyList<Voter> crowd, int size)
        {
            var turn = crowd.OrderBy(voter => voter.Votes).ThenBy(_ => _random.Next()).Take(size).ToList();
            foreach (var voter in turn)
                voter.Votes++;
            return turn;
        }

        private async Task<IReadOnlyList<Voter>> CrowdAsync(string name, int size, Func<int, DateTimeOffset> created)
        {
            var crowd = new List<Voter>();
            for (var i = 0; i < size; i++)
            {
                var made = await _arena.Alice.PostAsync(
                    "sandbox/members", new JsonObject { ["name"] = $"{name}{i}", ["created_at"] = created(i).ToString("O", CultureInfo.InvariantCulture) });
                crowd.Add(new Voter(new MemberClient(_arena.Address, (string)made["token"]!) { Server = _arena.Alice.Server, Channel = "" }, (string)made["user"]!["id"]!));
            }

            return crowd;
        }

        private sealed class Voter(MemberClient member, string id)
        {
            public MemberClient Member => member;
            public string Id => id;
            public int Votes { get; set; }
        }

        private sealed record Battle(string Channel, string Message, string A, string B)
        {
            public SeenMessage Seen => new(new JsonObject { ["id"] = Message, ["channel_id"] = Channel });
        }
    }
}
