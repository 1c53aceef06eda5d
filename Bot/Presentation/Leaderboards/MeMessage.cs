using System.Text;
using Arena.Core.Charts;
using Arena.Core.Leaderboards;
using Bot.Discord.Messages;
using Bot.Presentation.Roster;

namespace Bot.Presentation.Leaderboards;

/// <summary>A member's own ballots, for that member alone.</summary>
internal static class MeMessage
{
    private const int MostFavourites = 10;

    /// <summary>What a member without a ballot is told. Whether one lies in a battle whose vote is open is nobody's business yet.</summary>
    public const string NeverVoted =
        "None of your votes is in a settled battle yet. React with 🇦, 🇧, 🤝 or 👎 below two answers while their vote is open.";

    public static OutgoingMessage Compose(MemberSummary summary, Chart? chart, ChartRendering? rendering)
    {
        if (summary.Ballots == 0)
            return OutgoingMessage.Whisper(NeverVoted);
        var where = summary.Scope.Server is null ? "everywhere" : "this server";
        return PictureMessage.Compose($"Your votes · {where}", Text(summary), "me.png", chart, rendering) with { Ephemeral = true };
    }

    private static string Text(MemberSummary summary)
    {
        var text = new StringBuilder();
        text.Append("**Ballots** ").Append(Numbers.Count(summary.Ballots)).Append(" in settled battles, ").Append(Counted(summary)).Append('\n');
        text.Append("**Battles you started** ").Append(Numbers.Count(summary.Started)).Append(" settled\n");
        text.Append("**Agreement with the community** ").Append(Agreement(summary)).Append('\n');
        if (summary.Favourites.Count == 0)
            return text.ToString();

        text.Append("\n**Favourites**, drawn towards 50 % while ballots are few\n");
        foreach (var (favourite, index) in summary.Favourites.Take(MostFavourites).Select((favourite, index) => (favourite, index)))
            text.Append(index + 1).Append("\\. ").Append(Line(favourite)).Append('\n');
        return text.ToString();
    }

    private static string Counted(MemberSummary summary) => summary.Counted == summary.Ballots
        ? "all counted"
        : $"{Numbers.Count(summary.Counted)} counted, {Numbers.Count(summary.Ballots - summary.Counted)} not counted";

    private static string Agreement(MemberSummary summary) => summary.Agreement is { } share
        ? $"{DisplayNumbers.Percents(share).Share}: {Numbers.Count(summary.Agreed)} of {Numbers.Count(summary.Compared, "ballot")} as the others saw it"
        : "nobody else voted in these battles";

    private static string Line(Favourite favourite) =>
        $"{SafeText.Plain(DisplayText.Shorten(ModelNames.Marked(favourite.Model, favourite.Name), 60))}, {DisplayNumbers.Percents(favourite.Liking).Share} from {Numbers.Count(favourite.Ballots, "ballot")}";
}
