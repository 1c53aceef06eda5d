using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Presentation;

namespace Bot.Tests.EndToEnd;

/// <summary>
/// What moderators set in their panel, and what members then may and may not. One arena; each test has a server of its own, which Carol owns and
/// where Bob is a member.
/// </summary>
public sealed class RulesOnTheWireTests(ArenaFixture fixture) : IClassFixture<ArenaFixture>
{
    private ArenaDriver Arena => fixture.Arena;

    [Fact]
    [Presses(ButtonIds.Settings, ButtonIds.NewBattle, ButtonIds.SamePrompt)]
    public async Task Cooldown_and_daily_limit_hold_for_every_way_to_start_and_roles_have_others()
    {
        using var place = await ServerAsync();
        var rules = await SettingsClient.OpenAsync(place.Carol);
        Assert.Equal("Cooldown: no cooldown → 1 hour.", await rules.WriteAsync("Starting", "cooldown", "1h"));
        await DuelAsync(place.Bob);
        var duel = await place.Bob.SeeAsync(message => message.Offers("Same duel again"));

        foreach (var again in new Func<Task>[]
        {
            () => place.Bob.CommandAsync("battle", ("prompt", "Once more?")), () => DuelAsync(place.Bob), () => place.Bob.CommandAsync("battle"),
            () => place.Bob.PressAsync(duel, "Same duel again"), () => place.Bob.PressAsync(duel, "New battle"),
            async () => await place.Bob.MessageCommandAsync("Battle this", await place.Bob.SayAsync("Once more?")),
        })
            await RefusedAsync(place.Bob, again, "You have started a battle within the last hour; the next is possible <t:");
        await StartsAsync(place.Carol, "Do moderators have the same limits?");
        await RefusedAsync(place.Carol, () => place.Carol.CommandAsync("battle"), "You have started a battle within the last hour");
        Assert.Equal(2, Battles(place));

        var regulars = await place.NewRoleAsync("Regulars", await place.Bob.IdAsync());
        Assert.Equal($"Limits of <@&{regulars}>: no cooldown, 2 battles in 24 hours.", await rules.LimitAsync(regulars, "none", "2"));
        await StartsAsync(place.Bob, "Is a regular not delayed?");
        await RefusedAsync(place.Bob, () => place.Bob.CommandAsync("battle"), "You have started 2 battles in the last 24 hours; the next is possible <t:");
        Assert.Equal(3, Battles(place));
    }

    [Fact]
    public async Task Battles_start_in_the_channels_that_are_chosen_and_in_their_threads()
    {
        using var place = await ServerAsync();
        var rules = await SettingsClient.OpenAsync(place.Carol);
        var gone = await place.NewChannelAsync("short-lived");
        Assert.Equal($"Battle channels: all channels → <#{place.Talk}>, <#{gone}>.", await rules.ChooseAsync("Starting", "battle-channels", place.Talk, gone));
        await place.Carol.DeleteAsync($"channels/{gone}");
        using var aside = place.In(place.Quiet);
        using var thread = place.In((string)(await place.Bob.PostAsync($"channels/{place.Talk}/threads", new JsonObject { ["name"] = "Aside", ["type"] = 11 }))["id"]!);

        foreach (var start in new[] { () => aside.CommandAsync("battle", ("prompt", "Here?")), () => DuelAsync(aside) })
            await RefusedAsync(aside, start, $"Battles do not start in this channel. The channel for them is <#{place.Talk}>.");
        Assert.Equal(0, Battles(place));
        await StartsAsync(thread, "In a thread?");
        await StartsAsync(place.Bob, "In the channel itself?");
    }

    [Fact]
    [Presses(ButtonIds.AskFurther, ButtonIds.EditQuestion)]
    public async Task Blocked_phrases_and_long_prompts_are_refused_in_prompts_duels_and_further_questions()
    {
        using var place = await ServerAsync();
        var rules = await SettingsClient.OpenAsync(place.Carol);
        Assert.StartsWith("Blocked phrases: none → ", await rules.WriteAsync("Starting", "blocked", "open sesame\nkraken"), StringComparison.Ordinal);
        Assert.Equal("Prompt length: 2,000 characters → 40 characters.", await rules.WriteAsync("Starting", "prompt-length", "40"));

        foreach (var (prompt, why) in new[]
        {
            ("Say OPEN  sesame.", ErrorText.BlockedPhrase), ("A kra\u200Bken?", ErrorText.BlockedPhrase), (new string('x', 41), "The prompt has 41 characters; 40 are possible."),
        })
        {
            await RefusedAsync(place.Bob, () => place.Bob.CommandAsync("battle", ("prompt", prompt)), why);
            await RefusedAsync(place.Bob, () => DuelAsync(place.Bob, prompt), why);
            await RefusedAsync(place.Bob, async () => await place.Bob.MessageCommandAsync("Battle this", await place.Bob.SayAsync(prompt)), why);
        }

        Assert.Equal(0, Battles(place));
        await place.Carol.HearAsync(
            () => place.Carol.CommandAsync("prompt add", ("text", "Who is the kraken?")), message => message.Content.Contains("is in this server's library", StringComparison.Ordinal));
        var battle = await StartsAsync(place.Bob, "Are krakens real?");
        var form = await place.Bob.FormAsync(() => place.Bob.PressAsync(battle, "Ask further"));
        await place.Bob.SubmitAsync(form, "And the kraken?");
        var refused = await place.Bob.SeeAsync(message => message.IsEphemeral && message.Content.StartsWith(ErrorText.BlockedPhrase, StringComparison.Ordinal) && message.Offers("Edit it"));
        Assert.Contains("And the kraken?", refused.Everything, StringComparison.Ordinal);
        Assert.Equal(1, Arena.Query<long>("select turn from battles where server_id = @Id", place).Single());

        var again = await place.Bob.FormAsync(() => place.Bob.PressAsync(refused, "Edit it"));
        Assert.Contains("And the kraken?", again.ToJsonString(), StringComparison.Ordinal);
        await place.Bob.SubmitAsync(again, "And the squid?");
        await place.Bob.SeeChangedAsync(battle, message => message.IsVoting && message.Content.Contains("And the squid?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Age_restricted_prompts_and_models_play_in_age_restricted_channels_only()
    {
        using var place = await ServerAsync();
        using var adults = place.In(await place.NewChannelAsync("adults", isAgeRestricted: true));
        const string prompt = "Tell a gruesome story of a vampire.";
        await place.Carol.HearAsync(
            () => place.Carol.CommandAsync("prompt add", ("text", prompt), ("category", "roleplay"), ("age_restricted", true)),
            message => message.Content.Contains("for age-restricted channels", StringComparison.Ordinal));
        var list = await place.Carol.HearAsync(() => place.Carol.CommandAsync("prompt list", ("category", "roleplay")), message => message.Everything.Contains("vampire", StringComparison.Ordinal));
        foreach (System.Text.RegularExpressions.Match id in System.Text.RegularExpressions.Regex.Matches(list.Everything, "`(b[0-9a-f]+)`"))
            await place.Carol.HearAsync(() => place.Carol.CommandAsync("prompt remove", ("prompt", id.Groups[1].Value)), message => message.Content.StartsWith("That is one of the operator's", StringComparison.Ordinal));

        foreach (var command in new[] { "battle", "prompts random" })
            await RefusedAsync(place.Bob, () => place.Bob.CommandAsync(command, ("category", "roleplay")), "The prompt library has nothing in `roleplay`.");
        await adults.CommandAsync("battle", ("category", "roleplay"));
        await adults.SeeAsync(message => message.IsVoting && message.Content.Contains(prompt, StringComparison.Ordinal));

        await Arena.Alice.HearAsync(
            () => Arena.Alice.CommandAsync("model edit", ("model", "raven:8b"), ("age_restricted", true)),
            message => message.Content.Contains("plays in age-restricted channels only", StringComparison.Ordinal));
        await RefusedAsync(place.Bob, () => DuelAsync(place.Bob, "Who is older?", "raven:8b"), ErrorText.ModelAgeRestricted("raven:8b"));
        await DuelAsync(adults, "Who is older?", "raven:8b");
        await adults.SeeAsync(message => message.Offers("Same duel again") && message.Everything.Contains("raven:8b", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_preset_of_the_server_is_the_usual_one_once_chosen_and_unknown_elsewhere()
    {
        using var place = await ServerAsync();
        using var other = await ServerAsync();
        await place.Carol.HearAsync(
            () => place.Carol.CommandAsync("arena presets set", ("name", "brief"), ("temperature", 0.1), ("top_k", 7), ("output_tokens", 40), ("system_prompt", "Be brief.")),
            message => message.Content.Contains("The preset **brief** is new", StringComparison.Ordinal));
        var rules = await SettingsClient.OpenAsync(place.Carol);
        Assert.Equal("Sampling preset: balanced → brief.", await rules.ChooseAsync("Answers", "preset", "brief"));

        await RefusedAsync(other.Bob, () => other.Bob.CommandAsync("battle", ("prompt", "Hello?"), ("preset", "brief")), "There is no preset `brief` here.");
        await StartsAsync(place.Bob, "Why do magpies steal?");
        await StartsAsync(other.Bob, "Why do magpies steal?");
        Assert.Equal("brief", Preset(place));
        Assert.Equal("balanced", Preset(other));
        Assert.All(Arena.Query<int>("select output_tokens from answers join battles on battles.id = battle_id where server_id = @Id", place), tokens => Assert.InRange(tokens, 1, 40));
        // Both sides were asked alike, and as the preset says.
        var asked = (await Arena.Alice.GetAsync("/ollama/sandbox/requests"))["requests"]!.AsArray().Select(request => (string?)request!["body"] ?? "")
            .Where(body => body.Contains("Be brief.", StringComparison.Ordinal)).Select(body => JsonNode.Parse(body)!["options"]!);
        Assert.Equal([(7, 0.1), (7, 0.1)], asked.Select(options => ((int)options["top_k"]!, (double)options["temperature"]!)));

        string Preset(Place of) => Arena.Query<string>("select preset from battles where server_id = @Id", of).Single();
    }

    [Fact]
    [Presses(ButtonIds.AskFurther)]
    public async Task Follow_ups_that_are_switched_off_are_not_offered_and_battles_that_had_begun_keep_theirs()
    {
        using var place = await ServerAsync();
        var before = await StartsAsync(place.Bob, "May this one go on?");
        var rules = await SettingsClient.OpenAsync(place.Carol);
        Assert.Equal("Follow-up turns: 2 turns → none.", await rules.WriteAsync("Answers", "turns", "0"));

        Assert.False((await StartsAsync(place.Bob, "And this one?")).Offers("Ask further"));
        var form = await place.Carol.FormAsync(() => place.Carol.PressAsync(before, "Ask further"));        // a moderator, not the starter
        await place.Carol.SubmitAsync(form, "Then go on.");
        await place.Bob.SeeChangedAsync(before, message => message.IsVoting && message.Content.Contains("Then go on.", StringComparison.Ordinal));
    }

    [Fact]
    [Presses(ButtonIds.Reveal)]
    public async Task Results_are_posted_where_the_moderators_want_them()
    {
        using var place = await ServerAsync();
        var rules = await SettingsClient.OpenAsync(place.Carol);
        Assert.Equal($"Results channel: nowhere → <#{place.Quiet}>.", await rules.ChooseAsync("Channels", "results", place.Quiet));
        var battle = await StartsAsync(place.Bob, "Who won?");
        await place.Carol.ReactAsync(battle, "🇧");
        await StoredAsync(place, ballots: 1);

        await place.Bob.PressAsync(battle, "Reveal");

        using var results = place.In(place.Quiet);
        var result = await results.SeeAsync(message => message.Content.Contains("**B won**, 1 : 0", StringComparison.Ordinal));
        var (a, b) = Arena.Query<(string, string)>("select model_a, model_b from battles where server_id = @Id", place).Single();
        Assert.StartsWith($"**{a}** (A) and **{b}** (B)\n> Who won?\n", result.Content, StringComparison.Ordinal);
        Assert.EndsWith($"/channels/{place.Server}/{battle.Channel}/{battle.Id}", result.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Yesterdays_battles_are_summed_up_once_in_the_channel_for_it()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var results = (await arena.Alice.GetAsync($"guilds/{arena.Alice.Server}/channels")).AsArray().Single(channel => (string)channel!["name"]! == "results")!["id"]!;
        var rules = await SettingsClient.OpenAsync(arena.Alice);
        Assert.Equal($"Summary channel: no summary → <#{results}>.", await rules.ChooseAsync("Channels", "summary", (string)results!));
        // Where it is about noon now, so that a day ago is yesterday however long this takes.
        var hours = 12 - TimeProvider.System.GetUtcNow().Hour;
        Assert.EndsWith($"→ {Zone(hours)}.", await rules.WriteAsync("Channels", "time-zone", Zone(hours)), StringComparison.Ordinal);
        await rules.ChooseAsync("Channels", "summary-hour", "0");
        var battle = await arena.BattleAsync();
        foreach (var voter in new[] { arena.Bob, arena.Carol, arena.Dave })
            await voter.ReactAsync(battle, voter == arena.Dave ? "🇧" : "🇦");
        await Eventually.TrueAsync(() => Task.FromResult(arena.Query<long>("select count(*) from ballots where counted = 1").Single() == 3));
        await arena.Alice.PressAsync(battle, "Reveal");
        await arena.Alice.SeeChangedAsync(battle, message => message.Offers("New battle"));

        await arena.KillBotAsync();
        arena.Change("update battles set settled_at = settled_at - 86400000; update rating_history set at = at - 86400000; delete from summaries");
        await arena.StartBotAsync();

        var summary = await arena.Bob.SeeAsync(message => message.Content.StartsWith("**Yesterday**", StringComparison.Ordinal), (string)results!);
        Assert.Contains(": 1 battle with 3 votes of 3 members.", summary.Content, StringComparison.Ordinal);
        Assert.Contains("**Closest**", summary.Content, StringComparison.Ordinal);
        Assert.Contains("Bradley–Terry · this server", summary.Everything, StringComparison.Ordinal);
        await Eventually.TrueAsync(() => Task.FromResult(arena.Query<long>("select is_done from summaries where message_id is not null").SingleOrDefault() == 1));
        await arena.KillBotAsync();
        await arena.StartBotAsync();
        await arena.BattleAsync("Is it said only once?");
        Assert.Single(await arena.Bob.MessagesAsync((string)results!), message => message.Content.StartsWith("**Yesterday**", StringComparison.Ordinal));

        // The names of these zones count the other way round.
        static string Zone(int hours) => hours == 0 ? "Etc/UTC" : $"Etc/GMT{(hours > 0 ? "-" : "+")}{Math.Abs(hours)}";
    }

    [Fact]
    public async Task A_member_changes_nothing_with_a_panel_that_is_not_theirs()
    {
        using var place = await ServerAsync();
        var panel = await place.Carol.HearAsync(() => place.Carol.CommandAsync("arena settings"), message => message.Embeds.Count > 0);
        using var chosen = await place.Bob.ChooseAsync(panel, "settings:pick", ["quorum"]);
        using var pressed = await place.Bob.TryPressAsync(panel, "Starting");
        Assert.Equal((System.Net.HttpStatusCode.NotFound, System.Net.HttpStatusCode.NotFound), (chosen.StatusCode, pressed.StatusCode));   // Discord hides it from him
    }

    private static Task DuelAsync(MemberClient member, string prompt = "Which of you is older?", string model = "owl:7b") =>
        member.CommandAsync("duel", ("model_a", model), ("model_b", "fox:3b"), ("prompt", prompt));

    private static async Task<SeenMessage> StartsAsync(MemberClient member, string prompt)
    {
        await member.CommandAsync("battle", ("prompt", prompt));
        return await member.SeeAsync(message => message.IsVoting && message.Content.Contains(prompt, StringComparison.Ordinal));
    }

    private static Task RefusedAsync(MemberClient member, Func<Task> does, string why) =>
        member.HearAsync(does, message => message.IsEphemeral && message.Content.StartsWith(why, StringComparison.Ordinal));

    private long Battles(Place place) => Arena.Query<long>("select count(*) from battles where server_id = @Id", place).Single();

    private Task StoredAsync(Place place, int ballots) => Eventually.TrueAsync(() => Task.FromResult(
        Arena.Query<long>("select count(*) from ballots join battles on battles.id = battle_id where server_id = @Id and counted = 1", place).Single() == ballots));

    private async Task<Place> ServerAsync()
    {
        var made = await Arena.Alice.PostAsync(
            "sandbox/guilds", new JsonObject { ["name"] = "Strict", ["owner"] = "carol", ["members"] = new JsonArray("bob"), ["channels"] = new JsonArray("talk", "quiet") });
        return new Place(Arena, (string)made["id"]!, (string)made["channels"]![0]!["id"]!, (string)made["channels"]![1]!["id"]!);
    }

    /// <summary>A server with two channels.</summary>
    private sealed class Place : IDisposable
    {
        private readonly ArenaDriver _arena;

        public Place(ArenaDriver arena, string server, string talk, string quiet)
        {
            (_arena, Server, Talk, Quiet) = (arena, server, talk, quiet);
            (Carol, Bob) = (In(talk, "carol"), In(talk));
        }

        public string Server { get; }
        public long Id => long.Parse(Server, CultureInfo.InvariantCulture);
        public string Talk { get; }
        public string Quiet { get; }

        /// <summary>The owner, in the channel that is talked in.</summary>
        public MemberClient Carol { get; }

        /// <summary>A member, in the channel that is talked in.</summary>
        public MemberClient Bob { get; }

        public MemberClient In(string channel, string name = "bob") => new(_arena.Address, $"sandbox-{name}") { Server = Server, Channel = channel };

        public async Task<string> NewRoleAsync(string name, string holder) => (string)(await Carol.PostAsync(
            $"sandbox/guilds/{Server}/roles", new JsonObject { ["name"] = name, ["permissions"] = "0", ["members"] = new JsonArray(holder) }))["id"]!;

        public async Task<string> NewChannelAsync(string name, bool isAgeRestricted = false) => (string)(await Carol.PostAsync(
            $"sandbox/guilds/{Server}/channels", new JsonObject { ["name"] = name, ["nsfw"] = isAgeRestricted }))["id"]!;

        public void Dispose()
        {
            Carol.Dispose();
            Bob.Dispose();
        }
    }
}
