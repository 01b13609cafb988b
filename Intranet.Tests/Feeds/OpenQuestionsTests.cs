using Intranet.App.Feeds;
using Intranet.Domain.Feeds;
using Intranet.Domain.People;
using Intranet.Tests.World;

namespace Intranet.Tests.Feeds;

public sealed class OpenQuestionsTests
{
    [Theory, OnBoth]
    public async Task A_question_of_somebody_else_waits_until_it_has_an_answer(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        await cast.Says(cast.Owner, "No question at all");
        var first = await cast.Says(cast.Ann, "Where is the torque list?", PostKind.Question);
        var second = await cast.Says(cast.Owner, "Who has the key?", PostKind.Question, "The key");

        Assert.Equal([second, first], await Waiting(cast, cast.Ben));
        Assert.Equal([second], await Waiting(cast, cast.Ann));

        await cast.Answers(cast.Ben, second, "I have it.");
        Assert.Equal([first], await Waiting(cast, cast.Ben));
        await cast.Corrections.Remove(cast.Ann.Eyes(), first);
        Assert.Empty(await Waiting(cast, cast.Ben));
    }

    [Theory, OnBoth]
    public async Task Nobody_is_shown_a_question_of_a_room_they_are_not_in_even_when_they_name_it(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var question = await cast.Says(cast.Ann, "Is it confidential?", PostKind.Question);

        Assert.Equal([question], await Waiting(cast, cast.Ben));
        Assert.Empty(await Waiting(cast, cast.Outsider));
        Assert.Empty(await cast.Office.Get<OpenQuestions>().In(cast.Outsider.Eyes(), [cast.Room.Id]));
    }

    [Theory, OnBoth]
    public async Task What_was_asked_long_ago_no_longer_waits(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var question = await cast.Says(cast.Ann, "Does anybody still read this?", PostKind.Question);
        Assert.Equal([question], await Waiting(cast, cast.Ben));

        cast.Office.Clock.Advance(TimeSpan.FromDays(31));

        Assert.Empty(await Waiting(cast, cast.Ben));
    }

    private static async Task<List<Guid>> Waiting(Cast cast, Person person)
    {
        var open = cast.Office.Get<OpenQuestions>();
        return [.. (await open.In(person.Eyes(), await open.Spaces(person.Eyes()))).Select(q => q.Id)];
    }
}
