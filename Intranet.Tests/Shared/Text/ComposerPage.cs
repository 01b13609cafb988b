using Intranet.Tests.House;
using Intranet.Tests.Servers;
using Microsoft.Playwright;

namespace Intranet.Tests.Shared.Text;

/// <summary>A page with two composers whose scripts are the served ones and whose .NET side is a list of calls.</summary>
internal sealed class ComposerPage(IBrowserContext context, IPage page) : IAsyncDisposable
{
    private const string Markup = """
        <!DOCTYPE html><html lang="en"><title>Composer</title><body>
        <div id="one"><textarea aria-label="One"></textarea><button data-act="bold">Bold</button><button data-act="emoji">Emoji</button>
        <button data-publish onclick="calls.push(['Preview'])">Preview</button>
        <div class="composer-foot"><button data-publish onclick="calls.push(['Publish'])">Publish</button></div><p data-status role="status"></p></div>
        <div id="two"><textarea aria-label="Two"></textarea><button data-act="bold">Bold</button></div>
        <script type="module">
        import { attach } from "/js/composer.js";
        import * as text from "/js/composer-text.js";
        window.calls = [];
        window.people = [{ kind: "person", id: "11111111-1111-1111-1111-111111111111", name: "Ann [Lee]", detail: "Sales" },
                         { kind: "space", id: "22222222-2222-2222-2222-222222222222", name: "Annex", detail: "" }];
        const dotnet = { invokeMethodAsync: async (name, words) => { calls.push([name, words]); return name === "FindMentions" ? people : null; } };
        window.text = text;
        window.start = id => attach(document.getElementById(id), dotnet, { draftKey: id, maxLength: 20000 });
        window.one = start("one");
        window.two = start("two");
        </script>
        """;

    public IPage Page => page;

    public ILocator One => page.GetByLabel("One");

    public ILocator Two => page.GetByLabel("Two");

    public static async Task<ComposerPage> Open(Func<IRoute, Task>? upload = null)
    {
        var context = await (await Chromium.Browser).NewContextAsync();
        var page = await context.NewPageAsync();
        await page.RouteAsync("http://composer.test/**", route => Answer(route, upload));
        var opened = new ComposerPage(context, page);
        await opened.Reload();
        return opened;
    }

    public async Task Reload()
    {
        await Page.GotoAsync("http://composer.test/");
        await Page.WaitForFunctionAsync("() => window.two");
    }

    public Task<string> Value(ILocator textarea) => textarea.InputValueAsync();

    public Task Paste(string kind, string content) =>
        Page.EvaluateAsync(
            """
            ([kind, content]) => {
              const data = new DataTransfer();
              data.setData(kind, content);
              const paste = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
              document.activeElement.dispatchEvent(paste);
            }
            """,
            new[] { kind, content }
        );

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    private static Task Answer(IRoute route, Func<IRoute, Task>? upload)
    {
        var path = new Uri(route.Request.Url).AbsolutePath;
        if (path == "/")
        {
            return route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = Markup });
        }

        if (path == "/api/images" && upload is not null)
        {
            return upload(route);
        }

        var file = Path.Combine(Repository.Root, "wwwroot-assets", path.TrimStart('/'));
        var kind = path.EndsWith(".json", StringComparison.Ordinal) ? "application/json" : "text/javascript; charset=utf-8";
        return File.Exists(file)
            ? route.FulfillAsync(new() { ContentType = kind, Body = File.ReadAllText(file) })
            : route.FulfillAsync(new() { Status = 404 });
    }
}
