using Arena.Core.Battles;
using Arena.Core.Battles.Settling;
using Arena.Core.Battles.Showing;
using Arena.Core.Battles.Voting;
using Arena.Core.Inference;
using Arena.Core.Ratings;

namespace Bot.Presentation.Battles;

/// <summary>What a battle's message says about the battle itself.</summary>
internal static class BattleSentences
{
    /// <summary>Shorter than anyone can notice, and than what is measured here can be trusted.</summary>
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(0.1);

    public const string NothingCounted = "Nothing was counted.";

    public static string Waiting(BattleView view)
    {
        if (view.DroppedAt is { } dropped)
            return $"The models are not reachable right now. The battle waits; it is dropped {DiscordTime.Relative(dropped)} if they stay away.";
        var place = view.QueuePlace is { } number and > 0 ? $"{Numbers.Ordinal(number)} in line" : "In line";
        var wait = view.ExpectedWait is { } expected ? $", {Numbers.About(expected)}" : "";
        return $"{Interrupted(view)}{place}{wait}.";
    }

    /// <summary>Ends with a space, or is empty.</summary>
    public static string Interrupted(BattleView view) => view.Restarted ? "It was interrupted and starts again. " : "";

    public static string Voting(Battle battle)
    {
        var closes = battle.ClosesAt is { } at ? $"Voting closes {DiscordTime.Relative(at)}, or after" : "Voting closes after";
        var choices = string.Join(" · ", ChoiceEmoji.All.Select(choice => $"{ChoiceEmoji.Of(choice)} {ChoiceEmoji.Name(choice)}"));
        var how = battle.IsSecret ? "Votes are secret: press a button, and only you see which." : $"{choices}.";
        var before = battle.TurnDropped is { } reason ? $"*{FollowUpSentences.TakenBack(reason)}*\n" : "";
        return $"{before}Which is better? {how} {closes} {Numbers.Count(battle.Quorum, "vote")}.";
    }

    /// <summary>How a settled battle ended, and what of it does not count.</summary>
    public static string Ending(BattleView view)
    {
        if (view.Battle.Kind == BattleKind.Duel)
            return "A duel: nobody votes, and no rating moves.";
        if (view.Settlement is not { } settlement)
            return "The vote is closed.";
        var result = view.Battle.Leak is { } leak ? Leaked(leak, settlement.Leaked ?? default, view.Battle.Hidden) : Result(settlement);
        var others = settlement.Uncounted.Where(ballots => ballots.Key != UncountedReason.IdentityLeak).ToDictionary();
        return others.Count > 0 ? $"{result}\n{UncountedSentences.Of(others)}" : result;
    }

    /// <summary><c>B won, 7 : 3, with 2 ties. Elo: A 1760 → 1713 (−47), B 1320 → 1367 (+47).</c></summary>
    public static string Result(Settlement settlement)
    {
        var tally = settlement.Tally;
        var outcome = settlement.Verdict switch
        {
            null when settlement.Uncounted.Count > 0 => "No vote counts, so no rating moved.",
            null => "Nobody voted, so no rating moved.",
            Verdict.A => $"**A won**, {tally.A} : {tally.B}{Level(tally)}.",
            Verdict.B => $"**B won**, {tally.B} : {tally.A}{Level(tally)}.",
            _ => $"**Nobody won**, {tally.A} : {tally.B}{Level(tally)}.",
        };
        return settlement is { EloA: { } a, EloB: { } b }
            ? $"{outcome} Elo: A {Numbers.Move(a.Before, a.After)}, B {Numbers.Move(b.Before, b.After)}."
            : outcome;
    }

    /// <summary><c>**A** got 7 votes… These ballots are not counted: A said its own name (…).</c></summary>
    public static string Leaked(IdentityLeak leak, Tally voted, Sides hidden)
    {
        var who = leak.Sides switch { Sides.A => "A said its own name", Sides.B => "B said its own name", _ => "A and B said their own names" };
        var words = (leak.Sides & hidden) == Sides.None && leak.Words.Length > 0 ? $" (“{SafeText.Plain(leak.Words)}”)" : "";
        return voted.Counted == 0
            ? $"Nobody voted, so no rating moved. Votes would not have counted: {who}{words}."
            : $"The vote was {voted.A} : {voted.B}{Level(voted)}. These ballots are not counted: {who}{words}. No rating moved.";
    }

    /// <summary><c>A 41 tokens/s, first token after 0.6 s · B 88 tokens/s, 0.3 s.</c></summary>
    public static string? Speeds(Answer? a, Answer? b) => (a, b) switch
    {
        ({ } one, { } other) => $"A {Speed(one, "first token ")} · B {Speed(other, "")}.",
        ({ } one, null) => $"A {Speed(one, "first token ")}.",
        (null, { } other) => $"B {Speed(other, "first token ")}.",
        _ => null,
    };

    public static string Void(VoidReason reason, BattleKind kind) => (reason, kind) switch
    {
        (VoidReason.Cancelled, BattleKind.Duel) => "This duel was cancelled.",
        (VoidReason.Cancelled, _) or (_, BattleKind.Duel) => reason.Sentence(),
        _ => $"{reason.Sentence()} {NothingCounted}",
    };

    private static string Speed(Answer answer, string what)
    {
        var speed = answer.TokensPerSecond > 0 ? $"{Numbers.Speed(answer.TokensPerSecond)}, " : "";
        if (answer.FirstToken < AtOnce)
            return $"{speed}{what}at once";
        return $"{speed}{(what.Length == 0 ? "" : $"{what}after ")}{Numbers.Seconds(answer.FirstToken)}";
    }

    private static string Level(Tally tally) => (tally.Tie, tally.BothBad) switch
    {
        (0, 0) => "",
        (var ties, 0) => $", with {Numbers.Count(ties, "tie")}",
        (0, var bad) => $", with {Numbers.Count(bad, "vote")} that both are bad",
        var (ties, bad) => $", with {Numbers.Count(ties, "tie")} and {Numbers.Count(bad, "vote")} that both are bad",
    };
}
