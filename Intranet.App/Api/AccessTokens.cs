using System.Buffers.Text;
using System.Linq.Expressions;
using System.Security.Cryptography;
using System.Text;
using Intranet.App.Data;
using Intranet.App.Live;
using Intranet.Domain.Access;
using Intranet.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Api;

/// <summary>Makes, lists, withdraws and recognises the tokens programs sign in with.</summary>
public sealed class AccessTokens(Store store, Announcer announcer)
{
    /// <summary>Marks a token as one of ours, for people and for scanners that look for leaked secrets.</summary>
    public const string Prefix = "itk_";
    public const int MostDays = 366;
    public const int MostTokens = 20;
    private const int SecretBytes = 32;

    /// <summary>The token itself; it is not kept and cannot be shown again.</summary>
    public async Task<string> Make(Viewer viewer, string name, int days)
    {
        name = (name ?? "").Trim();
        if (name.Length is 0 or > AccessToken.NameLimit)
            throw new Refusal($"Give the token a name of 1 to {AccessToken.NameLimit} characters, so that you know later what it is for.");
        if (days is < 1 or > MostDays)
            throw new Refusal($"A token lasts 1 to {MostDays} days.");
        var token = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        await store.Write(
            viewer,
            async work =>
            {
                var person = await work.Actor();
                if (await work.Db.AccessTokens.CountAsync(t => t.WithdrawnAt == null && t.ExpiresAt > work.Now) >= MostTokens)
                    throw new Refusal($"You have {MostTokens} tokens already. Withdraw one you no longer need.");
                work.Db.AccessTokens.Add(
                    new AccessToken(Guid.CreateVersion7(work.Now), person.Id, name, Hash(token), work.Now, work.Now.AddDays(days))
                );
            }
        );
        return token;
    }

    /// <summary>The viewer's own tokens, newest first.</summary>
    public Task<List<AccessToken>> Mine(Viewer viewer) =>
        store.Read(
            viewer,
            db => db.AccessTokens.Where(t => t.WithdrawnAt == null).OrderByDescending(t => t.Id).Take(MostTokens).ToListAsync()
        );

    /// <summary>From now on the token opens nothing, and connections it has opened end.</summary>
    public async Task Withdraw(Viewer viewer, Guid id)
    {
        await store.Write(
            viewer,
            async work =>
            {
                if (await work.Db.AccessTokens.SingleOrDefaultAsync(t => t.Id == id) is { } token)
                    token.WithdrawnAt ??= work.Now;
            }
        );
        if (viewer.PersonId is { } person)
            announcer.Nudge(Subject.Person(person));
    }

    /// <summary>Whose token this is, or null when it is unknown, withdrawn, expired, or its person is deactivated.</summary>
    public Task<TokenOwner?> Owner(string token)
    {
        if (!token.StartsWith(Prefix, StringComparison.Ordinal))
            return Task.FromResult<TokenOwner?>(null);
        var hash = Hash(token);
        return store.Read(Viewer.Nobody, db => Valid(db).Where(x => x.Token.Hash == hash).Select(Owning).SingleOrDefaultAsync());
    }

    /// <summary>Whether a token that opened a connection would still open one.</summary>
    public Task<bool> Lives(Guid id) => store.Read(Viewer.Nobody, db => Valid(db).AnyAsync(x => x.Token.Id == id));

    private static readonly Expression<Func<TokenAndPerson, TokenOwner?>> Owning = x => new TokenOwner(x.Token.Id, x.Person);

    /// <summary>Nobody is signed in yet, so there is no sight to ask; the hash of an unguessable secret stands in for it.</summary>
    private static IQueryable<TokenAndPerson> Valid(IntranetDb db) =>
        from t in db.AccessTokens.IgnoreQueryFilters([Sight.Name])
        join p in db.People.IgnoreQueryFilters([Sight.Name]) on t.PersonId equals p.Id
        where t.WithdrawnAt == null && t.ExpiresAt > db.Now && p.DeactivatedAt == null
        select new TokenAndPerson { Token = t, Person = p };

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private sealed class TokenAndPerson
    {
        public required AccessToken Token { get; init; }
        public required Person Person { get; init; }
    }
}

/// <summary>A token that was recognised, and the person it acts for.</summary>
public sealed record TokenOwner(Guid TokenId, Person Person);
