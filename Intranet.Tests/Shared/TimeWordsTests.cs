using Intranet.App.Shared;

namespace Intranet.Tests.Shared;

public sealed class TimeWordsTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 13, 5, 0, TimeSpan.FromHours(1));

    [Theory]
    [InlineData("2026-11-23T13:04:30+01:00", "just now")]
    [InlineData("2026-11-23T13:01:00+01:00", "4 min")]
    [InlineData("2026-11-23T12:05:01+01:00", "59 min")]
    [InlineData("2026-11-23T12:05:00+01:00", "1 h")]
    [InlineData("2026-11-23T00:10:00+01:00", "12 h")]
    [InlineData("2026-11-22T16:20:00+01:00", "yesterday 16:20")]
    [InlineData("2026-11-20T09:05:00+01:00", "Friday 9:05")]
    [InlineData("2026-11-16T09:05:00+01:00", "16 November")]
    [InlineData("2025-11-23T09:05:00+01:00", "23 November 2025")]
    [InlineData("2026-11-23T13:09:00+01:00", "in 4 min")]
    [InlineData("2026-11-23T18:30:00+01:00", "today 18:30")]
    [InlineData("2026-11-24T09:00:00+01:00", "tomorrow 9:00")]
    public void A_time_is_said_as_people_say_it(string at, string said) =>
        Assert.Equal(said, TimeWords.Say(DateTimeOffset.Parse(at), Now, Berlin));

    [Fact]
    public void Half_an_hour_ago_across_midnight_is_still_minutes()
    {
        var now = new DateTimeOffset(2026, 11, 23, 0, 10, 0, TimeSpan.FromHours(1));
        Assert.Equal("30 min", TimeWords.Say(now.AddMinutes(-30), now, Berlin));
    }

    [Fact]
    public void Yesterday_is_yesterday_where_the_reader_is()
    {
        var at = new DateTimeOffset(2026, 11, 22, 23, 30, 0, TimeSpan.Zero);
        var now = at.AddHours(2);
        Assert.Equal("2 h", TimeWords.Say(at, now, Berlin));
        Assert.Equal("yesterday 23:30", TimeWords.Say(at, now, TimeZoneInfo.Utc));
    }

    [Fact]
    public void In_full_names_day_date_and_time() => Assert.Equal("Monday 23 November 2026, 13:05", TimeWords.InFull(Now, Berlin));
}
