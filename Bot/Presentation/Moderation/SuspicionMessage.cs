using System.Globalization;
using System.Text;
using Arena.Core.Integrity;
using Bot.Discord.Messages;

namespace Bot.Presentation.Moderation;

/// <summary>A suspicion as moderators see it: in the notice, in the list, and account by account.</summary>
internal static class SuspicionMessage
{
    public const string None = "No votes in this server look agreed upon.";
    public const string Unknown = "There is no such suspicion in this server. /arena suspicions shows those that there are.";

    public const string NothingToTakeBack = "Nobody has decided about this suspicion yet, so there is nothing to take back.";

    private const int LongestList = 25;
    private const int MostAccounts = 40;                         // each takes up to 95 of the 4,096 characters of an embed

    /// <summary>One suspicion, with what can be done about it now.</summary>
    public static OutgoingMessage Compose(Suspicion suspicion) => new()
    {
        Embeds = [new Embed { Title = $"Votes that look agreed upon · {suspicion.Id}", Description = Text(suspicion) }],
        Components = [Buttons(suspicion)],
    };

    /// <summary>The latest of a server, open ones first, and a menu to look at one.</summary>
    public static OutgoingMessage List(IReadOnlyList<Suspicion> all)
    {
        if (all.Count == 0)
            return OutgoingMessage.Whisper(None);
        var shown = all.OrderBy(suspicion => suspicion.State != SuspicionState.Open).Take(LongestList).ToList();
        var lines = shown.Select(suspicion =>
            $"**{suspicion.Id}** · {Numbers.Count(suspicion.Members.Count, "account")} {Direction(suspicion.Evidence)} {SafeText.Code(suspicion.Tag)}, "
            + $"noticed {DiscordTime.Relative(suspicion.NoticedAt)} · {State(suspicion)}");
        var more = all.Count > shown.Count ? $"\nThe {Numbers.Count(all.Count - shown.Count)} before these are in /arena audit." : "";
        return new OutgoingMessage
        {
            Embeds = [new Embed { Title = "Votes that look agreed upon", Description = string.Join('\n', lines) + more }],
            Components = [new ActionRow(new Component.Select(ButtonIds.Suspicion, [.. shown.Select(Option)], "Look at one"))],
            Ephemeral = true,
        };
    }

    /// <summary>The accounts, for whoever asks.</summary>
    public static OutgoingMessage Accounts(Suspicion suspicion, IReadOnlyList<Suspect> suspects)
    {
        var lines = suspects.Take(MostAccounts).Select(Account);
        var more = suspects.Count > MostAccounts ? $"\nand {Numbers.Count(suspects.Count - MostAccounts, "more account")}, all in the file" : "";
        return new OutgoingMessage
        {
            Content = $"These {Numbers.Count(suspects.Count, "account")} of suspicion {suspicion.Id} voted in battles with {SafeText.Code(suspicion.Tag)} as follows.",
            Embeds = [new Embed { Description = string.Join('\n', lines) + more }],
            Files = suspects.Count > MostAccounts ? [new OutgoingFile("accounts.csv", Encoding.UTF8.GetBytes(File(suspects)), "text/csv")] : [],
            Ephemeral = true,
        };
    }

    /// <summary>What was done, for the one who did it.</summary>
    public static string Done(SuspicionDecision decision, BallotCount count) => decision switch
    {
        SuspicionDecision.Exclude => $"{Votes(count)} excluded; all ratings were computed again without them.",
        SuspicionDecision.TakeBack => $"{Votes(count)} counted again; all ratings were computed again with them.",
        _ => "Noted. You hear of these accounts again only if they become half as many more.",
    };

    /// <summary>Somebody was faster, or there is nothing to take back.</summary>
    public static string Already(Suspicion suspicion) =>
        suspicion.State == SuspicionState.Open ? NothingToTakeBack : $"This is decided already: {State(suspicion)}";

    /// <summary>The number of a suspicion, from outside; null for what is none.</summary>
    public static SuspicionId? Parse(string subject) =>
        long.TryParse(subject, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0 ? new SuspicionId(id) : null;

    private static string Text(Suspicion suspicion)
    {
        var seen = suspicion.Evidence;
        return new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"{Numbers.Count(seen.Accounts, "account")} cast {Numbers.Count(seen.Ballots, "vote")} in {Numbers.Count(seen.Battles, "battle")} with {SafeText.Code(suspicion.Tag)}: ")
            .Append(CultureInfo.InvariantCulture, $"{Percent(seen.Share)} {Direction(seen)} it. Of the other votes in these battles {Percent(seen.OthersShare)} are.\n")
            .Append(InCommon(seen)).Append('\n')
            .Append(CultureInfo.InvariantCulture, $"Half of their votes came within {Seconds(seen.MedianSeconds)} of the vote's opening{Others(seen)}. ")
            .Append(seen.MedianAgeDays is { } age ? $"Half of the accounts were at most {Days(age)} old when they first voted here.\n" : "\n")
            .Append(CultureInfo.InvariantCulture, $"If what they have in common had nothing to do with how they vote, about one such look in {Odds(seen.Exponent)} would show this. ")
            .Append("That is no proof: friends who come together look the same.\n\n")
            .Append(State(suspicion))
            .ToString();
    }

    private static string InCommon(SuspicionEvidence seen) => seen.Kind switch
    {
        Commonality.MadeTogether => $"The accounts were made within {Days(seen.MadeWithinDays ?? 0)} of each other.",
        Commonality.CameTogether => $"They first voted here within {Days(seen.CameWithinDays)} of each other.",
        Commonality.Young => "The accounts were young when they first voted here.",
        Commonality.Quick => "They vote sooner than two answers can be read.",
        _ => "They vote in the same battles, within seconds of each other.",
    };

    private static string State(Suspicion suspicion) => suspicion switch
    {
        { State: SuspicionState.Open } => "Nobody has decided yet.",
        { State: SuspicionState.Excluded, DecidedBy: { } by, DecidedAt: { } at } => $"{Members.Mention(by)} excluded their votes {DiscordTime.Relative(at)}.",
        { DecidedBy: { } by, DecidedAt: { } at } => $"{Members.Mention(by)} let their votes count {DiscordTime.Relative(at)}.",
        _ => "decided.",
    };

    private static ActionRow Buttons(Suspicion suspicion)
    {
        var who = Button(suspicion, ButtonIds.SuspicionWho, "Who");
        var exclude = Button(suspicion, ButtonIds.SuspicionExclude, "Exclude their votes", ButtonStyle.Danger);
        return suspicion.State switch
        {
            SuspicionState.Open => new ActionRow(exclude, who, Button(suspicion, ButtonIds.SuspicionDismiss, "Not suspicious")),
            SuspicionState.Excluded => new ActionRow(Button(suspicion, ButtonIds.SuspicionTakeBack, "Take it back"), who),
            _ => new ActionRow(exclude, who),
        };
    }

    private static Component.Button Button(Suspicion suspicion, string verb, string label, ButtonStyle style = ButtonStyle.Secondary) =>
        new($"{verb}:{suspicion.Id}", label, style);

    private static SelectOption Option(Suspicion suspicion) => new(
        TextBox.Plain($"{suspicion.Id} · {Numbers.Count(suspicion.Members.Count, "account")} {Direction(suspicion.Evidence)} {SafeCharacters.Clean(suspicion.Tag)}", 100),
        suspicion.Id.ToString());

    private static string Account(Suspect suspect) =>
        $"{Members.Mention(suspect.Member)} · {Numbers.Count(suspect.For)} of {Numbers.Count(suspect.Ballots, "vote")} for it · {Seconds(suspect.MedianSeconds)}"
        + (suspect.Member.IsForgotten ? "" : $" · made {DiscordTime.Relative(suspect.Member.CreatedAt)}");

    private static string Made(MemberId member) => member.IsForgotten ? "" : member.CreatedAt.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static string File(IReadOnlyList<Suspect> suspects)
    {
        var text = new StringBuilder("member_id,votes,votes_for,median_seconds,created_at\n");
        foreach (var suspect in suspects)
        {
            text.Append(CultureInfo.InvariantCulture, $"{suspect.Member},{suspect.Ballots},{suspect.For},{suspect.MedianSeconds:0.0},{Made(suspect.Member)}\n");
        }

        return text.ToString();
    }

    private static string Votes(BallotCount count) =>
        $"{Numbers.Count(count.Ballots, "vote")} of {Numbers.Count(count.Members, "account")} in {Numbers.Count(count.Battles, "battle")} {(count.Ballots == 1 ? "is" : "are")}";

    private static string Direction(SuspicionEvidence seen) => seen.IsFor ? "for" : "against";

    private static string Others(SuspicionEvidence seen) => seen.OthersMedianSeconds is { } others ? $", of the others' within {Seconds(others)}" : "";

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0} %");

    private static string Seconds(double seconds) => double.IsNaN(seconds) ? "no time" : Numbers.Seconds(TimeSpan.FromSeconds(seconds));

    private static string Days(double days) => days < 2
        ? Numbers.Count(Math.Max(1, (long)Math.Ceiling(days * 24)), "hour")
        : Numbers.Count((long)Math.Ceiling(days), "day");

    private static string Odds(double exponent) => exponent switch
    {
        >= 12 => "more than a trillion",
        >= 9 => $"{Numbers.Count((long)Math.Pow(10, exponent - 9))} billion",
        >= 6 => $"{Numbers.Count((long)Math.Pow(10, exponent - 6))} million",
        _ => Numbers.Count((long)Math.Pow(10, exponent)),
    };
}
