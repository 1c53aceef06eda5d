using System.Buffers.Binary;
using Arena.Core.Battles;
using Arena.Core.Battles.Voting;
using Arena.Core.Integrity;
using Arena.Core.Privacy;
using Arena.Core.Storage;
using Dapper;

namespace Arena.Core.Tests.Privacy;

public sealed class PrivacyDeskTests
{
    private static readonly MemberId Bob = new(734_629_121_430_585_344);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_member_is_shown_what_is_stored_under_their_id_and_nothing_of_others()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync(arena.Request("What is mine?", Bob));
        await arena.ReactAsync(battle, Bob, Choice.A);
        await arena.ReactAsync(battle, ArenaDriver.Member(1), Choice.B);

        var stored = await arena.Get<PrivacyDesk>().ReadAsync(Bob, Token);

        Assert.Equal(["battles started", "votes", "changes of votes"], stored.Kinds.Select(kind => kind.Name));
        Assert.Equal("What is mine?", stored.Kinds[0].Rows.Single()["prompt"]);
        Assert.Equal("A", stored.Kinds[1].Rows.Single()["choice"]);
        Assert.DoesNotContain(stored.Kinds[0].Rows.Single().Values, value => value is "fox:1b" or "owl:7b");
        Assert.True((await arena.Get<PrivacyDesk>().ReadAsync(ArenaDriver.Member(2), Token)).IsEmpty);
    }

    [Fact]
    public async Task A_forgotten_member_leaves_ballots_and_ratings_and_no_trace_of_the_id_in_any_file()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync(arena.Request(starter: Bob));
        await arena.ReactAsync(battle, Bob, Choice.A);
        await arena.ReactAsync(battle, Bob, Choice.B);
        await arena.RevealAsync(battle);
        var before = await RatingsAsync(arena);

        var result = await arena.Get<PrivacyDesk>().ForgetAsync(Bob, withTexts: false, Token);

        Assert.Equal(new ForgetResult.Forgotten(1, 1, 0, 0), result);
        Assert.True((await arena.Get<PrivacyDesk>().ReadAsync(Bob, Token)).IsEmpty);
        var (member, choice) = Assert.Single(await arena.BallotsAsync(battle));
        Assert.True(member.IsForgotten);
        Assert.Equal(Choice.B, choice);
        Assert.True((await arena.FindAsync(battle.Id)).Starter.IsForgotten);
        Assert.Equal(before, await RatingsAsync(arena));
        await IsInNoFileAsync(arena, Bob);
    }

    [Fact]
    public async Task Without_the_wish_the_id_stands_in_a_file()
    {
        await using var arena = await ArenaDriver.StartAsync();
        await arena.OpenVoteAsync(arena.Request(starter: Bob));

        Assert.NotEmpty(await FilesWithAsync(arena, Bob));
    }

    [Fact]
    public async Task What_is_stored_after_it_is_stored_anew()
    {
        await using var arena = await ArenaDriver.StartAsync();
        await arena.RevealWithOneBallotAsync(await arena.OpenVoteAsync(arena.Request(starter: Bob)));
        await arena.Get<PrivacyDesk>().ForgetAsync(Bob, withTexts: false, Token);
        await arena.RevealWithOneBallotAsync(await arena.OpenVoteAsync(arena.Request(starter: Bob)));

        Assert.Single((await arena.Get<PrivacyDesk>().ReadAsync(Bob, Token)).Kinds.Single().Rows);
        Assert.IsType<ForgetResult.Forgotten>(await arena.Get<PrivacyDesk>().ForgetAsync(Bob, withTexts: false, Token));
        Assert.Equal(2, await arena.QueryAsync<int>("select count(distinct starter_id) from battles"));
        Assert.IsType<ForgetResult.NothingStored>(await arena.Get<PrivacyDesk>().ForgetAsync(Bob, withTexts: false, Token));
    }

    [Fact]
    public async Task The_reaction_that_Discord_still_shows_is_not_read_back_and_no_new_one_is_taken()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync();
        await arena.ReactAsync(battle, Bob, Choice.A);
        await arena.Get<PrivacyDesk>().ForgetAsync(Bob, withTexts: false, Token);

        await arena.Engine.ReconcileAsync(Token);
        await arena.ReactAsync(battle, Bob, Choice.B);
        await arena.UnreactAsync(battle, Bob, Choice.A);
        await arena.DieAndRestartAsync();
        await arena.Engine.ReconcileAsync(Token);

        Assert.Equal([Choice.A], (await arena.BallotsAsync(battle)).Values);
        Assert.True((await arena.Get<PrivacyDesk>().ReadAsync(Bob, Token)).IsEmpty);
        await arena.RevealAsync(battle);
        Assert.Equal(0, await arena.QueryAsync<int>("select count(*) from forgotten_voters"));
    }

    [Fact]
    public async Task Their_name_goes_from_the_message_of_an_open_vote_and_they_can_not_reveal_it()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync(arena.Request(starter: Bob));
        await arena.ReactAsync(battle, ArenaDriver.Member(1), Choice.A);

        await arena.Get<PrivacyDesk>().ForgetAsync(Bob, withTexts: false, Token);

        await Eventually.TrueAsync(() => arena.Screen.Find(battle.Id)!.Latest.Battle.Starter.IsForgotten, "the message has no name");
        Assert.IsType<RevealResult.NotYours>(await arena.Desk.RevealAsync(battle.Id, Bob, isModerator: false, Token));
    }

    [Fact]
    public async Task Battles_that_wait_are_cancelled()
    {
        await using var arena = await ArenaDriver.StartAsync(prepare: arena => arena.Host.IsDown = true);
        var battle = await arena.StartBattleAsync(arena.Request(starter: Bob));

        await arena.Get<PrivacyDesk>().ForgetAsync(Bob, withTexts: false, Token);

        Assert.Equal((BattleState.Void, VoidReason.Cancelled), ((await arena.FindAsync(battle.Id)).State, (await arena.FindAsync(battle.Id)).VoidReason));
        await IsInNoFileAsync(arena, Bob);
    }

    [Fact]
    public async Task Their_prompts_go_where_they_ask_for_it_at_once_or_when_the_vote_is_over()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var over = await arena.OpenVoteAsync(arena.Request("My secret one", Bob));
        await arena.RevealWithOneBallotAsync(over);
        await arena.IsKnownToBeShownAsync(over.Id, BattleState.Settled);
        var open = await arena.OpenVoteAsync(arena.Request("My secret two", Bob));
        var other = await arena.OpenVoteAsync(arena.Request("Not mine"));

        Assert.Equal(new ForgetResult.Forgotten(2, 0, 2, 0), await arena.Get<PrivacyDesk>().ForgetAsync(Bob, withTexts: true, Token));

        Assert.Equal(("", true), ((await arena.FindAsync(over.Id)).Prompt, (await arena.FindAsync(over.Id)).AreTextsDropped));
        Assert.Equal(0, await arena.QueryAsync<int>($"select count(*) from answers where battle_id = {over.Id} and text <> ''"));
        Assert.Equal("My secret two", (await arena.FindAsync(open.Id)).Prompt);
        Assert.IsType<RevealResult.NotYours>(await arena.Desk.RevealAsync(open.Id, Bob, isModerator: false, Token));
        await arena.ReactAsync(open, ArenaDriver.Member(1), Choice.B);
        Assert.IsType<RevealResult.Revealed>(await arena.Desk.RevealAsync(open.Id, Bob, isModerator: true, Token));
        await arena.IsKnownToBeShownAsync(open.Id, BattleState.Settled);
        await arena.Get<TextRetention>().DropAsync(Token);
        Assert.Equal("", (await arena.FindAsync(open.Id)).Prompt);
        Assert.Equal("Not mine", (await arena.FindAsync(other.Id)).Prompt);
        Assert.False((await arena.Get<RatingRecompute>().RunAsync(Token)).Differed);
    }

    [Fact]
    public async Task A_result_is_shown_before_its_texts_go()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync(arena.Request(starter: Bob));
        await arena.Get<PrivacyDesk>().ForgetAsync(Bob, withTexts: true, Token);
        arena.Screen.Before = (_, _) => throw new IOException("Discord is away");
        await arena.ReactAsync(battle, ArenaDriver.Member(1), Choice.A);
        await arena.Desk.RevealAsync(battle.Id, ArenaDriver.Alice, isModerator: true, Token);

        await arena.Get<TextRetention>().DropAsync(Token);
        Assert.NotEqual("", (await arena.FindAsync(battle.Id)).Prompt);

        arena.Time.Advance(TimeSpan.FromHours(2));
        await arena.Get<TextRetention>().DropAsync(Token);
        Assert.Equal("", (await arena.FindAsync(battle.Id)).Prompt);
    }

    [Fact]
    public async Task Whoever_reads_meanwhile_only_delays_that_the_id_goes_from_the_log()
    {
        await using var arena = await ArenaDriver.StartAsync();
        await arena.RevealWithOneBallotAsync(await arena.OpenVoteAsync(arena.Request(starter: Bob)));
        await using (var reader = await arena.Database.OpenReadAsync(Token))
        {
            await using var reading = reader.BeginTransaction(deferred: true);
            Assert.Equal(1, await reader.ExecuteScalarAsync<int>("select count(*) from battles", transaction: reading));
            await arena.Get<PrivacyDesk>().ForgetAsync(Bob, withTexts: false, Token);
            Assert.False(await arena.Database.TryFoldLogAsync(Token));
            Assert.NotEmpty(await FilesWithAsync(arena, Bob));
        }

        await IsInNoFileAsync(arena, Bob);
    }

    [Fact]
    public async Task A_log_that_a_dead_process_left_is_emptied_at_the_start()
    {
        await using var arena = await ArenaDriver.StartAsync(prepare: arena => arena.Host.IsDown = true);
        await arena.StartBattleAsync(arena.Request(starter: Bob));
        await using (var reader = await arena.Database.OpenReadAsync(Token))
        {
            await using var reading = reader.BeginTransaction(deferred: true);
            Assert.Equal(1, await reader.ExecuteScalarAsync<int>("select count(*) from battles", transaction: reading));
            await arena.Get<PrivacyDesk>().ForgetAsync(Bob, withTexts: false, Token);
            await arena.DieAndRestartAsync();
        }

        await IsInNoFileAsync(arena, Bob);
    }

    [Fact]
    public async Task A_ban_stays_with_the_id_and_without_the_name()
    {
        await using var arena = await ArenaDriver.StartAsync();
        await arena.Get<BanDesk>().BanAsync(ArenaDriver.Server, Bob, "Bob the Builder", "spam", ArenaDriver.Alice, Token);

        Assert.Equal(new ForgetResult.Forgotten(0, 0, 0, 1), await arena.Get<PrivacyDesk>().ForgetAsync(Bob, withTexts: false, Token));

        var ban = Assert.Single(await arena.Get<BanDesk>().ListAsync(ArenaDriver.Server, Token));
        Assert.Equal((Bob, "", "spam"), (ban.Member, ban.Name, ban.Reason));
        Assert.True(await arena.Get<BanDesk>().IsBannedAsync(ArenaDriver.Server, Bob, Token));
        Assert.Equal(new ForgetResult.NothingStored(1), await arena.Get<PrivacyDesk>().ForgetAsync(Bob, withTexts: false, Token));
    }

    [Fact]
    public async Task When_the_ban_of_a_forgotten_member_is_lifted_nothing_is_left_of_it()
    {
        await using var arena = await ArenaDriver.StartAsync();
        await arena.Get<BanDesk>().BanAsync(ArenaDriver.Server, Bob, "Bob the Builder", "spam", ArenaDriver.Alice, Token);
        await arena.Get<PrivacyDesk>().ForgetAsync(Bob, withTexts: false, Token);

        Assert.IsType<BanResult.Unbanned>(await arena.Get<BanDesk>().UnbanAsync(ArenaDriver.Server, Bob, ArenaDriver.Alice, Token));

        await IsInNoFileAsync(arena, Bob);
    }

    [Fact]
    public async Task Who_was_banned_and_never_did_anything_is_shown_it_and_can_be_forgotten()
    {
        await using var arena = await ArenaDriver.StartAsync();
        await arena.Get<BanDesk>().BanAsync(ArenaDriver.Server, Bob, "Bob the Builder", "spam", ArenaDriver.Alice, Token);
        await arena.Get<BanDesk>().UnbanAsync(ArenaDriver.Server, Bob, ArenaDriver.Alice, Token);

        var shown = Assert.Single((await arena.Get<PrivacyDesk>().ReadAsync(Bob, Token)).Kinds);
        Assert.Equal(["member.banned", "member.unbanned"], shown.Rows.Select(row => row["action"]));
        Assert.Equal(new ForgetResult.Forgotten(0, 0, 0, 0), await arena.Get<PrivacyDesk>().ForgetAsync(Bob, withTexts: false, Token));

        Assert.True((await arena.Get<PrivacyDesk>().ReadAsync(Bob, Token)).IsEmpty);
        await IsInNoFileAsync(arena, Bob);
    }

    [Fact]
    public async Task What_a_forgotten_moderator_did_stands_and_can_be_taken_back()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var vote = await arena.OpenVoteAsync();
        await arena.RevealWithOneBallotAsync(vote);
        await arena.Get<BanDesk>().BanAsync(ArenaDriver.Server, ArenaDriver.Member(5), "Eve", null, Bob, Token);
        var exclusions = arena.Get<ExclusionDesk>();
        var excluded = Assert.IsType<ExcludeResult.Excluded>(
            await exclusions.ExcludeAsync(new ExclusionRequest(ArenaDriver.Server, [ArenaDriver.Member(1)], "alike", Bob), Token));

        await arena.Get<PrivacyDesk>().ForgetAsync(Bob, withTexts: false, Token);

        Assert.True((await arena.Get<BanDesk>().ListAsync(ArenaDriver.Server, Token)).Single().By.IsForgotten);
        Assert.IsType<BanResult.Unbanned>(await arena.Get<BanDesk>().UnbanAsync(ArenaDriver.Server, ArenaDriver.Member(5), ArenaDriver.Alice, Token));
        Assert.IsType<RestoreResult.Restored>(await exclusions.RestoreAsync(ArenaDriver.Server, excluded.Id, ArenaDriver.Alice, Token));
        Assert.Single(await arena.BallotsAsync(vote));
        Assert.False((await arena.Get<RatingRecompute>().RunAsync(Token)).Differed);
    }

    [Fact]
    public async Task The_audit_says_that_it_was_done_and_not_for_whom()
    {
        await using var arena = await ArenaDriver.StartAsync();
        await arena.RevealWithOneBallotAsync(await arena.OpenVoteAsync(arena.Request(starter: Bob)));
        await arena.Get<AuditStore>().RecordAsync(new AuditEntry(arena.Time.GetUtcNow(), ArenaDriver.Server, Bob, "member.banned", $"member:{ArenaDriver.Alice}"), Token);
        await arena.Get<AuditStore>().RecordAsync(new AuditEntry(arena.Time.GetUtcNow(), ArenaDriver.Server, ArenaDriver.Alice, "member.banned", $"member:{Bob}"), Token);

        await arena.Get<PrivacyDesk>().ForgetAsync(Bob, withTexts: false, Token);

        var audit = await arena.Get<AuditStore>().LatestAsync(null, 3, Token);
        Assert.Equal(("member.forgotten", "a member", null), (audit[0].Action, audit[0].Subject, audit[0].Member));
        Assert.Equal("member:17293822569102704641", audit[1].Subject);
        Assert.True(audit[2].Member!.Value.IsForgotten);
        Assert.Equal($"member:{ArenaDriver.Alice}", audit[2].Subject);
    }

    private static async Task<List<(string, string, double)>> RatingsAsync(ArenaDriver arena)
    {
        await using var connection = await arena.Database.OpenReadAsync(Token);
        return [.. await connection.QueryAsync<(string, string, double)>("select system, tag, rating from ratings where system <> 'BradleyTerry' order by system, server_id, category, tag")];
    }

    private static async Task IsInNoFileAsync(ArenaDriver arena, MemberId member)
    {
        using var stop = new CancellationTokenSource();
        var folding = arena.Get<LogFolding>().RunAsync(stop.Token);
        await Eventually.TrueAsync(
            async () =>
            {
                arena.Time.Advance(TimeSpan.FromSeconds(1));
                return (await FilesWithAsync(arena, member)).Count == 0;
            },
            "the id is in no file");
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => folding);
    }

    // SQLite keeps whole numbers of eight bytes in big-endian order.
    private static async Task<List<string>> FilesWithAsync(ArenaDriver arena, MemberId member)
    {
        var bytes = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, member.Value);
        var found = new List<string>();
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(arena.Database.Path)!))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var content = new byte[stream.Length];
            await stream.ReadExactlyAsync(content, Token);
            if (content.AsSpan().IndexOf(bytes) >= 0 || System.Text.Encoding.UTF8.GetString(content).Contains(member.ToString(), StringComparison.Ordinal))
                found.Add(Path.GetFileName(file));
        }

        return found;
    }
}
