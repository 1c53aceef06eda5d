using Arena.Core.Battles;
using Arena.Core.Battles.Voting;

namespace Arena.Core.Tests.Battles.Voting;

public sealed class ReconciliationTests
{
    /// <summary>Known reactions in order (letters), those standing now, the choice after (or ? for kept and not counted).</summary>
    [Theory]
    [InlineData("", "", "-")]
    [InlineData("A", "A", "A")]
    [InlineData("A", "", "-")]                                  // withdrawn while nobody looked
    [InlineData("", "B", "B")]                                  // one standing is the choice
    [InlineData("A", "B", "B")]
    [InlineData("AB", "A", "A")]
    [InlineData("AB", "AB", "B")]                               // the stored choice stands and nothing is new
    [InlineData("BA", "AB", "A")]
    [InlineData("ABT", "AT", "T")]
    [InlineData("A", "AB", "B")]                                // exactly one is new
    [InlineData("AB", "ABT", "T")]
    [InlineData("AB", "AT", "T")]
    [InlineData("", "AB", "?")]                                 // two are new
    [InlineData("A", "ABT", "?")]
    [InlineData("A", "BT", "?")]
    [InlineData("ABT", "AB", "?")]                              // the choice is gone, nothing is new, several stand
    [InlineData("", "ABTX", "?")]
    public void What_stands_is_merged_with_what_is_known(string known, string standing, string choice)
    {
        var reactions = Known(known);
        var events = Reconciliation.Merge(reactions, Set(standing), Set(""));

        Assert.Equal(choice, Shown(reactions));
        Assert.Equal(Set(standing), reactions.All.ToHashSet());
        Assert.Equal(Shown(reactions), Shown(Replay(Known(known), events)));
        Assert.Empty(Reconciliation.Merge(reactions, Set(standing), Set("")));      // asked again, nothing changes
    }

    [Theory]
    [InlineData("A", "A")]                                      // one reaction is left
    [InlineData("AB", "?")]
    public void A_member_clears_an_uncounted_ballot_up_by_taking_reactions_back(string left, string choice)
    {
        var reactions = Known("");
        Reconciliation.Merge(reactions, Set("ABT"), Set(""));
        foreach (var withdrawn in Set("ABT").Except(Set(left)))
            reactions.Withdraw(withdrawn);

        Assert.Equal(choice, Shown(reactions));
    }

    [Fact]
    public void A_member_clears_an_uncounted_ballot_up_by_another_reaction()
    {
        var reactions = Known("");
        Reconciliation.Merge(reactions, Set("AB"), Set(""));
        reactions.Add(Choice.Tie);
        Assert.Equal(Choice.Tie, reactions.Choice);
        reactions.Withdraw(Choice.Tie);
        Assert.True(reactions.IsAmbiguous);
        reactions.Withdraw(Choice.A);
        reactions.Add(Choice.A);
        Assert.Equal(Choice.A, reactions.Choice);
    }

    [Fact]
    public void Events_that_come_after_the_reading_that_found_their_reactions_tell_their_order()
    {
        var reactions = Known("");
        Reconciliation.Merge(reactions, Set("AB"), Set(""));
        foreach (var choice in new[] { Choice.A, Choice.B })
        {
            Assert.True(reactions.Add(choice));
            Assert.Equal(choice, reactions.Choice);
        }

        Assert.False(reactions.Add(Choice.A));                  // the order is known now: the same reaction twice
        Assert.Equal(Choice.B, reactions.Choice);
    }

    /// <summary>Known, the older list, choices whose events came while it was read, the choice after.</summary>
    [Theory]
    [InlineData("B", "A", "B", "B")]                            // B came after the list was made; A had been missed
    [InlineData("AB", "A", "B", "B")]
    [InlineData("", "A", "A", "-")]                             // taken back while the list was read
    [InlineData("T", "A", "AT", "T")]
    public void An_event_is_newer_than_the_list_that_was_being_read(string known, string list, string since, string choice)
    {
        var reactions = Known(known);
        var events = Reconciliation.Merge(reactions, Set(list), Set(since));

        Assert.Equal(choice, Shown(reactions));
        Assert.Equal(choice, Shown(Replay(Known(known), events)));
    }

    [Fact]
    public void Whatever_happened_before_a_reading_leaves_exactly_what_stands()
    {
        var dice = new Random(11);
        for (var round = 0; round < 2_000; round++)
        {
            var reactions = new StandingReactions();
            for (var step = dice.Next(8); step > 0; step--)
            {
                var choice = (Choice)dice.Next(4);
                if (!reactions.Add(choice))
                    reactions.Withdraw(choice);
                if (dice.Next(10) == 0)
                    reactions.LoseOrder();
            }

            var (stored, before) = (reactions.Choice, reactions.All.ToHashSet());
            var standing = Enum.GetValues<Choice>().Where(_ => dice.Next(2) == 0).ToHashSet();
            Reconciliation.Merge(reactions, standing, new HashSet<Choice>());

            var added = standing.Except(before).ToList();
            Choice? expected = standing.Count switch
            {
                0 => null,
                1 => standing.Single(),
                _ when added.Count == 1 => added[0],
                _ when added.Count == 0 && stored is { } still && standing.Contains(still) => still,
                _ => null,
            };
            Assert.Equal(expected, reactions.Choice);
            Assert.Equal(standing, reactions.All.ToHashSet());
            Assert.Equal(expected is null && standing.Count > 0, reactions.IsAmbiguous);
        }
    }

    private static StandingReactions Known(string letters)
    {
        var reactions = new StandingReactions();
        foreach (var letter in letters)
            reactions.Add(Of(letter));
        return reactions;
    }

    private static StandingReactions Replay(StandingReactions reactions, IReadOnlyList<ReactionEvent> events)
    {
        foreach (var change in events)
            reactions.Apply(change);
        return reactions;
    }

    private static HashSet<Choice> Set(string letters) => [.. letters.Select(Of)];

    private static Choice Of(char letter) => letter switch
    {
        'A' => Choice.A, 'B' => Choice.B, 'T' => Choice.Tie, 'X' => Choice.BothBad, _ => throw new ArgumentException(letter.ToString()),
    };

    private static string Shown(StandingReactions reactions) =>
        reactions.IsAmbiguous ? "?" : reactions.Choice switch
        {
            null => "-", Choice.A => "A", Choice.B => "B", Choice.Tie => "T", _ => "X",
        };
}
