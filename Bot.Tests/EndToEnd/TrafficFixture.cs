using System.Collections.Concurrent;
using Bot.Tests.EndToEnd;
using Bot.Tests.Sandbox;

[assembly: AssemblyFixture(typeof(TrafficFixture))]

namespace Bot.Tests.EndToEnd;

/// <summary>
/// Keeps what went over the wire in every end-to-end test, and holds all of it against Discord's OpenAPI document once, when the tests
/// are done: the validator takes longer to start than to check.
/// </summary>
public sealed class TrafficFixture : IAsyncDisposable
{
    private static readonly ConcurrentBag<string> Files = [];

    internal static void Keep(string trafficFile) => Files.Add(trafficFile);

    public async ValueTask DisposeAsync()
    {
        if (Files.IsEmpty || !OpenApiCheck.IsPossible)
            return;
        var all = Path.GetTempFileName();
        try
        {
            foreach (var file in Files)
            {
                await File.AppendAllTextAsync(all, await File.ReadAllTextAsync(file));
                File.Delete(file);
            }

            await OpenApiCheck.EnsureValidAsync(all, "end-to-end tests", documentedFieldsOnly: true, CancellationToken.None);
        }
        finally
        {
            File.Delete(all);
        }
    }
}
