using Intranet.App.Data;
using Intranet.App.Shared;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Access;

/// <summary>Giving people a way in. Everything here is part of somebody's act: it writes into the given work, so person and account stand or fall together.</summary>
public sealed class Accounts(Store store, IPasswordHasher<Account> hasher)
{
    private readonly Lazy<string> _nobodysHash = new(() => hasher.HashPassword(new Account(), Guid.NewGuid().ToString()));

    /// <summary>Makes the account of a person. Without a password only an entry link lets them in.</summary>
    public Account Create(Work work, Person person, string? password)
    {
        var account = new Account { Id = person.Id, SecurityStamp = Guid.NewGuid().ToString("N") };
        Address(account, person.Email);
        if (password is not null)
            Hash(account, person, password);
        work.Db.Users.Add(account);
        return account;
    }

    /// <summary>Sets a password and signs the person out everywhere.</summary>
    public async Task SetPassword(Work work, Person person, string password)
    {
        var account = await work.Db.Users.SingleOrDefaultAsync(a => a.Id == person.Id);
        if (account is null)
            Create(work, person, password);
        else
            Hash(account, person, password);
        await work.Db.EntryLinks.Where(l => l.PersonId == person.Id).ExecuteDeleteAsync();
        await Sessions.EndAll(work, person.Id);
    }

    /// <summary>The signed-in person replaces the password; the other sessions end.</summary>
    public Task ChangePassword(Viewer viewer, string current, string next, Guid session) =>
        store.Write(
            viewer,
            async work =>
            {
                var person = await work.Actor();
                var account = await work.Db.Users.SingleAsync(a => a.Id == person.Id);
                if (!Fits(account, current))
                    throw new Refusal("The current password is not right.");
                Hash(account, person, next);
                // Sight leaves only one's own sessions here.
                await work
                    .Db.Sessions.Where(s => s.Id != session && s.EndedAt == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, work.Now));
                work.Record(Verb.SessionEnded, thing: ThingKind.Person, thingId: person.Id);
            }
        );

    /// <summary>The account follows the person's address.</summary>
    public static async Task Follow(Work work, Person person)
    {
        if (await work.Db.Users.SingleOrDefaultAsync(a => a.Id == person.Id) is { } account)
            Address(account, person.Email);
    }

    /// <summary>Makes a fresh link to set a password; earlier ones of the person end. Hands back the secret, which is not kept.</summary>
    public async Task<string> IssueLink(Work work, Person person)
    {
        if (!await work.Db.Users.AnyAsync(a => a.Id == person.Id))
            Create(work, person, null);
        await work.Db.EntryLinks.Where(l => l.PersonId == person.Id || l.ExpiresAt < work.Now).ExecuteDeleteAsync();
        var secret = EntryLink.NewSecret();
        work.Db.EntryLinks.Add(new EntryLink(EntryLink.HashOf(secret), person.Id, work.Now + EntryLink.Lifetime));
        return secret;
    }

    /// <summary>Whose link this is, or null when it was used, has ended or never was.</summary>
    public Task<Person?> LinkedPerson(string secret) => store.Read(Viewer.Nobody, db => Linked(db, secret));

    public Task TakeUpLink(string secret, string password) =>
        store.Write(
            Viewer.Nobody,
            async work =>
            {
                var person = await Linked(work.Db, secret) ?? throw new Refusal("This link was used or has ended. Ask for a new one.");
                await SetPassword(work, person, password);
            }
        );

    /// <summary>Whether the password is the account's; takes as long for an account that does not exist.</summary>
    public bool Fits(Account? account, string? password)
    {
        password = password is { Length: <= PasswordRule.Longest } ? password : "";
        var verdict = hasher.VerifyHashedPassword(account ?? new Account(), account?.PasswordHash ?? _nobodysHash.Value, password);
        return account?.PasswordHash is not null && verdict != PasswordVerificationResult.Failed;
    }

    private void Hash(Account account, Person person, string password)
    {
        PasswordRule.Check(password, person.Name, person.Email);
        account.PasswordHash = hasher.HashPassword(account, password);
        account.SecurityStamp = Guid.NewGuid().ToString("N");
    }

    private static void Address(Account account, string email)
    {
        (account.Email, account.UserName) = (email, email);
        account.NormalizedEmail = account.NormalizedUserName = email.ToUpperInvariant();
        account.EmailConfirmed = true;
    }

    private static Task<Person?> Linked(IntranetDb db, string secret)
    {
        var hash = EntryLink.HashOf(secret);
        // The link itself says whose it is; nobody is signed in yet who could see the person.
        return db
            .People.IgnoreQueryFilters([Sight.Name])
            .SingleOrDefaultAsync(p =>
                p.DeactivatedAt == null && db.EntryLinks.Any(l => l.Hash == hash && l.PersonId == p.Id && l.ExpiresAt > db.Now)
            );
    }
}
