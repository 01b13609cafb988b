using Intranet.App.Access;
using Intranet.App.Data;
using Intranet.Domain.Access;
using Intranet.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.People;

/// <summary>Looking after people: every act is an administrator's, as they are at that moment.</summary>
public sealed class Personnel(Store store, Accounts accounts)
{
    public const int PageSize = 50;

    /// <summary>Everybody with an account, guests and former people included; for administrators only, and nothing but what an account list needs.</summary>
    public Task<List<AccountLine>> List(Viewer viewer, AccountFilter filter, string? afterName = null, Guid? afterId = null) =>
        store.Read(
            viewer,
            async db =>
            {
                await MustBeAdmin(db);
                // Guests outside the administrator's own rooms are passed over to: an account must be found to be closed.
                var people = db.People.IgnoreQueryFilters([Sight.Name]);
                if (!string.IsNullOrWhiteSpace(filter.Text))
                {
                    var text = filter.Text.Trim();
                    var lower = text.ToLowerInvariant();
                    people = people.Where(p => p.Name.Contains(text) || p.Name.ToLower().Contains(lower) || p.Email.Contains(lower));
                }
                people = filter.State switch
                {
                    AccountState.Guests => people.Where(p => p.Kind == PersonKind.Guest && p.DeactivatedAt == null),
                    AccountState.WithDuties => people.Where(p => p.Duties != Duties.None && p.DeactivatedAt == null),
                    AccountState.Deactivated => people.Where(p => p.DeactivatedAt != null),
                    AccountState.Active => people.Where(p => p.DeactivatedAt == null),
                    _ => people,
                };
                if (afterName is not null)
                    people = people.Where(p => string.Compare(p.Name, afterName) > 0 || (p.Name == afterName && p.Id > afterId));
                return await people
                    .OrderBy(p => p.Name)
                    .ThenBy(p => p.Id)
                    .Take(PageSize + 1)
                    .Select(p => new AccountLine(p.Id, p.Name, p.Email, p.Kind, p.Duties, p.DeactivatedAt == null))
                    .ToListAsync();
            }
        );

    /// <summary>One person as an administrator changes them; null when there is none.</summary>
    public Task<(Particulars Particulars, bool Active)?> Find(Viewer viewer, Guid id) =>
        store.Read(
            viewer,
            async db =>
            {
                await MustBeAdmin(db);
                // As in the list: accounts are looked after without sharing a room.
                var p = await db.People.IgnoreQueryFilters([Sight.Name]).SingleOrDefaultAsync(p => p.Id == id);
                return p is null
                    ? ((Particulars, bool)?)null
                    : (new Particulars(p.Name, p.Email, p.Kind, p.Duties, p.TeamId, p.ManagerId, p.Title, p.Location), p.Active);
            }
        );

    /// <summary>Adds a person and hands back the secret of the link by which they set their password.</summary>
    public Task<(Guid Id, string Secret)> Add(Viewer viewer, Newcomer newcomer) =>
        store.Write(
            viewer,
            async work =>
            {
                (await work.Actor()).MustLookAfterPeople();
                var person = await Staffing.Add(work, accounts, newcomer);
                await work.Db.SaveChangesAsync();
                return (person.Id, await accounts.IssueLink(work, person));
            }
        );

    /// <summary>A fresh link to set a password; the person's sessions go on until it is used.</summary>
    public Task<string> IssueLink(Viewer viewer, Guid id) =>
        Act(
            viewer,
            id,
            (work, person) => person.Active ? accounts.IssueLink(work, person) : throw new Refusal($"{person.Name} is deactivated.")
        );

    public Task Change(Viewer viewer, Guid id, Particulars particulars) =>
        Act(viewer, id, (work, p) => Done(Staffing.Change(work, p, particulars)));

    public Task Deactivate(Viewer viewer, Guid id) => Act(viewer, id, (work, p) => Done(Staffing.Deactivate(work, p)));

    public Task Reactivate(Viewer viewer, Guid id) =>
        Act(
            viewer,
            id,
            (work, person) =>
            {
                Staffing.Reactivate(work, person);
                return Task.FromResult(true);
            }
        );

    private Task<T> Act<T>(Viewer viewer, Guid id, Func<Work, Person, Task<T>> act) =>
        store.Write(
            viewer,
            async work =>
            {
                (await work.Actor()).MustLookAfterPeople();
                var person =
                    await Staffing.Everybody(work).SingleOrDefaultAsync(p => p.Id == id) ?? throw new Refusal("There is no such person.");
                return await act(work, person);
            }
        );

    private static async Task<bool> Done(Task act)
    {
        await act;
        return true;
    }

    private static async Task MustBeAdmin(IntranetDb db)
    {
        var me = await db.People.SingleOrDefaultAsync(p => p.Id == db.ViewerId);
        if (me is null)
            throw new Refusal("Sign in to do this.");
        me.MustLookAfterPeople();
    }
}

/// <summary>One line of the account list.</summary>
public sealed record AccountLine(Guid Id, string Name, string Email, PersonKind Kind, Duties Duties, bool Active);

/// <summary>Which accounts to list.</summary>
public sealed record AccountFilter(string? Text = null, AccountState State = AccountState.Active);

/// <summary>The groups of accounts an administrator looks through.</summary>
public enum AccountState
{
    Active,
    Guests,
    WithDuties,
    Deactivated,
}
