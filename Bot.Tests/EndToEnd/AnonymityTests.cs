namespace Bot.Tests.EndToEnd;

public sealed class AnonymityTests
{
    [Fact]
    public async Task Until_the_reveal_nothing_a_member_can_read_names_either_model()
    {
        await using var arena = await ArenaDriver.StartAsync(("ARENA_STREAMING", "paced"));
        var seen = new HashSet<string>();
        async Task<bool> ReadAllAsync(Func<SeenMessage, bool> until)
        {
            var messages = await arena.Bob.MessagesAsync();
            foreach (var message in messages)
            {
                seen.Add(message.Everything);
                foreach (var file in message.Attachments)
                    seen.Add(System.Text.Encoding.UTF8.GetString(await arena.Bob.DownloadAsync((string)file["url"]!)));
            }

            return messages.Any(until);
        }

        await arena.Alice.CommandAsync("battle", ("prompt", "Describe the smell of rain on a hot street in many sentences."));
        await Eventually.TrueAsync(() => ReadAllAsync(message => message.IsVoting));
        foreach (var voter in new[] { arena.Alice, arena.Bob, arena.Carol })
        {
            var battle = (await arena.Bob.MessagesAsync()).First(message => message.IsVoting);
            await voter.ReactAsync(battle, "🇦");
            await ReadAllAsync(_ => true);
        }

        var tags = arena.Query<string>("select tag from models").ToList();
        Assert.True(tags.Count >= 6);
        Assert.True(seen.Count >= 3, "the battle was seen in several states");
        var names = tags.Concat(tags.Select(tag => tag.Split(':')[0])).Concat(arena.Query<string>("select display_name from models")).Distinct();
        foreach (var name in names)
            Assert.All(seen, text => Assert.DoesNotMatch($@"(?i)(?<![a-z]){System.Text.RegularExpressions.Regex.Escape(name)}(?![a-z])", text));
        Assert.All(seen, text => Assert.DoesNotContain("tokens/s", text, StringComparison.Ordinal));
    }
}
