using System.Security.Cryptography;
using Intranet.App.Data;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Access;

/// <summary>Makes, lists, withdraws and recognises the passwords by which programs open a person's documents.</summary>
public sealed class AppPasswords(Store store)
{
    public const int Most = 20;

    /// <summary>Without letters that look like digits or signs; 24 of them cannot be guessed.</summary>
    private const string Letters = "abcdefghjkmnpqrstuvwyz23456789";
    private const int Length = 24;
    private const int Group = 6;
    private static readonly TimeSpan Grain = TimeSpan.FromMinutes(5);

    /// <summary>Makes one for oneself and gives it, this once.</summary>
    /// <param name="key">Made with the form: sent again, it is refused instead of making a second one.</param>
    public Task<string> Make(Viewer viewer, string? name, Guid? key = null) =>
        store.Write(viewer, async work => await Make(work, await work.Actor(), name, key));

    /// <summary>Makes one for somebody, at the console.</summary>
    public Task<string> MakeFor(string email, string? name) =>
        store.Write(Viewer.Nobody, async work => await Make(work, await work.Addressed(email), name, null));

    /// <summary>One's own that still open something, newest first.</summary>
    public Task<List<AppPassword>> Mine(Viewer viewer) =>
        store.Read(viewer, db => db.AppPasswords.Where(p => p.WithdrawnAt == null).OrderByDescending(p => p.Id).Take(Most).ToListAsync());

    public Task Withdraw(Viewer viewer, Guid id) =>
        store.Write(
            viewer,
            async work =>
            {
                var person = await work.Actor();
                if (await work.Db.AppPasswords.SingleOrDefaultAsync(p => p.Id == id && p.WithdrawnAt == null) is not { } password)
                    return;
                password.Withdraw(work.Now);
                work.Record(Verb.TokenWithdrawn, thing: ThingKind.Person, thingId: person.Id);
            }
        );

    /// <summary>Who comes with this address and password; null when they do not fit, it was withdrawn, or the person is deactivated.</summary>
    public async Task<Guid?> Bearer(string email, string password)
    {
        var hash = Hash(password);
        var address = email.Trim().ToLowerInvariant();
        var now = store.Clock.GetUtcNow();
        var found = await store.Read(
            Viewer.Nobody,
            db =>
                (
                    // Nobody is signed in yet, so there is no sight to ask; the hash of an unguessable secret stands in for it.
                    from a in db.AppPasswords.IgnoreQueryFilters([Sight.Name])
                    join p in db.People.IgnoreQueryFilters([Sight.Name]) on a.PersonId equals p.Id
                    where a.Hash == hash && a.WithdrawnAt == null && p.Email == address && p.DeactivatedAt == null
                    select new
                    {
                        a.Id,
                        a.PersonId,
                        a.LastUsedAt,
                    }
                ).SingleOrDefaultAsync()
        );
        if (found is not null && !(found.LastUsedAt > now - Grain))
            await store.Write(
                new Viewer(found.PersonId),
                work =>
                    work.Db.AppPasswords.Where(p => p.Id == found.Id)
                        .ExecuteUpdateAsync(set => set.SetProperty(p => p.LastUsedAt, work.Now))
            );
        return found?.PersonId;
    }

    private static async Task<string> Make(Work work, Person person, string? name, Guid? key)
    {
        name = OneLine.Of(name);
        if (name.Length is 0 or > AppPassword.NameLimit)
            throw new Refusal($"Give it a name of 1 to {AppPassword.NameLimit} characters, so that you know later what it is for.");
        // At the console nobody's sight is asked; the person's own are counted all the same.
        var own = work.Db.AppPasswords.IgnoreQueryFilters([Sight.Name]).Where(p => p.PersonId == person.Id);
        if (key is not null && await own.AnyAsync(p => p.Id == key))
            throw new Refusal("This one was made already, and it is shown only once. Withdraw it and make another if you did not keep it.");
        if (await own.CountAsync(p => p.WithdrawnAt == null) >= Most)
            throw new Refusal($"{Most} are the most one person has. Withdraw one that is no longer needed.");
        var secret = string.Join('-', RandomNumberGenerator.GetString(Letters, Length).Chunk(Group).Select(group => new string(group)));
        work.Db.AppPasswords.Add(new AppPassword(key ?? Guid.CreateVersion7(work.Now), person.Id, name, Hash(secret), work.Now));
        work.Record(Verb.TokenMade, thing: ThingKind.Person, thingId: person.Id);
        return secret;
    }

    /// <summary>Typed with or without its dashes it is the same.</summary>
    private static string Hash(string password) => EntryLink.HashOf(password.Replace("-", "", StringComparison.Ordinal).Trim());
}
