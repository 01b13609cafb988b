using Intranet.App.Data;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Shared.Text;

/// <summary>Whom and what an author can mention: only what they may see, and said plainly where a mention would reach nobody.</summary>
public sealed class Mentioning(Store store)
{
    private const int Most = 8;
    private const int QueryLimit = 60;

    /// <summary>People who were chosen before, as far as the author still sees them.</summary>
    public Task<List<MentionChoice>> People(Viewer viewer, IReadOnlyCollection<Guid> ids) =>
        store.Read(
            viewer,
            db =>
                db.People.Where(p => ids.Contains(p.Id) && p.DeactivatedAt == null)
                    .OrderBy(p => p.Name)
                    .Select(p => new MentionChoice(MentionKind.Person, p.Id, p.Name, p.Title ?? ""))
                    .ToListAsync()
        );

    /// <summary>The names of those whom and what these mention, as far as this viewer sees them.</summary>
    internal static async Task<Dictionary<MentionToken, string>> Names(IntranetDb db, IReadOnlyList<MentionToken> tokens)
    {
        if (tokens.Count == 0)
            return [];
        Guid[] ids = [.. tokens.Select(t => t.Id)];
        var people = await db.People.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name);
        var spaces = await db.Doorways.Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name);
        return tokens
            .Select(t => (Token: t, Name: (t.Kind == MentionKind.Person ? people : spaces).GetValueOrDefault(t.Id)))
            .Where(t => t.Name is not null)
            .ToDictionary(t => t.Token, t => t.Name!);
    }

    public Task<IReadOnlyList<MentionChoice>> Find(Viewer viewer, string query, Guid? spaceId) =>
        store.Read(
            viewer,
            async db =>
            {
                var words = query.Trim().ToLowerInvariant();
                words = words.Length <= QueryLimit ? words : words[..QueryLimit];
                var people = await db
                    .People.Where(p => p.DeactivatedAt == null && p.Id != db.ViewerId && p.Name.ToLower().Contains(words))
                    .OrderBy(p => p.Name.ToLower().StartsWith(words) ? 0 : 1)
                    .ThenBy(p => p.Name)
                    .Take(Most)
                    .Select(p => new
                    {
                        p.Id,
                        p.Name,
                        p.Title,
                    })
                    .ToListAsync();
                var spaces = await db
                    .Doorways.Where(s => s.ArchivedAt == null && s.Name.ToLower().Contains(words))
                    .OrderBy(s => s.Name)
                    .Take(Most)
                    .Select(s => new { s.Id, s.Name })
                    .ToListAsync();
                var audience = spaceId is { } id ? await Audience.Of(db, id, [.. people.Select(p => p.Id)]) : null;
                return (IReadOnlyList<MentionChoice>)
                    [
                        .. people
                            .Select(p => new MentionChoice(
                                MentionKind.Person,
                                p.Id,
                                p.Name,
                                audience is null || audience.Sees(p.Id) ? p.Title ?? "" : "cannot read this space"
                            ))
                            .Concat(spaces.Select(s => new MentionChoice(MentionKind.Space, s.Id, s.Name, "space")))
                            .Take(Most),
                    ];
            }
        );
}

/// <summary>One suggestion, as the composer's script reads it.</summary>
public sealed record MentionChoice(string Kind, Guid Id, string Name, string Detail)
{
    public MentionChoice(MentionKind kind, Guid id, string name, string detail)
        : this(kind == MentionKind.Person ? "person" : "space", id, name, detail) { }
}
