using System.Net;
using Intranet.App.Adoption;
using Intranet.Domain.Activity;
using Intranet.Domain.People;
using Intranet.Tests.World;

namespace Intranet.Tests.Adoption;

public sealed class OwnFileTests
{
    [Theory, OnBoth]
    public async Task Everybody_who_works_here_takes_their_own_numbers_along_and_nobody_elses(Engine engine)
    {
        await using var office = await Office.Serve(engine);
        var (anna, ben) = (await office.Employee("Anna"), await office.Employee("Ben"));
        await Act(anna, Verb.Opened, Verb.Posted, Verb.Posted);
        await Act(ben, Verb.Reacted);
        await office.Get<Rollup>().CatchUp();

        var mine = (await Fetch(anna)).Lines;

        Assert.Equal(["week,read,reacted,answered,written"], mine.Take(1));
        var week = Assert.Single(mine.Skip(1));
        Assert.Matches(@"^\d{4}-W\d\d,1,0,0,2$", week);
        Assert.Matches(@"^\d{4}-W\d\d,0,1,0,0$", Assert.Single((await Fetch(ben)).Lines.Skip(1)));
        Assert.Equal(HttpStatusCode.NotFound, (await Fetch(await office.Guest("Gina"))).Status);

        async Task<(HttpStatusCode Status, string[] Lines)> Fetch(Person person)
        {
            using var browser = office.Browser(await office.Cookie(person.Id));
            using var answer = await browser.GetAsync(OwnFile.Path);
            var text = await answer.Content.ReadAsStringAsync();
            return (answer.StatusCode, text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        }

        Task Act(Person person, params Verb[] verbs) =>
            office.Store.Write(
                person.Eyes(),
                async work =>
                {
                    await work.Actor();
                    foreach (var verb in verbs)
                        work.Record(verb);
                }
            );
    }
}
