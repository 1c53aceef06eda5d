namespace Bot.Tests.EndToEnd;

/// <summary>What a reader of the test run's log should see, such as how much was validated.</summary>
internal static class Notes
{
    private static readonly Lock Gate = new();

    public static void Write(string line)
    {
        TestContext.Current.SendDiagnosticMessage(line);
        if (Environment.GetEnvironmentVariable("ARENA_TEST_NOTES") is { Length: > 0 } file)
        {
            lock (Gate)
                File.AppendAllText(file, line + Environment.NewLine);
        }
    }
}
