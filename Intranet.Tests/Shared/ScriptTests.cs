using Intranet.App.Shared;
using Microsoft.JSInterop;

namespace Intranet.Tests.Shared;

/// <summary>A part of the screen that is closed before its script has begun.</summary>
public sealed class ScriptTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_part_that_is_closed_while_its_script_begins_fails_nothing_and_leaves_nothing_behind(int closedBefore)
    {
        var browser = new Browser();
        var script = new Script<ScriptTests>(this);
        var attaching = script.Attach(browser, "/js/some.js", script.Self);
        if (closedBefore > 0)
            browser.Answer();

        await script.DisposeAsync();
        browser.Answer();
        await attaching;
        await script.Tell("focus");

        Assert.False(script.Runs);
        Assert.Equal(closedBefore > 0 ? ["import", "attach", "detach"] : ["import"], browser.Heard);
    }

    [Fact]
    public async Task What_fails_in_a_script_while_its_part_is_open_is_told()
    {
        var script = new Script<ScriptTests>(this);
        var browser = new Browser { Fails = true };

        await Assert.ThrowsAsync<JSException>(() => script.Attach(browser, "/js/some.js", script.Self));
    }

    /// <summary>Answers each question when it is told to; as a module and as what a module gives it is the same.</summary>
    private sealed class Browser : IJSRuntime, IJSObjectReference
    {
        private readonly Queue<TaskCompletionSource> _asked = new();

        public List<string> Heard { get; } = [];
        public bool Fails { get; init; }

        public void Answer()
        {
            if (_asked.TryDequeue(out var waiting))
                waiting.SetResult();
        }

        public async ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args)
        {
            Heard.Add(identifier);
            if (Fails)
                throw new JSException("There is no such script.");
            if (identifier is "import" or "attach")
            {
                var answer = new TaskCompletionSource();
                _asked.Enqueue(answer);
                await answer.Task;
            }
            return typeof(TValue) == typeof(IJSObjectReference) ? (TValue)(object)this : default!;
        }

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) =>
            InvokeAsync<TValue>(identifier, args);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
