using System.Text.RegularExpressions;
using Sandbox.Models.Voices;

namespace Sandbox.Models;

/// <summary>All demo models there are.</summary>
internal static partial class DemoCatalog
{
    private static readonly string[] Chats = ["completion"];
    private static readonly string[] ChatsAndThinks = ["completion", "thinking"];
    private static readonly string[] Embeds = ["embedding"];

    /// <summary>The models that are there from the start, weakest first.</summary>
    public static IReadOnlyList<DemoModel> Installed { get; } =
    [
        Chat("hamster:0.5b", "494.03M", 494_030_000, 90, new RamblingVoice()),
        Chat("parrot:1b", "1.2B", 1_240_000_000, 85, new RepeatingVoice()),
        Chat("fox:3b", "3.2B", 3_210_000_000, 75, new BluffingVoice()),
        Chat("owl:7b", "7.6B", 7_620_000_000, 68, new OrderlyVoice()),
        Chat("raven:8b", "8.0B", 8_030_000_000, 65, new PoeticVoice()) with { Capabilities = ChatsAndThinks },
        Chat("elephant:14b", "14.8B", 14_770_000_000, 60, new ThoroughVoice()),
    ];

    /// <summary>The models of the demo registry that can be pulled.</summary>
    public static IReadOnlyList<DemoModel> Pullable { get; } =
    [
        .. Installed,
        Chat("otter:4b", "4.0B", 4_020_000_000, 72, new OrderlyVoice()),
        Chat("tortoise:32b", "32.8B", 32_760_000_000, 50, new ThoroughVoice()),
        Chat("whale:405b", "405B", 405_000_000_000, 20, new ThoroughVoice()),
        new DemoModel("acorn-embed:33m", "33.21M", 33_210_000, 67_000_000, 512, 500, TimeSpan.FromMilliseconds(60), Embeds),
    ];

    /// <summary>One model for each fault, <c>fault-dies:1b</c> and so on; called by name, listed only on request.</summary>
    public static IReadOnlyList<DemoModel> Faulty { get; } =
    [
        .. Enum.GetValues<Fault>().Where(fault => fault != Fault.None).Select(fault =>
            Chat($"fault-{NameOf(fault)}:1b", "1.0B", 1_000_000_000, 80, new OrderlyVoice()) with
            {
                Fault = fault,
                Capabilities = fault == Fault.ThinksOnly ? ChatsAndThinks : Chats,
            }),
    ];

    /// <summary><c>NeverDone</c> is written <c>never-done</c>.</summary>
    public static string NameOf(Enum fault) => WordStart().Replace(fault.ToString(), "-").ToLowerInvariant();

    public static Fault? FaultOf(string? name) => ValueOf<Fault>(name);

    public static T? ValueOf<T>(string? name)
        where T : struct, Enum => Enum.GetValues<T>().Cast<T?>().FirstOrDefault(value => NameOf(value!.Value) == name);

    private static DemoModel Chat(string tag, string size, long parameters, double tokensPerSecond, IVoice voice) => new(
        tag,
        size,
        parameters,
        (long)(parameters * 0.62),
        32_768,
        tokensPerSecond,
        TimeSpan.FromMilliseconds(120 + (parameters / 50_000_000.0)),
        Chats,
        voice);

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex WordStart();
}
