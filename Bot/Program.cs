using System.Text;
using Bot.Configuration;
using Bot.Hosting;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await CommandLine.RunAsync(args, ArenaEnvironment.OfProcess(), Console.Out, Console.Error, CancellationToken.None);
