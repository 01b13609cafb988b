using System.Collections.Concurrent;
using Intranet.App.Shared.Text;
using Microsoft.AspNetCore.Components;

namespace Intranet.App.Shared;

/// <summary>The icons, drawn once each. The sprite is one cached file, so an icon costs two elements in the page.</summary>
internal sealed class Sprite(string address)
{
    private const string File = "icons.svg";

    private static readonly ConcurrentDictionary<string, Sprite> Known = new();
    private readonly ConcurrentDictionary<(string Name, string? Class), SafeHtml> _drawn = new();

    /// <summary>The sprite at the address it is served under, which changes with its content.</summary>
    public static Sprite Of(ResourceAssetCollection assets) => Known.GetOrAdd(assets[File], address => new Sprite(address));

    /// <summary>The symbol of that id.</summary>
    public SafeHtml Icon(string name, string? classes = null) => _drawn.GetOrAdd((name, classes), Draw);

    private SafeHtml Draw((string Name, string? Class) icon) =>
        SafeHtml.Write(
            $"""<svg class="{(icon.Class is null ? "icon" : $"icon {icon.Class}")}" aria-hidden="true"><use href="{address}#{icon.Name}"></use></svg>"""
        );
}
