using Intranet.Domain.Adoption;

namespace Intranet.Tests.Adoption;

/// <summary>The reference vectors of the measures, computed by hand or by other programs.</summary>
public sealed class MeasuresTests
{
    private static readonly Tie[] Eight = [.. "ab ba ac ca ae ea ef fg bf".Split(' ').Select(t => new Tie(t[0] - 'a', t[1] - 'a', 1))];

    private static readonly int[] TwoTeams = [0, 0, 0, 0, 1, 1, 1, 1];

    [Fact]
    public void Gini_of_eight_people_over_all_and_over_contributors()
    {
        long[] c = [6, 2, 2, 0, 5, 1, 0, 0];
        Assert.Equal(0.578125, Inequality.Gini(c)!.Value, 12);
        Assert.Equal(0.325, Inequality.GiniOfContributors(c)!.Value, 12);
    }

    [Fact]
    public void Gini_runs_from_equal_to_one_for_all()
    {
        long[] ninety = [.. new long[90], .. Enumerable.Repeat(1L, 9), 91];
        long[] one = [.. new long[99], 5];
        Assert.Equal(0.981, Inequality.Gini(ninety)!.Value, 12);
        Assert.Equal(0, Inequality.Gini(Enumerable.Repeat(7L, 100))!.Value, 12);
        Assert.Equal(0.99, Inequality.Gini(one)!.Value, 12);
        Assert.Equal(1, Inequality.GiniCorrected(one)!.Value, 12);
        Assert.Null(Inequality.Gini(new long[5]));
        Assert.Equal(0.91, Inequality.TopShare(ninety, 1)!.Value, 12);
        Assert.Equal(1, Inequality.TopShare(ninety, 10)!.Value, 12);
    }

    [Fact]
    public void Ties_of_eight_people_in_two_teams()
    {
        var ties = Ties.Of(Eight, TwoTeams);
        Assert.Equal((9, 6, 3, 2, 2), (ties.Arcs, ties.Connected, ties.Mutual, ties.External, ties.Isolates));
        Assert.Equal(0.5, ties.TwoWay!.Value, 12);
        Assert.Equal(0.6667, ties.Reciprocity!.Value, 4);
        Assert.Equal(0.160714, ties.Density!.Value, 6);
        Assert.Equal(0.602837, ties.Correlation!.Value, 6);
        Assert.Equal(-0.3333, ties.ExternalInternal!.Value, 4);
        Assert.Equal(0.142857, Ties.ExpectedExternalInternal(TwoTeams)!.Value, 6);
        Assert.Equal([0, 0], Ties.ExternalInternalByTeam(Eight, TwoTeams).Values.Select(v => v!.Value));
    }

    [Fact]
    public void Ties_without_anybody_tied_have_no_shares()
    {
        var ties = Ties.Of([new(0, 0, 3)], [0]);
        Assert.Equal((null, null, null, null, 1), (ties.TwoWay, ties.Reciprocity, ties.Density, ties.ExternalInternal, ties.Isolates));
    }

    [Fact]
    public void Median_time_to_answer_counts_the_posts_still_waiting()
    {
        Assert.Equal(6, KaplanMeier.Median([0.5, 1, 2, 3, 6, 48], [4, 24, 72, 72]));
        Assert.Equal(2, KaplanMeier.Median([0.5, 1, 2, 3, 6, 48], []));
        Assert.Null(KaplanMeier.Median([1], [2, 3]));
        Assert.Equal(0.6, Share.Responded(6, 10));
    }

    [Theory]
    [InlineData(0, 0, 1, 0, Persona.Observer)]
    [InlineData(10, 2, 1, 4, Persona.Broadcaster)]
    [InlineData(1, 12, 9, 6, Persona.Responder)]
    [InlineData(5, 8, 7, 19, Persona.Engager)]
    [InlineData(4, 1, 1, 30, Persona.Catalyst)]
    public void A_persona_follows_from_what_is_given_and_received(int posts, int replies, int reactions, int received, Persona persona) =>
        Assert.Equal(persona, Personas.Of(posts, replies, reactions, received, 84));

    [Theory]
    [InlineData(8, 15, Segment.Novice)]
    [InlineData(9, 1, Segment.Habitual)]
    [InlineData(9, 20, Segment.Power)]
    [InlineData(12, 14, Segment.Habitual)]
    [InlineData(12, 15, Segment.Power)]
    [InlineData(3, 1, Segment.Low)]
    [InlineData(0, 0, Segment.NonUser)]
    public void A_segment_needs_nine_weeks_of_twelve_for_a_habit(int weeks, int acts, Segment segment)
    {
        int[] all = [99, 99, .. new int[12 - weeks], .. Enumerable.Repeat(acts, weeks)];
        Assert.Equal(segment, Habit.SegmentOf(all));
        Assert.Equal(weeks >= 4, Habit.Is(all, 4, 4));
    }

    [Fact]
    public void Everybody_stands_on_the_highest_rung_reached()
    {
        Deeds[] deeds =
        [
            default,
            new(true, 0, 0, 0, 0, 0),
            new(true, 1, 0, 0, 0, 0),
            new(true, 1, 1, 0, 0, 0),
            new(true, 0, 0, 1, 0, 0),
            new(true, 0, 9, 0, 1, 0),
            new(true, 1, 0, 1, 0, 1),
        ];
        Assert.Equal(Enum.GetValues<Rung>(), deeds.Select(Ladder.Of));
    }

    [Fact]
    public void Stickiness_is_rounded_up_to_two_decimals_as_discourse_does()
    {
        Assert.Equal(33.34m, Share.Stickiness(1, 3));
        Assert.Equal(0m, Share.Stickiness(0, 0));
        Assert.Equal(25m, Share.Stickiness([(1, 2), (0, 5)]));
    }

    [Theory]
    [InlineData(1, 3, 33)]
    [InlineData(1, 8, 13)]
    [InlineData(31, 49, 63)]
    [InlineData(31, 50, 62)]
    [InlineData(1, 60, 1.7)]
    public void Percentages_of_fewer_than_fifty_people_are_whole(int part, int whole, double percent) =>
        Assert.Equal((decimal)percent, Share.Percent(part, whole));
}
