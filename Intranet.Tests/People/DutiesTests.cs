using Intranet.App.Data;
using Intranet.App.People;
using Intranet.Domain.Activity;
using Intranet.Domain.People;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.People;

public sealed class DutiesTests
{
    [Theory, OnBoth]
    public async Task Giving_and_taking_a_duty_stands_in_the_ledger_and_other_changes_do_not_claim_to(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (anna, wanda) = (await office.Employee("Anna", Duties.Admin), await office.Employee("Wanda"));
        var plain = new Particulars("Wanda", wanda.Email, PersonKind.Employee, Duties.None, null, null, null, null);

        await office.Get<Personnel>().Change(anna.Eyes(), wanda.Id, plain with { Duties = Duties.WorksCouncil });
        await office.Get<Personnel>().Change(anna.Eyes(), wanda.Id, plain with { Duties = Duties.WorksCouncil, Title = "Fitter" });
        await office.Get<Personnel>().Change(anna.Eyes(), wanda.Id, plain);

        var acts = await office.Store.Read(
            Viewer.Nobody,
            db => db.Activities.Where(a => a.Verb == Verb.DutiesChanged).Select(a => new { a.ActorId, a.ThingId }).ToListAsync()
        );
        Assert.Equal(2, acts.Count);
        Assert.All(acts, a => Assert.Equal((anna.Id, wanda.Id), (a.ActorId, a.ThingId)));
    }
}
