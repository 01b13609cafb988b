using Intranet.App.Data;
using Intranet.App.Shared.Blobs;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.People;

/// <summary>What people say about themselves.</summary>
public sealed class Profiles(Store store, IBlobs blobs)
{
    public Task<OwnWords> Mine(Viewer viewer) =>
        store.Read(
            viewer,
            async db =>
            {
                var p = await db.People.SingleAsync(p => p.Id == db.ViewerId);
                return new OwnWords(p.Name, p.Title, p.Location, p.Pronouns, p.TimeZone, p.Language, p.HidesPresence);
            }
        );

    public Task Change(Viewer viewer, OwnWords words) =>
        Act(
            viewer,
            person =>
            {
                person.Rename(words.Name);
                person.Title = Staffing.Field(words.Title);
                person.Location = Staffing.Field(words.Location);
                person.Pronouns = Short(words.Pronouns);
                person.TimeZone = Zone(words.TimeZone);
                person.Language =
                    words.Language is null || Languages.Offered.Any(l => l.Tag == words.Language)
                        ? words.Language
                        : throw new Refusal("Choose one of the languages offered.");
                person.HidesPresence = words.HidesPresence;
            }
        );

    /// <summary>Sets the picture by its blob key; null goes back to the drawn one.</summary>
    public Task Picture(Viewer viewer, string? key) => Act(viewer, person => person.AvatarKey = key, key);

    private Task Act(Viewer viewer, Action<Person> change, string? key = null) =>
        store.Write(
            viewer,
            async work =>
            {
                var me = await work.Actor();
                if (key is not null)
                    await Strays.Hold(work, blobs, [key]);
                change(me);
                work.Record(Verb.PersonChanged, thing: ThingKind.Person, thingId: me.Id);
            }
        );

    private static string? Short(string? text)
    {
        text = string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        return text is null or { Length: <= 40 } ? text : throw new Refusal("Pronouns have at most 40 characters.");
    }

    private static string? Zone(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return null;
        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out _) ? name : throw new Refusal("Choose one of the time zones offered.");
    }
}

/// <summary>The part of a profile that is one's own to write.</summary>
public sealed record OwnWords(
    string Name,
    string? Title,
    string? Location,
    string? Pronouns,
    string? TimeZone,
    string? Language,
    bool HidesPresence
);
