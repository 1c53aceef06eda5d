using Bot.Discord;
using Bot.Hosting;

namespace Bot.Tests.Hosting;

public sealed class FailureTextTests
{
    [Fact]
    public void A_bad_token_says_where_to_get_one()
    {
        Exception[] refusals =
        [
            new DiscordFatalException("Authentication failed.", 4004),
            new DiscordException(DiscordFailure.Unauthorized, "401"),
            new DiscordFatalException("Refused.", inner: new DiscordException(DiscordFailure.Unauthorized, "401")),
        ];

        Assert.All(refusals, refusal => Assert.Contains("https://discord.com/developers/applications", FailureText.Of(refusal), StringComparison.Ordinal));
    }

    [Fact]
    public void Other_fatal_close_codes_keep_their_own_advice() =>
        Assert.Equal("Switch the intent on.", FailureText.Of(new DiscordFatalException("Switch the intent on.", 4014)));

    [Fact]
    public void What_nobody_expected_is_one_sentence_too() =>
        Assert.Equal(
            "An unexpected error ended the arena: InvalidOperationException: one two",
            FailureText.Of(new InvalidOperationException("one\ntwo")));
}
