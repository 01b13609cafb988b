using Intranet.App.Data;
using Intranet.Domain.People;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Data;

public sealed class ReadAtOnceTests
{
    [Theory, OnBoth]
    public async Task Answers_fit_each_other_and_nobody_waits_for_them_to_write(Engine engine)
    {
        await using var office = await Office.Open(engine);
        await office.Employee("Anna");

        var (before, after) = await office.Store.ReadAtOnce(
            Viewer.Nobody,
            async db =>
            {
                var first = await Count(db);
                await office.Employee("Ben");
                return (first, await Count(db));
            }
        );

        Assert.Equal((1, 1), (before, after));
        Assert.Equal(2, await office.Store.Read(Viewer.Nobody, Count));

        static Task<int> Count(IntranetDb db) => db.People.IgnoreQueryFilters([Sight.Name]).CountAsync(p => p.Kind == PersonKind.Employee);
    }
}
