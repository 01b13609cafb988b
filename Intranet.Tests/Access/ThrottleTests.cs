using Intranet.App.Access;
using Intranet.App.Shared;
using Microsoft.Extensions.Time.Testing;

namespace Intranet.Tests.Access;

public sealed class ThrottleTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private readonly Throttle _throttle;

    public ThrottleTests() => _throttle = new Throttle(_clock);

    [Fact]
    public void People_who_come_in_at_the_same_moment_from_one_office_do_not_slow_each_other_down()
    {
        var throttle = new Throttle(TimeProvider.System);
        var slowed = 0;

        Parallel.For(
            0,
            100_000,
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            i =>
            {
                if (throttle.Take(($"account {i}", 5), ("the office", int.MaxValue)) is not null)
                    Interlocked.Increment(ref slowed);
            }
        );

        Assert.Equal(0, slowed);
    }

    [Fact]
    public void Five_tries_are_free_and_then_each_doubles_the_wait()
    {
        for (var i = 0; i < 5; i++)
            Assert.Null(Take());
        Assert.Equal(TimeSpan.FromSeconds(5), Take());
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Null(Take());
        Assert.Equal(TimeSpan.FromSeconds(10), Take());
        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Null(Take());
        Assert.Equal(TimeSpan.FromSeconds(20), Take());
    }

    [Fact]
    public void The_wait_never_grows_beyond_a_quarter_of_an_hour()
    {
        for (var i = 0; i < 60; i++)
        {
            Assert.True((Take() ?? TimeSpan.Zero) <= TimeSpan.FromMinutes(15));
            _clock.Advance(TimeSpan.FromMinutes(15));
        }
    }

    [Fact]
    public void Being_right_starts_afresh_and_others_are_not_slowed()
    {
        for (var i = 0; i < 5; i++)
            Take();
        Assert.NotNull(Take());
        Assert.Null(_throttle.Take(("other", 5)));
        _throttle.Clear("key");
        Assert.Null(Take());
    }

    [Fact]
    public void A_try_given_back_does_not_count()
    {
        for (var i = 0; i < 20; i++)
        {
            Assert.Null(Take());
            _throttle.Return("key");
        }
    }

    [Fact]
    public void What_was_said_is_remembered_for_a_while()
    {
        Assert.True(_throttle.FirstTime("said", TimeSpan.FromMinutes(3)));
        Assert.False(_throttle.FirstTime("said", TimeSpan.FromMinutes(3)));
        _clock.Advance(TimeSpan.FromMinutes(3));
        Assert.True(_throttle.FirstTime("said", TimeSpan.FromMinutes(3)));
    }

    [Fact]
    public void Many_invented_accounts_do_not_fill_the_memory()
    {
        for (var i = 0; i < 60_000; i++)
            _throttle.Take(($"invented {i}", 5));
        Assert.Null(Take());
    }

    private TimeSpan? Take() => _throttle.Take(("key", 5));
}
