using Intranet.App.Data;
using Intranet.App.Shared.Charts;
using Intranet.Domain.Activity;
using Intranet.Domain.Adoption;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Adoption;

/// <summary>Channels, questions and spaces of what happens here.</summary>
internal static class Besides
{
    private const int Days = 28;
    private const int QuestionDays = 84;

    public static async Task<Beside> Of(IntranetDb db, TeamWeeks weeks, int top, Shown now)
    {
        var calendar = await Calendar.Of(db);
        var today = calendar.Day(db.Now);
        List<Guid> teams = [.. weeks.Teams(top), .. top == 0 ? [Guid.Empty] : Array.Empty<Guid>()];
        var told = now is { Hidden: null, NoData: false, Active.IsExact: true };
        return new Beside(told ? await Channels(db, teams, today) : null, await Questions(db, teams), await Spaces(db, today));
    }

    /// <summary>Shares in whole percent, so that no number of acts can be worked out from them.</summary>
    private static async Task<IReadOnlyList<MixPart>?> Channels(IntranetDb db, List<Guid> teams, int today)
    {
        var sums = await db
            .TeamDays.Where(d => d.SourceId == Source.Here && d.Day > today - Days && teams.Contains(d.TeamId))
            .GroupBy(d => d.Channel)
            .Select(g => new { Channel = g.Key, Acts = g.Sum(d => d.Acts) })
            .ToListAsync();
        var all = sums.Sum(s => (double)s.Acts);
        return all == 0
            ? null
            :
            [
                .. sums.OrderByDescending(s => s.Acts)
                    .Select(s => new MixPart(Name((Channel)s.Channel), (long)Math.Round(100 * s.Acts / all))),
            ];
    }

    private static string Name(Channel channel) =>
        channel switch
        {
            Channel.Web => "In the browser",
            Channel.Email => "By email",
            Channel.Api => "By other programs",
            Channel.WebDav => "From the desktop",
            Channel.Mobile => "On the phone",
            Channel.Import => "Imported",
        };

    private static async Task<QuestionsAnswered?> Questions(IntranetDb db, List<Guid> teams)
    {
        var since = db.Now.AddDays(-QuestionDays);
        List<Guid?> asking = [.. teams.Select(t => t == Guid.Empty ? (Guid?)null : t)];
        var fates = await db
            .QuestionFates.Where(q => q.AskedAt >= since && asking.Contains(q.TeamId))
            .Select(q => new
            {
                q.AskerId,
                q.AskedAt,
                q.FirstAnswerAt,
            })
            .ToListAsync();
        if (fates.Count == 0)
            return null;
        if (fates.Select(f => f.AskerId).Distinct().Count() < Threshold.Usual)
            return new QuestionsAnswered(0, 0, null, $"fewer than {Threshold.Usual} people asked");
        var answered = fates.Where(f => f.FirstAnswerAt is not null).Select(f => f.FirstAnswerAt!.Value - f.AskedAt).Order().ToList();
        // The middle of all questions, with the unanswered at the far end: leaving them out would flatter.
        var middle = (fates.Count - 1) / 2;
        return new QuestionsAnswered(
            fates.Count,
            (int)Math.Round(100.0 * answered.Count / fates.Count),
            middle < answered.Count ? answered[middle] : null,
            null
        );
    }

    private static async Task<SpaceLife> Spaces(IntranetDb db, int today)
    {
        var contributions = Enum.GetValues<Verb>().Where(v => v.IsContribution).Select(v => (int)v).ToList();
        var spaces = await db
            .Spaces.Where(s => s.ArchivedAt == null)
            .Select(s => new
            {
                s.Id,
                s.Name,
                s.Source,
                Last = db
                    .SpaceDays.Where(d => d.SourceId == Source.Here && d.SpaceId == s.Id && contributions.Contains(d.Verb))
                    .Max(d => (int?)d.Day),
            })
            .ToListAsync();
        return SpaceLife.Of([
            .. spaces
                .Where(s => s.Source is null || s.Last is not null)
                .Select(s => new SpaceLine(s.Id, s.Name, s.Last is { } day ? Math.Max(0, today - day) : null)),
        ]);
    }
}
