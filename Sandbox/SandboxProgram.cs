using System.Globalization;

namespace Sandbox;

/// <summary>The stand-alone sandbox: checks the environment, starts, prints how to reach it, runs until it is stopped.</summary>
internal static class SandboxProgram
{
    public static async Task<int> RunAsync(
        Func<string, string?> environment, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        if (environment("DISCORD_TOKEN") is { Length: > 0 } token && !token.StartsWith("sandbox-", StringComparison.Ordinal))
        {
            await errors.WriteLineAsync("DISCORD_TOKEN holds a token that is not the sandbox's. Unset it before starting the sandbox: a real token must never reach it.");
            return 1;
        }
        var options = new SandboxOptions();
        if (environment("ARENA_SANDBOX_PORT") is { Length: > 0 } text)
        {
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port > 65535)
            {
                await errors.WriteLineAsync($"ARENA_SANDBOX_PORT is \"{text}\"; expected a port number from 0 to 65535.");
                return 1;
            }
            options = options with { Port = port };
        }

        try
        {
            await using var server = await SandboxServer.StartAsync(options, cancellationToken);
            var address = server.Address.GetLeftPart(UriPartial.Authority);
            await output.WriteLineAsync($"ARENA_DISCORD_URL={address}");
            await output.WriteLineAsync("DISCORD_TOKEN=sandbox-bot");
            await output.WriteLineAsync($"OLLAMA_HOST={address}/ollama");
            await output.FlushAsync(cancellationToken);
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return 0;
        }
        catch (SandboxPortTakenException exception)
        {
            await errors.WriteLineAsync(exception.Message);
            return 1;
        }
    }
}
