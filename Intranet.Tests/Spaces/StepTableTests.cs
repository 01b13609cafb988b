using Intranet.Domain.People;
using Intranet.Domain.Spaces;

namespace Intranet.Tests.Spaces;

/// <summary>The whole table of who may take which step, written by hand and compared with the rules, cell by cell.</summary>
public sealed class StepTableTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Columns: open, closed, unlisted with its link, unlisted without, secret. + allowed, - refused with a reason, 0 as if there were no such space, S not signed in.</summary>
    private const string Expected = """
        step               outsider outguest admin  exmember exguest requester invited invguest member guest  moder  owner  deactivated
        Join               +--00    00000    +--00  +--00    00000   +---0     -----   -----    -----  -----  -----  -----  SSSSS
        Request            -++00    00000    -++00  -++00    00000   ----0     -----   -----    -----  -----  -----  -----  SSSSS
        WithdrawRequest    ---00    00000    ---00  ---00    00000   ++++0     -----   -----    -----  -----  -----  -----  SSSSS
        Approve            ---00    00000    ---00  ---00    00000   ----0     -----   -----    -----  -----  +++++  +++++  SSSSS
        Decline            ---00    00000    ---00  ---00    00000   ----0     -----   -----    -----  -----  +++++  +++++  SSSSS
        Invite             ---00    00000    ---00  ---00    00000   ----0     -----   -----    -----  -----  +++++  +++++  SSSSS
        ConfirmGuest       ---00    00000    ---00  ---00    00000   ----0     -----   -----    +++++  -----  +++++  +++++  SSSSS
        Accept             ---00    00000    ---00  ---00    00000   ----0     +++++   +++++    -----  -----  -----  -----  SSSSS
        Refuse             ---00    00000    ---00  ---00    00000   ----0     +++++   +++++    -----  -----  -----  -----  SSSSS
        WithdrawInvitation ---00    00000    ---00  ---00    00000   ----0     -----   -----    -----  -----  +++++  +++++  SSSSS
        Leave              ---00    00000    ---00  ---00    00000   ----0     -----   -----    +++++  +++++  +++++  +++++  SSSSS
        Remove             ---00    00000    ---00  ---00    00000   ----0     -----   -----    -----  -----  +++++  +++++  SSSSS
        ChangeRole         ---00    00000    ---00  ---00    00000   ----0     -----   -----    -----  -----  -----  +++++  SSSSS
        HandOver           ---00    00000    ---00  ---00    00000   ----0     -----   -----    -----  -----  -----  +++++  SSSSS
        Archive            ---00    00000    ---00  ---00    00000   ----0     -----   -----    -----  -----  -----  +++++  SSSSS
        Reopen             ---00    00000    ---00  ---00    00000   ----0     -----   -----    -----  -----  -----  +++++  SSSSS
        Describe           ---00    00000    ---00  ---00    00000   ----0     -----   -----    -----  -----  -----  +++++  SSSSS
        ChangeOpenness     ---00    00000    ---00  ---00    00000   ----0     -----   -----    -----  -----  -----  +++++  SSSSS
        ExtendStay         ---00    00000    ---00  ---00    00000   ----0     -----   -----    -----  -----  -----  +++++  SSSSS
        """;

    /// <summary>What may still be done in an archived space; everything else is refused there to everybody.</summary>
    private static readonly HashSet<Step> OutlastArchiving =
    [
        Step.Leave,
        Step.Remove,
        Step.Reopen,
        Step.Decline,
        Step.Refuse,
        Step.WithdrawRequest,
        Step.WithdrawInvitation,
        Step.ChangeRole,
        Step.HandOver,
    ];

    [Fact]
    public void Every_cell_of_the_table_is_as_written_here()
    {
        var wrong = Cells()
            .Where(cell => Read(Steps.Refusal(Who(cell.Actor), cell.Approach, cell.Step)) != cell.Expected)
            .Select(cell => $"{cell.Actor}, {cell.Approach}, {cell.Step}: expected {cell.Expected}");

        Assert.Empty(wrong);
    }

    [Fact]
    public void In_an_archived_space_only_leaving_refusing_and_putting_in_order_is_left()
    {
        var wrong = Cells()
            .Select(cell => (cell, expected: cell.Expected == '+' && !OutlastArchiving.Contains(cell.Step) ? '-' : cell.Expected))
            .Where(x => Read(Steps.Refusal(Who(x.cell.Actor), x.cell.Approach, x.cell.Step, archived: true)) != x.expected)
            .Select(x => $"{x.cell.Actor}, {x.cell.Approach}, {x.cell.Step}: expected {x.expected}");

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_table_here_has_a_row_for_every_step_and_a_cell_for_every_way_a_space_shows_itself()
    {
        Assert.Equal(Enum.GetNames<Step>().Order(), Lines().Skip(1).Select(line => line[0]).Order());
        Assert.Equal(Enum.GetValues<Step>().Length * 13 * Enum.GetValues<Approach>().Length, Cells().Count());
    }

    [Fact]
    public void A_refusal_is_a_sentence_and_hiding_always_uses_the_same_one()
    {
        var refusals = Cells().Select(cell => Steps.Refusal(Who(cell.Actor), cell.Approach, cell.Step)).OfType<string>().Distinct();

        Assert.All(refusals, sentence => Assert.Matches(@"^[A-Z].*\.$", sentence));
        Assert.All(
            Cells().Where(cell => cell.Expected == '0'),
            cell => Assert.Equal(Steps.NotHere, Steps.Refusal(Who(cell.Actor), cell.Approach, cell.Step))
        );
    }

    private static IEnumerable<(string Actor, Approach Approach, Step Step, char Expected)> Cells()
    {
        var lines = Lines().ToList();
        foreach (var row in lines.Skip(1))
            for (var column = 1; column < row.Length; column++)
            for (var approach = 0; approach < row[column].Length; approach++)
                yield return (lines[0][column], (Approach)approach, Enum.Parse<Step>(row[0]), row[column][approach]);
    }

    private static IEnumerable<string[]> Lines() =>
        Expected.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static char Read(string? refusal) =>
        refusal switch
        {
            null => '+',
            Steps.NotHere => '0',
            "Sign in to do this." => 'S',
            _ => '-',
        };

    /// <summary>Builds the actor from real rows, so that reading the standing is part of what is tested.</summary>
    private static Standing Who(string actor)
    {
        var kind = actor is "outguest" or "exguest" or "invguest" or "guest" ? PersonKind.Guest : PersonKind.Employee;
        var person = new Person(Guid.CreateVersion7(), "Ada Actor", "ada@example.org", kind);
        var owner = new Person(Guid.CreateVersion7(), "Olga Owner", "olga@example.org").Found(
            Guid.CreateVersion7(),
            "Room",
            SpacePurpose.ClientRoom,
            Openness.Secret,
            Now
        );
        Membership? place = null;
        AccessRequest? request = null;
        Invitation? invitation = null;
        switch (actor)
        {
            case "admin":
                person.TakeOn(Duties.Admin | Duties.Analyst);
                break;
            case "exmember":
                request = new AccessRequest(Guid.CreateVersion7(), owner.SpaceId, person.Id, null, Now);
                request.Decide(admitted: true, owner.PersonId, null, Now);
                break;
            case "exguest":
                place = new Membership(owner.Space, person, SpaceRole.Guest, Now.AddDays(-9));
                place.StayUntil(Now.AddSeconds(-1));
                break;
            case "requester":
                request = new AccessRequest(Guid.CreateVersion7(), owner.SpaceId, person.Id, "Please", Now);
                break;
            case "invited":
                invitation = owner.Invite(Guid.CreateVersion7(), person, Now.AddDays(-13));
                break;
            case "invguest":
                var second = new Membership(
                    owner.Space,
                    new Person(Guid.CreateVersion7(), "Ben", "ben@example.org"),
                    SpaceRole.Member,
                    Now
                );
                invitation = owner.InviteGuest(Guid.CreateVersion7(), person.Email, person.Id, second, Now.AddDays(30), Now);
                second.Confirm(invitation, guest: null, Now);
                break;
            case "member" or "guest" or "moder" or "owner" or "deactivated":
                var role = actor switch
                {
                    "guest" => SpaceRole.Guest,
                    "moder" => SpaceRole.Moderator,
                    "owner" or "deactivated" => SpaceRole.Owner,
                    _ => SpaceRole.Member,
                };
                place = new Membership(owner.Space, person, role, Now);
                break;
        }
        if (actor == "deactivated")
            person.Deactivate(Now);
        return Standings.Of(person, place, request, invitation, Now);
    }
}
