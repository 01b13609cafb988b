using Intranet.App.Data;
using Intranet.Domain.Activity;
using Intranet.Domain.People;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Data;

/// <summary>A server that stops while somebody writes.</summary>
public sealed class ClosingTests
{
    [Fact]
    public async Task Closing_waits_for_the_act_that_has_begun_and_refuses_those_that_come_later()
    {
        var installation = await Office.Installed(Engine.Sqlite);
        var databases = new Databases(installation, TimeProvider.System);
        var (inside, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var anna = new Person(Guid.CreateVersion7(), "Anna", "anna@example.org", PersonKind.Employee);
        var begun = databases.Write(
            Viewer.Nobody,
            async db =>
            {
                db.People.Add(anna);
                inside.SetResult();
                await go.Task;
                return await db.SaveChangesAsync();
            },
            default
        );
        await inside.Task;

        var closing = Task.Run(databases.Dispose);
        await Assert.ThrowsAsync<TimeoutException>(() => closing.WaitAsync(TimeSpan.FromMilliseconds(100)));
        var late = databases.Write(Viewer.Nobody, db => db.People.CountAsync(), default);
        go.SetResult();

        Assert.Equal(1, await begun);
        await closing;
        Assert.True(await Record.ExceptionAsync(() => late.WaitAsync(TimeSpan.FromSeconds(20))) is null or ObjectDisposedException);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => databases.Write(Viewer.Nobody, db => db.People.CountAsync(), default));
        using var again = new Databases(installation, TimeProvider.System);
        await using var opened = again.Open(Viewer.Nobody);
        Assert.True(await opened.People.IgnoreQueryFilters([Sight.Name]).AnyAsync(p => p.Id == anna.Id));
    }
}
