using Intranet.Domain.Feeds;

namespace Intranet.App.Admin.Demo;

/// <summary>Title, text, options and comments as they stand in a text file.</summary>
internal sealed record TextBody(
    string? Title,
    string Body,
    IReadOnlyList<(string Text, double Weight)> Options,
    IReadOnlyList<TextLine> Lines
);

/// <summary>One comment with its speaker, a person's key or ~team for anybody of that team.</summary>
internal sealed record TextLine(bool Answers, bool Accepted, string Who, double Share, string Text);

/// <summary>A card of a deck, with the comments that go with it.</summary>
internal sealed record TextCard(string Text, IReadOnlyList<TextLine> Lines);

/// <summary>A thread told once, in a week, on a working day of it, or some minutes ago.</summary>
internal sealed record TextThread(
    string Space,
    PostKind Kind,
    string Author,
    int? Week,
    int? WorkDay,
    int? MinutesAgo,
    bool Pinned,
    IReadOnlyList<string> Topics,
    TextBody Text
);

/// <summary>A post that comes back on given weekdays, with other facts each time.</summary>
internal sealed record TextSeries(
    string Space,
    PostKind Kind,
    IReadOnlyList<string> Authors,
    IReadOnlyList<DayOfWeek> Days,
    TimeSpan Clock,
    int FromWeek,
    int ToWeek,
    double Skip,
    int Every,
    IReadOnlyList<string> Topics,
    TextBody Text
);
