using System.Diagnostics;
using Arena.Core.Battles;
using Arena.Core.Battles.Starting;
using Arena.Core.Roster;

namespace Benchmarks;

/// <summary>What the informative draw saves, what it costs, and what it takes to draw.</summary>
internal sealed class DrawBenchmark : IBenchmark
{
    private const int Runs = 400;
    private const int Battles = 300;
    private const int Models = 100;
    private const int Draws = 1_000_000;

    public string Name => "draw";

    public string What => $"the informative draw against the uniform one: eight models 40 points apart, one ballot a battle, {Runs} runs";

    public Task<IReadOnlyList<Figure>> RunAsync(Action<string> say, CancellationToken cancellationToken)
    {
        say("Until the order is right…");
        var informative = DrawTrial.BattlesUntilInOrder(PairDrawing.Informative, Runs, cancellationToken: cancellationToken);
        var uniform = DrawTrial.BattlesUntilInOrder(PairDrawing.Uniform, Runs, cancellationToken: cancellationToken);
        say("Until a newcomer is placed…");
        var placed = DrawTrial.BattlesUntilPlaced(PairDrawing.Informative, Runs, cancellationToken);
        var placedUniform = DrawTrial.BattlesUntilPlaced(PairDrawing.Uniform, Runs, cancellationToken);
        say("Errors of the ratings…");
        var error = DrawTrial.Errors(PairDrawing.Informative, Runs, Battles);
        var errorUniform = DrawTrial.Errors(PairDrawing.Uniform, Runs, Battles);
        say("The cost of a draw…");
        var (first, next) = CostOfDraws();

        return Task.FromResult<IReadOnlyList<Figure>>(
        [
            new Figure("informative_battles", "battles until mean Kendall τ is 0.9, informative", informative),
            new Figure("uniform_battles", "battles until mean Kendall τ is 0.9, uniform", uniform),
            new Figure("battles_ratio", "informative to uniform, a ratio", informative / (double)uniform, AtMost: 0.80),
            new Figure("newcomer_informative_battles", "battles until a newcomer is placed, informative", placed),
            new Figure("newcomer_uniform_battles", "battles until a newcomer is placed, uniform", placedUniform),
            new Figure("error_informative_points", $"error of a rating after {Battles} battles, informative", error.All, "points"),
            new Figure("error_uniform_points", $"error of a rating after {Battles} battles, uniform", errorUniform.All, "points"),
            new Figure("error_ratio", "informative to uniform, a ratio", error.All / errorUniform.All),
            new Figure("extremes_ratio", "the same of the first and the last model alone", error.Extremes / errorUniform.Extremes),
            new Figure("first_draw_ms", $"the first draw from {Models} models after a fit", first, "ms"),
            new Figure("next_draw_us", "each draw after it", next, "µs"),
        ]);
    }

    private static (double FirstMilliseconds, double NextMicroseconds) CostOfDraws()
    {
        var arena = new SimulatedArena(SimulatedArena.Ladder(Models, apart: 10), PairDrawing.Uniform, seed: 1);
        arena.Establish(battlesOfPair: 1);
        IReadOnlyList<Model> models = arena.Models;
        var dice = new Dice(1);
        // One that computes everything before the clock runs, so that compiling is not measured.
        new InformativeMatchmaker(arena).Draw(models, dice);

        var matchmaker = new InformativeMatchmaker(arena);
        var clock = Stopwatch.StartNew();
        matchmaker.Draw(models, dice);
        var first = clock.Elapsed.TotalMilliseconds;
        clock.Restart();
        for (var draw = 0; draw < Draws; draw++)
            matchmaker.Draw(models, dice);
        return (first, clock.Elapsed.TotalMicroseconds / Draws);
    }
}
