using System.Diagnostics.CodeAnalysis;
using Microsoft.JSInterop;

namespace Intranet.Tests.Feeds;

/// <summary>The scripts of a tab as bUnit plays them, and the window's title, which it does not know.</summary>
internal sealed class TabScripts(IJSRuntime played) : IJSRuntime
{
    private const DynamicallyAccessedMemberTypes Kept =
        DynamicallyAccessedMemberTypes.PublicConstructors
        | DynamicallyAccessedMemberTypes.PublicFields
        | DynamicallyAccessedMemberTypes.PublicProperties;

    public string? Title { get; private set; }

    public ValueTask<TValue> InvokeAsync<[DynamicallyAccessedMembers(Kept)] TValue>(string identifier, object?[]? args) =>
        played.InvokeAsync<TValue>(identifier, args);

    public ValueTask<TValue> InvokeAsync<[DynamicallyAccessedMembers(Kept)] TValue>(
        string identifier,
        CancellationToken cancellationToken,
        object?[]? args
    ) => played.InvokeAsync<TValue>(identifier, cancellationToken, args);

    public ValueTask SetValueAsync<[DynamicallyAccessedMembers(Kept)] TValue>(string identifier, TValue value)
    {
        if (identifier != "document.title")
            throw new NotSupportedException($"Nothing plays {identifier}.");
        Title = value?.ToString();
        return ValueTask.CompletedTask;
    }
}
