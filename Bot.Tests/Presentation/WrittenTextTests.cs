using Bot.Discord.Messages;
using Bot.Presentation;

namespace Bot.Tests.Presentation;

/// <summary>What was refused comes back as it was written.</summary>
public sealed class WrittenTextTests
{
    [Theory]
    [InlineData("And why?")]
    [InlineData("Three ``` of them, ```` four, and `one`.\n```\ncode\n```")]
    [InlineData("@everyone <@4> <#5> [a](https://example.org) **bold** > quoted\n    indented")]
    public void A_text_is_read_back_from_its_box(string written)
    {
        var given = WrittenText.With(OutgoingMessage.Whisper("No."), written);

        var box = Assert.Single(given.Embeds);
        Assert.Equal(2, box.Description!.Split("```").Length - 1);
        Assert.Equal(written, WrittenText.In(Standing(given)));
    }

    [Fact]
    public void What_no_box_holds_comes_as_a_file()
    {
        var given = WrittenText.With(OutgoingMessage.Whisper("No."), new string('x', 5_000));

        Assert.Empty(given.Embeds);
        Assert.Equal(5_000, Assert.Single(given.Files).Content.Length);
        Assert.Null(WrittenText.In(Standing(given)));
    }

    private static Message Standing(OutgoingMessage message) => new(
        new MessageId(1), new ChannelId(2), null, RecordingDiscord.Bot, message.Content!, [], message.Embeds, [], DateTimeOffset.UnixEpoch, null);
}
