using Arena.Core.Storage;

namespace Arena.Core.Tests.Storage;

public sealed class ServerStoreTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_of_two_servers_that_are_joined_at_the_same_moment_stays_the_first()
    {
        using var folder = new TempFolder();
        var time = new ManualTime();
        await using var database = await Database.OpenAsync(
            new StorageOptions { DataFolder = folder.Path, Realm = Realm.Sandbox }, time, null, Token);
        var servers = new ServerStore(database, time);
        Assert.Null(await servers.FirstAsync(Token));

        await servers.RememberAsync(new ServerId(2), Token);
        await servers.RememberAsync(new ServerId(1), Token);
        await servers.RememberAsync(new ServerId(2), Token);

        Assert.Equal(new ServerId(2), await servers.FirstAsync(Token));
    }
}
