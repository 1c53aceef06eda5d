using System.CommandLine;
using System.CommandLine.Parsing;
using Arena.Core.Exchange;
using Arena.Core.Ratings;

namespace Bot.Reports;

/// <summary>The options of <c>ratings import</c>.</summary>
internal sealed class ImportOptionSet
{
    private static readonly (string Word, RatingSystem Value)[] Systems =
        [("bt", RatingSystem.BradleyTerry), ("elo", RatingSystem.Elo), ("score", RatingSystem.Score)];

    private static readonly RatingSystem[] Fitted = [RatingSystem.BradleyTerry];
    private static readonly RatingSystem[] Played = [RatingSystem.Elo];

    private readonly Argument<string> _file = new("file") { Description = "CSV, TSV or JSON lines, possibly compressed (.gz)." };

    private readonly Option<RatingSystem?> _system = RangedOption.Word("--system", "What to rank by. [default: bt]", Systems);

    private readonly RuleOptions _rules = new(areUsualKnown: true);

    private readonly Option<bool> _style = new("--style") { Description = "bt: hold the style of the answers equal." };

    private readonly Option<IntervalKind?> _interval = RangedOption.Word(
        "--interval", "bt: how intervals are made. [default: sandwich]", ("sandwich", IntervalKind.Sandwich), ("bootstrap", IntervalKind.Bootstrap));

    private readonly Option<int> _rounds = RangedOption.Number("--rounds", "bt: how often the bootstrap draws.", "number", 2, 100_000, 1000);

    private readonly Option<ulong> _seed = RangedOption.Number(
        "--seed", "bt: where the bootstrap's chance begins.", "number", 0UL, ulong.MaxValue, 1UL);

    private readonly Option<string?> _category = new("--category") { Description = "Only the rows of this category.", HelpName = "name" };

    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON object instead of a table." };

    public void AddTo(Command command)
    {
        command.Add(_file);
        var bound = BoundToSystems();
        foreach (var option in (Option[])[_system, .. bound.Select(one => one.Option), _category, _json])
            command.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_style) && result.GetValue(_interval) == IntervalKind.Bootstrap)
                result.AddError("--style and --interval bootstrap do not go together; a board with style held equal has intervals of the sandwich.");
        });

        // An option that changes nothing would let one believe that it did.
        foreach (var (option, systems) in bound)
            option.Validators.Add(result => RefuseElsewhere(result, systems));
        foreach (var option in (Option[])[_rounds, _seed])
            option.Validators.Add(RefuseWithoutBootstrap);
    }

    /// <summary>Which boards an option changes.</summary>
    private (Option Option, RatingSystem[] Systems)[] BoundToSystems() =>
    [
        (_rules.Prior, Fitted), (_rules.Rho, Fitted), (_rules.Provisional, [RatingSystem.BradleyTerry, RatingSystem.Elo]), (_rules.Weights, Fitted),
        (_rules.K, Played), (_rules.Start, Played), (_rules.NoSize, Played),
        (_style, Fitted), (_interval, Fitted), (_rounds, Fitted), (_seed, Fitted),
    ];

    private void RefuseElsewhere(OptionResult result, RatingSystem[] systems)
    {
        if (!result.Implicit && RankedBy(result) is { } system && !systems.Contains(system))
            result.AddError($"{result.Option.Name} changes nothing with --system {Word(system)}; it belongs to {string.Join(" and ", systems.Select(Word))}.");
    }

    private void RefuseWithoutBootstrap(OptionResult result)
    {
        if (!result.Implicit && RankedBy(result) == RatingSystem.BradleyTerry && Written(result, _interval) is null or "sandwich")
            result.AddError($"{result.Option.Name} changes nothing without --interval bootstrap.");
    }

    /// <summary>Null for a word that is none; that is said elsewhere.</summary>
    private RatingSystem? RankedBy(OptionResult result) => Written(result, _system) is { } word
        ? Systems.Where(one => one.Word.Equals(word, StringComparison.OrdinalIgnoreCase)).Select(one => (RatingSystem?)one.Value).FirstOrDefault()
        : RatingSystem.BradleyTerry;

    private static string? Written(OptionResult result, Option option) =>
        result.GetResult(option) is { Implicit: false, Tokens: [var token, ..] } ? token.Value : null;

    private static string Word(RatingSystem system) => Systems.First(one => one.Value == system).Word;

    /// <param name="parsed">The command line.</param>
    /// <param name="folder">Where a relative path begins.</param>
    public ImportRequest Read(ParseResult parsed, string folder) => new(
        Path.GetFullPath(parsed.GetRequiredValue(_file), folder),
        new ImportOptions { Category = parsed.GetValue(_category) },
        new ImportedBoardOptions
        {
            System = parsed.GetValue(_system) ?? RatingSystem.BradleyTerry,
            BradleyTerry = _rules.BradleyTerry(parsed, new BradleyTerryOptions()),
            Elo = _rules.Elo(parsed, new EloOptions()),
            HoldStyleEqual = parsed.GetValue(_style),
            BootstrapRounds = parsed.GetValue(_interval) == IntervalKind.Bootstrap ? parsed.GetValue(_rounds) : null,
            Seed = parsed.GetValue(_seed),
        },
        parsed.GetValue(_json));
}
