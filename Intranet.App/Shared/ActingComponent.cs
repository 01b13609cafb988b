using Intranet.Domain.Access;
using Microsoft.AspNetCore.Components;

namespace Intranet.App.Shared;

/// <summary>A part of a screen on which somebody acts: a refused act leaves its sentence behind, any other failure is a bug and passes.</summary>
public abstract class ActingComponent : ComponentBase
{
    [CascadingParameter]
    public Me Me { get; set; } = default!;

    protected string? Sentence { get; private set; }

    /// <summary>What has just been done, for those who do not see it.</summary>
    protected string? News { get; set; }

    /// <summary>Whether the act was done; if not, the sentence says why.</summary>
    protected async Task<bool> Try(Func<Task> act)
    {
        try
        {
            Sentence = null;
            await act();
            return true;
        }
        catch (Refusal refusal)
        {
            Sentence = refusal.Message;
            return false;
        }
    }

    /// <summary>The same, and what was done is told.</summary>
    protected async Task<bool> Try(Func<Task> act, string news)
    {
        News = null;
        var done = await Try(act);
        News = done ? news : null;
        return done;
    }
}
