using System.CommandLine;
using Arena.Core.Exchange;
using Arena.Core.Ratings;

namespace Bot.Reports;

/// <summary>The options of <c>ratings import</c>.</summary>
internal sealed class ImportOptionSet
{
    private readonly Argument<string> _file = new("file") { Description = "CSV, TSV or JSON lines, possibly compressed (.gz)." };

    private readonly Option<RatingSystem?> _system = RangedOption.Word(
        "--system", "What to rank by.", ("bt", RatingSystem.BradleyTerry), ("elo", RatingSystem.Elo), ("score", RatingSystem.Score));

    private readonly RuleOptions _rules = new();

    private readonly Option<bool> _style = new("--style") { Description = "bt: hold the style of the answers equal." };

    private readonly Option<IntervalKind?> _interval = RangedOption.Word(
        "--interval", "bt: how intervals are made.", ("sandwich", IntervalKind.Sandwich), ("bootstrap", IntervalKind.Bootstrap));

    private readonly Option<int> _rounds = RangedOption.Number("--rounds", "bt: how often the bootstrap draws.", "number", 2, 100_000, 1000);

    private readonly Option<ulong> _seed = RangedOption.Number(
        "--seed", "bt: where the bootstrap's chance begins.", "number", 0UL, ulong.MaxValue, 1UL);

    private readonly Option<string?> _category = new("--category") { Description = "Only the rows of this category.", HelpName = "name" };

    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON object instead of a table." };

    public void AddTo(Command command)
    {
        command.Add(_file);
        foreach (var option in (Option[])[_system, .. _rules.All, _style, _interval, _rounds, _seed, _category, _json])
            command.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_style) && result.GetValue(_interval) == IntervalKind.Bootstrap)
                result.AddError("--style and --interval bootstrap do not go together; a board with style held equal has intervals of the sandwich.");
        });
    }

    /// <param name="parsed">The command line.</param>
    /// <param name="folder">Where a relative path begins.</param>
    public ImportRequest Read(ParseResult parsed, string folder) => new(
        Path.GetFullPath(parsed.GetRequiredValue(_file), folder),
        new ImportOptions { Category = parsed.GetValue(_category) },
        new ImportedBoardOptions
        {
            System = parsed.GetValue(_system) ?? RatingSystem.BradleyTerry,
            BradleyTerry = _rules.BradleyTerry(parsed),
            Elo = _rules.Elo(parsed),
            HoldStyleEqual = parsed.GetValue(_style),
            BootstrapRounds = parsed.GetValue(_interval) == IntervalKind.Bootstrap ? parsed.GetValue(_rounds) : null,
            Seed = parsed.GetValue(_seed),
        },
        parsed.GetValue(_json));
}
