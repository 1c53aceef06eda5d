using Bot.Configuration;

namespace Bot.Hosting;

/// <summary>What the operator reads: results on one writer, complaints and logs on the other.</summary>
internal sealed record Terminal(TextWriter Output, TextWriter Errors)
{
    /// <summary>Whether somebody looks on as the output is written.</summary>
    public bool IsInteractive => ReferenceEquals(Output, Console.Out) && !Console.IsOutputRedirected;

    /// <summary>Says in words for the operator why the program could not go on.</summary>
    public async Task ExplainAsync(Exception exception)
    {
        if (exception is ConfigurationException configuration)
        {
            await Errors.WriteLineAsync(configuration.Complaints.Count == 1
                ? "The configuration can not be used; nothing was connected."
                : $"The configuration can not be used ({configuration.Complaints.Count} complaints); nothing was connected.");
            foreach (var complaint in configuration.Complaints)
                await Errors.WriteLineAsync($"  {complaint}");
        }
        else
        {
            await Errors.WriteLineAsync(FailureText.Of(exception));
        }

        await Errors.FlushAsync();
    }
}
