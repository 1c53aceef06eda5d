namespace Arena.Core.Tests.Testing;

/// <summary>
/// What a test needs of the machine. Where it is missing the test skips and says why; on the build machine (ARENA_CI=1), which
/// installs all of it (<c>.ci/run</c>), it fails.
/// </summary>
internal static class Requirement
{
    public static void Missing(string reason)
    {
        if (Environment.GetEnvironmentVariable("ARENA_CI") == "1")
            Assert.Fail($"The build machine has to have it. {reason}");
        Assert.Skip(reason);
    }
}
