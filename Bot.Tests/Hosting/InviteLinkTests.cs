using Bot.Hosting;
using ApplicationId = Bot.Discord.ApplicationId;

namespace Bot.Tests.Hosting;

public sealed class InviteLinkTests
{
    [Fact]
    public void The_link_asks_for_both_scopes_and_for_the_eight_permissions_alone()
    {
        // View Channel 1<<10, Send Messages 1<<11, Embed Links 1<<14, Attach Files 1<<15, Read Message History 1<<16,
        // Add Reactions 1<<6, Create Public Threads 1<<35, Send Messages in Threads 1<<38
        const ulong bits = 1UL << 6 | 1UL << 10 | 1UL << 11 | 1UL << 14 | 1UL << 15 | 1UL << 16 | 1UL << 35 | 1UL << 38;

        Assert.Equal(
            $"https://discord.com/oauth2/authorize?client_id=7&permissions={bits}&integration_type=0&scope=bot+applications.commands",
            InviteLink.For(new ApplicationId(7)).AbsoluteUri);
    }
}
