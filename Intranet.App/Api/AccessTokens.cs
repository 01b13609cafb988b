using System.Buffers.Text;
using System.Linq.Expressions;
using System.Security.Cryptography;
using System.Text;
using Intranet.App.Data;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Api;

/// <summary>Makes, lists, withdraws and recognises the tokens programs sign in with.</summary>
public sealed class AccessTokens(Store store)
{
    /// <summary>Marks a token as one of ours, for people and for scanners that look for leaked secrets.</summary>
    public const string Prefix = "itk_";
    public const int MostDays = 366;
    public const int MostTokens = 20;
    private const int SecretBytes = 32;

    /// <summary>Makes a token of one's own.</summary>
    /// <param name="key">Made with the form: sent again, it is refused instead of making a second token.</param>
    public Task<MadeToken> Make(Viewer viewer, string? name, int days, Guid? key = null) =>
        store.Write(viewer, async work => await Make(work, await work.Actor(), name, days, key));

    /// <summary>Makes a token for somebody, at the console.</summary>
    public Task<MadeToken> MakeFor(string email, string? name, int days) =>
        store.Write(Viewer.Nobody, async work => await Make(work, await work.Addressed(email), name, days, null));

    /// <summary>The viewer's own tokens that still open something, newest first.</summary>
    public Task<List<AccessToken>> Mine(Viewer viewer) =>
        store.Read(
            viewer,
            db =>
                db.AccessTokens.Where(t => t.WithdrawnAt == null && t.ExpiresAt > db.Now)
                    .OrderByDescending(t => t.Id)
                    .Take(MostTokens)
                    .ToListAsync()
        );

    /// <summary>Ends one of one's own tokens, and what is connected by it.</summary>
    public Task Withdraw(Viewer viewer, Guid id) =>
        store.Write(
            viewer,
            async work =>
            {
                var person = await work.Actor();
                if (await work.Db.AccessTokens.SingleOrDefaultAsync(t => t.Id == id && t.WithdrawnAt == null) is not { } token)
                    return;
                token.WithdrawnAt = work.Now;
                work.Record(Verb.TokenWithdrawn, thing: ThingKind.Person, thingId: person.Id);
            }
        );

    /// <summary>Whose token this is, or null when it is unknown, withdrawn, expired, or its person is deactivated.</summary>
    public Task<TokenBearer?> Bearer(string token) =>
        token.StartsWith(Prefix, StringComparison.Ordinal)
            ? store.Read(
                Viewer.Nobody,
                db =>
                {
                    var hash = Hash(token);
                    return Valid(db, t => t.Hash == hash).SingleOrDefaultAsync();
                }
            )
            : Task.FromResult<TokenBearer?>(null);

    /// <summary>Whether a token that opened a connection would still open it.</summary>
    public Task<bool> Holds(Guid tokenId) => store.Read(Viewer.Nobody, db => Valid(db, t => t.Id == tokenId).AnyAsync());

    private static async Task<MadeToken> Make(Work work, Person person, string? name, int days, Guid? key)
    {
        name = (name ?? "").Trim();
        if (name.Length is 0 or > AccessToken.NameLimit)
            throw new Refusal($"Give the token a name of 1 to {AccessToken.NameLimit} characters, so that you know later what it is for.");
        if (days is < 1 or > MostDays)
            throw new Refusal($"A token lasts 1 to {MostDays} days.");
        // At the console nobody's sight is asked; the person's own tokens are counted all the same.
        var tokens = work.Db.AccessTokens.IgnoreQueryFilters([Sight.Name]).Where(t => t.PersonId == person.Id);
        if (key is not null && await tokens.AnyAsync(t => t.Id == key))
            throw new Refusal(
                "This token was made already, and it is shown only once. Withdraw it and make another if you did not keep it."
            );
        if (await tokens.CountAsync(t => t.WithdrawnAt == null && t.ExpiresAt > work.Now) >= MostTokens)
            throw new Refusal($"{MostTokens} tokens are the most one person has. Withdraw one that is no longer needed.");
        var secret = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        var made = new AccessToken(key ?? Guid.CreateVersion7(work.Now), person.Id, name, Hash(secret), work.Now, work.Now.AddDays(days));
        work.Db.AccessTokens.Add(made);
        work.Record(Verb.TokenMade, thing: ThingKind.Person, thingId: person.Id);
        return new MadeToken(made.Name, secret, made.ExpiresAt);
    }

    /// <summary>Nobody is signed in yet, so there is no sight to ask; the hash of an unguessable secret stands in for it.</summary>
    private static IQueryable<TokenBearer> Valid(IntranetDb db, Expression<Func<AccessToken, bool>> which) =>
        from t in db.AccessTokens.IgnoreQueryFilters([Sight.Name]).Where(which)
        join p in db.People.IgnoreQueryFilters([Sight.Name]) on t.PersonId equals p.Id
        where t.WithdrawnAt == null && t.ExpiresAt > db.Now && p.DeactivatedAt == null
        select new TokenBearer(t.Id, p.Id, p.Name, t.ExpiresAt);

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

/// <summary>A token at the one moment its secret is known: it is not kept and cannot be shown again.</summary>
public sealed record MadeToken(string Name, string Secret, DateTimeOffset ExpiresAt);

/// <summary>Whom a valid token stands for.</summary>
public sealed record TokenBearer(Guid TokenId, Guid PersonId, string Name, DateTimeOffset ExpiresAt);
