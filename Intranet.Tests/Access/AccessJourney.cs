using System.Net;
using Intranet.App;
using Intranet.App.Access;
using Intranet.App.Admin.Start;
using Intranet.App.Data;
using Intranet.App.People;
using Intranet.Domain.People;
using Intranet.Tests.Servers;
using Intranet.Tests.World;
using Microsoft.Playwright;

namespace Intranet.Tests.Access;

/// <summary>A running intranet that has been set up, and the steps its visitors take.</summary>
public abstract class AccessJourney : Journey
{
    protected const string Founder = "ingrid@nordwind.example";
    protected const string Password = "quiet harbour lantern fig";

    private AppProcess? _process;
    private Office? _served;
    private Beside? _beside;

    /// <summary>The intranet as a process of its own, where the journey asked for one.</summary>
    protected AppProcess Process => _process ?? throw new InvalidOperationException("The intranet is no process of its own.");

    protected string Data => _served?.Installation.Folder ?? Process.Data;

    /// <summary>The same data, seen past the running server as another process would.</summary>
    protected Beside Beside => _beside ??= new Beside(Data);

    /// <summary>By name, because passkeys are bound to a name and not to a number.</summary>
    protected string Address => (_served?.Address ?? Process.Address).Replace("127.0.0.1", "localhost");

    /// <summary>Starts on an intranet that its founder has just set up, in this very process: what one journey had to compile the next finds compiled.</summary>
    /// <param name="set">Changes the settings it starts with.</param>
    protected async Task Start(Func<Installation, Installation>? set = null)
    {
        var installation = await Office.Installed(Engine.Sqlite);
        _served = await Office.Serve(set?.Invoke(installation) ?? installation);
        await _served.Get<FirstStart>().SetUp(new Founding("Nordwind Energy", "Ingrid Solheim", Founder, Password));
    }

    /// <summary>The same as a process of its own, which can be killed.</summary>
    protected async Task StartProcess(bool setUp = true) =>
        _process = await AppProcess.Start(
            environment: setUp
                ? new Dictionary<string, string?>
                {
                    ["INTRANET_ORGANISATION"] = "Nordwind Energy",
                    ["INTRANET_ADMIN_NAME"] = "Ingrid Solheim",
                    ["INTRANET_ADMIN_EMAIL"] = Founder,
                    ["INTRANET_ADMIN_PASSWORD"] = Password,
                }
                : null
        );

    /// <summary>Starts on the demo company.</summary>
    protected async Task StartDemo() => _served = await Office.Serve(new Installation(await DemoFolder.Copy()));

    public override async ValueTask DisposeAsync()
    {
        if (_beside is not null)
            await _beside.DisposeAsync();
        try
        {
            await base.DisposeAsync();
        }
        finally
        {
            if (_served is not null)
                await _served.DisposeAsync();
            if (_process is not null)
                await _process.DisposeAsync();
            GC.SuppressFinalize(this);
        }
    }

    protected async Task<IPage> SignedIn(string email = Founder, string password = Password, BrowserNewContextOptions? options = null)
    {
        var page = await Open($"{Address}/sign-in", options);
        await SignIn(page, email, password);
        await Arrive(page, $"{Address}/");
        return page;
    }

    /// <summary>Signs one of the demo's cast in, by one click on their name, and waits for their home page.</summary>
    protected async Task<IPage> Enter(string member)
    {
        var page = await Open($"{Address}/sign-in");
        await page.Locator(".cast button", new() { HasText = member }).ClickAsync();
        await Arrive(page, $"{Address}/");
        await page.Locator("[data-live=yes]").WaitForAsync();
        await page.Locator("article").First.WaitForAsync();
        return page;
    }

    protected static async Task SignIn(IPage page, string email, string password)
    {
        await page.GetByLabel("Email").FillAsync(email);
        await page.GetByLabel("Password").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
    }

    /// <summary>Adds a person past the running server, as the command line does.</summary>
    protected Task AddPerson(string email, string name, Duties duties = Duties.None) =>
        Beside.Write(work => Staffing.Add(work, Beside.Get<Accounts>(), new Newcomer(name, email, Duties: duties, Password: Password)));

    /// <summary>No obstacles on this page, by day and by night.</summary>
    protected static async Task Examine(IPage page, string name)
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            if (Environment.GetEnvironmentVariable("SHOTS") is { } folder)
                foreach (var width in new[] { 1280, 390 })
                {
                    await page.SetViewportSizeAsync(width, 900);
                    await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}-{scheme}.png"), FullPage = true });
                }
            await NoViolations(page, within: null, scheme == ColorScheme.Light ? [] : Axe.Colours);
        }
        await page.SetViewportSizeAsync(1280, 900);
    }

    protected static HttpClient Client() =>
        new(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = true,
                CookieContainer = new CookieContainer(),
            }
        );
}
