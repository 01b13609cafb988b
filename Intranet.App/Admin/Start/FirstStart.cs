using Intranet.App.Access;
using Intranet.App.Data;
using Intranet.App.People;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Admin.Start;

/// <summary>An empty intranet becomes somebody's, once.</summary>
public sealed class FirstStart(Store store, Settings settings, Accounts accounts)
{
    public const string AlreadyDone = "This intranet has been set up already. Sign in, or ask its administrator for an account.";
    public const int OrganisationLimit = 80;

    private volatile bool _done;

    /// <summary>Whether nobody has set it up yet; asks the database until the answer is no.</summary>
    public async ValueTask<bool> Awaited() => !_done && !(_done = await settings.Read(Setting.Organisation) is not null);

    /// <summary>Names the organisation and makes its founder administrator and analyst, with a first open space. Of two at once, one wins and the other is refused.</summary>
    public async Task<Guid> SetUp(Founding founding)
    {
        var organisation = (founding.Organisation ?? "").Trim();
        if (organisation.Length is 0 or > OrganisationLimit)
            throw new Refusal($"The organisation's name has 1 to {OrganisationLimit} characters.");
        var newcomer = new Newcomer(
            founding.Name ?? "",
            founding.Email ?? "",
            Duties: Duties.Admin | Duties.Analyst,
            Password: founding.Password ?? ""
        );
        return await store.Write(
            Viewer.Nobody,
            async work =>
            {
                await work.Db.OneAtATime();
                if (await work.Db.Settings.AnyAsync(s => s.Name == Setting.Organisation))
                    throw new Refusal(AlreadyDone);
                var founder = await Staffing.Add(work, accounts, newcomer);
                var space = new Space(Guid.CreateVersion7(work.Now), "Everyone", SpacePurpose.Community, Openness.Open, work.Now);
                space.Describe($"For all of {organisation}: news, questions, whatever concerns more than one team.");
                work.Db.Spaces.Add(space);
                work.Db.Memberships.Add(new Membership(space, founder, SpaceRole.Owner, work.Now));
                work.Db.Settings.Add(new Setting(Setting.Organisation, organisation));
                work.Db.Settings.Add(new Setting(Setting.CommonSpace, space.Id.ToString()));
                work.Record(Verb.SpaceCreated, space.Id, ThingKind.Space, space.Id);
                return founder.Id;
            }
        );
    }
}

/// <summary>The four fields of set-up.</summary>
public sealed record Founding(string? Organisation, string? Name, string? Email, string? Password);
