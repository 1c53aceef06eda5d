using Sandbox;

return await SandboxProgram.RunAsync(Environment.GetEnvironmentVariable, Console.Out, Console.Error, CancellationToken.None);
