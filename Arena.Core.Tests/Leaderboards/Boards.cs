using Arena.Core.Leaderboards;
using Arena.Core.Ratings;
using Arena.Core.Roster;

namespace Arena.Core.Tests.Leaderboards;

/// <summary>Builds boards; a test says only what it cares about.</summary>
internal static class Boards
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Names as strangers write them.</summary>
    public static readonly string[] OddNames =
    [
        "通义千问 2.5 指令微调版 七十亿参数", "ラマ三世 8B ☕ Instruct", "🦜 Parrot (demo)", "👩‍💻🇯🇵 Coder 🚀",
        "Meta-Llama-3.1-70B-Instruct-abliterated-lorablated-Q4_K_M", "한국어 모델 EXAONE 7.8B", "אלף-בית 7B", "नमस्ते मॉडल",
        "<b>&\"evil'</b>", "Ñandú Größe Åse", "мистраль-немо", new string('W', 60), new string('i', 80), "a\u202Eb\u0007c\nd",
        "z" + new string('\u0301', 400) + "algo", "```fence", new string('漢', 40), string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 30)),
    ];

    public static Model Model(
        string tag, string? name = null, double? size = 7, ModelKind kind = ModelKind.Instruct, ModelStatus status = ModelStatus.Active) =>
        new(tag, name ?? tag, null, size, "Q4_K_M", kind, [], status);

    public static RatedModel Rated(string tag, double elo, int wins = 10, int losses = 0, int ties = 0, string? name = null) =>
        new(Model(tag, name), elo, new BattleRecord(wins, losses, ties, 3 * (wins + losses + ties)));

    /// <summary>A board of so many models; the last few are provisional.</summary>
    public static Standings Of(
        RatingSystem system, int models, int provisional = 0, Func<int, string>? name = null, bool intervals = false, int? ballots = null)
    {
        var rows = Enumerable.Range(0, models).Select(i =>
        {
            var rating = system == RatingSystem.Score ? 0.97 - 0.9 * i / models : 2390.4 - 37.7 * i;
            var model = Model($"model{i}:{i + 1}b", name?.Invoke(i), i % 4 == 3 ? null : 70.6 / (i + 1), (ModelKind)(i % 5), i switch
            {
                2 => ModelStatus.Flagged,
                5 => ModelStatus.Retired,
                _ => ModelStatus.Active,
            });
            return new Standing(
                i >= models - provisional ? null : i == 1 ? 1 : i + 1, model, StandingsBuilder.NameOf(model), rating,
                intervals ? new RatingInterval(rating - 40 - i, rating + 40 + i) : null,
                new BattleRecord(400 - i, 100 + i, 7, ballots ?? 98_765 - i));
        });
        return new Standings(
            system, new Scope(new ServerId(5), "coding"), [.. rows], 12_345, 98_765, Noon, system == RatingSystem.Elo, 10);
    }
}
