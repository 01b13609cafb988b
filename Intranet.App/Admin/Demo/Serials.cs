namespace Intranet.App.Admin.Demo;

/// <summary>Writes what comes back every shift or every week, with other facts and other cards each time.</summary>
internal sealed class Serials(Stage stage, Conversations conversations, Decks decks)
{
    private readonly HashSet<(string Space, string Text)> _told = [];

    public IEnumerable<DraftPost> Tell()
    {
        foreach (var (series, author, at, number) in Occasions().OrderBy(occasion => occasion.At).ThenBy(occasion => occasion.Number))
        {
            var chance = stage.Chance.Fork("serial " + series.Space + series.Text.Title, number);
            if (Write(series, author, at, chance) is { } post)
                yield return post;
        }
    }

    private IEnumerable<(TextSeries Series, CastPerson Author, DateTimeOffset At, int Number)> Occasions()
    {
        var number = 0;
        foreach (var series in DemoTexts.Series)
        {
            var turn = 0;
            var chance = stage.Chance.Fork("occasions " + series.Space, number);
            var last = DateOnly.FromDateTime(stage.Now.UtcDateTime);
            for (var day = DateOnly.FromDateTime(stage.From.UtcDateTime); day <= last; day = day.AddDays(1))
            {
                number++;
                if (!series.Days.Contains(day.DayOfWeek))
                    continue;
                var author = Cast.ByKey[series.Authors[turn % series.Authors.Count]];
                var at = stage.Calendar.Moment(author.Place, day, series.Clock).AddSeconds(chance.Below(700));
                var week = stage.WeekOf(at);
                var quiet =
                    Stage.InAugust(at) && author.Team != "plant" ? 0.4
                    : Stage.InAugust(at) ? 0.15
                    : 0;
                if (at <= stage.From.AddHours(2) || at >= stage.Now.AddSeconds(-30) || week < series.FromWeek || week > series.ToWeek)
                    continue;
                if ((week - series.FromWeek) % series.Every != 0 || chance.Chance(series.Skip) || chance.Chance(quiet))
                    continue;
                turn++;
                if (stage.Calendar.Works(author.Place, day) && author.HereIn(week))
                    yield return (series, author, at, number);
            }
        }
    }

    private DraftPost? Write(TextSeries series, CastPerson author, DateTimeOffset at, SplitMix chance)
    {
        // A post that is nothing but a card is told once; decks that feed a larger text are shuffled again.
        var once =
            series.Text.Body.StartsWith('{') && series.Text.Body.IndexOf('}', StringComparison.Ordinal) == series.Text.Body.Length - 1;
        if (once && decks.UsedUp(series.Space, series.Text.Body[1..^1]))
            return null;
        var phrase = new Phrase(chance, stage.Calendar.DayAt(author.Place, at), deck => decks.Draw(series.Space, deck));
        var title = series.Text.Title is { } text ? phrase.Fill(text) : null;
        var body = phrase.Fill(series.Text.Body);
        if (!_told.Add((series.Space, title + body)))
            return null;
        var post = new DraftPost(Cast.Spaces.Single(space => space.Key == series.Space), series.Kind, author, at)
        {
            Channel = conversations.ChannelOf(author, chance),
            Title = title,
            Text = body,
            Topics = series.Topics,
            Serial = true,
        };
        conversations.Speak(post, [.. phrase.CardLines, .. series.Text.Lines], phrase.Fill, chance);
        return post;
    }
}
