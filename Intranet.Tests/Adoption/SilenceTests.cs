using Intranet.App.Adoption;
using Intranet.App.Shared.Charts;

namespace Intranet.Tests.Adoption;

public sealed class SilenceTests
{
    private static readonly Reading Low = Reading.Coded("<3", 0, 2);
    private static readonly Reading High = Reading.Coded(">13", 14, 16);
    private static readonly Reading Hidden = Reading.Hidden("so that a count beside it cannot be worked out");

    [Fact]
    public void A_team_that_was_lively_and_stopped_is_told_with_its_weeks()
    {
        var silence = Silence.Of(Team(16, [Of(12), Of(14), Of(10), Of(12), Of(4), Low, Hidden, Low, Low, Of(5)]), running: true);

        Assert.Equal(new Silence("Field service", 16, 12, 4), silence);
        Assert.Contains("fewer than 3 of its 16 people a week for 4 weeks, where it used to be 12", silence!.Words(ended: null));
    }

    [Fact]
    public void A_team_that_is_heard_again_is_not_silent() =>
        Assert.Null(Silence.Of(Team(16, [Of(12), Low, Low, Low, Of(6), Low]), running: true));

    [Fact]
    public void Two_quiet_weeks_may_be_a_holiday() => Assert.Null(Silence.Of(Team(16, [Of(12), Of(12), Low, Low, Low]), running: true));

    [Fact]
    public void Hidden_weeks_are_not_taken_for_silence() =>
        Assert.Null(Silence.Of(Team(16, [Of(12), Hidden, Hidden, Hidden, Hidden]), running: true));

    [Fact]
    public void Nearly_everybody_is_the_opposite_of_silence() =>
        Assert.Null(Silence.Of(Team(16, [Of(12), High, High, High, High]), running: true));

    [Fact]
    public void A_team_that_never_took_part_did_not_stop() =>
        Assert.Null(Silence.Of(Team(16, [Of(3), Of(4), Low, Low, Low, Low]), running: true));

    [Fact]
    public void Every_week_of_a_source_that_has_ended_tells_something_and_a_gap_in_it_nothing()
    {
        var team = Team(16, [Of(12), Of(12), Low, Reading.NoData, Reading.NoData, Low, Low]);

        Assert.Null(Silence.Of(team, running: true));
        Assert.Equal(new Silence("Field service", 16, 12, 3), Silence.Of(team, running: false));
    }

    private static Reading Of(int count) => Reading.Of(count);

    private static TeamLine Team(int people, Reading[] weeks) =>
        new(Guid.Empty, "Field service", people, weeks[^1], Reading.NoData, weeks, null, false);
}
