using System.Net;
using Intranet.Tests.Servers;
using Microsoft.Playwright;

namespace Intranet.Tests.Access;

/// <summary>A running intranet that has been set up, and the steps its visitors take.</summary>
public abstract class AccessJourney : Journey
{
    protected const string Founder = "ingrid@nordwind.example";
    protected const string Password = "quiet harbour lantern fig";

    private AppProcess? _app;
    private Beside? _beside;

    protected AppProcess App => _app ?? throw new InvalidOperationException("The intranet was not started.");

    /// <summary>The same data from another process.</summary>
    protected Beside Beside => _beside ??= new Beside(App.Data);

    /// <summary>By name, because passkeys are bound to a name and not to a number.</summary>
    protected string Address => App.Address.Replace("127.0.0.1", "localhost");

    protected async Task Start(bool setUp = true) =>
        _app = await AppProcess.Start(
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
    protected async Task StartDemo() => _app = await AppProcess.Start(await DemoFolder.Copy());

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
            if (_app is not null)
                await _app.DisposeAsync();
            GC.SuppressFinalize(this);
        }
    }

    protected async Task<IPage> SignedIn(string email = Founder, string password = Password, BrowserNewContextOptions? options = null)
    {
        var page = await Open($"{Address}/sign-in", options);
        await SignIn(page, email, password);
        await page.WaitForURLAsync($"{Address}/");
        return page;
    }

    /// <summary>Signs one of the demo's cast in, by one click on their name, and waits for their home page.</summary>
    protected async Task<IPage> Enter(string member)
    {
        var page = await Open($"{Address}/sign-in");
        await page.Locator(".cast button", new() { HasText = member }).ClickAsync();
        await page.WaitForURLAsync($"{Address}/");
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

    /// <summary>Adds a person by the command line, while the server runs.</summary>
    protected async Task AddPerson(string email, string name, params string[] more)
    {
        var file = Path.Combine(TestFolder.Create("secret"), "password");
        await File.WriteAllTextAsync(file, Password);
        var (exit, output) = await AppProcess.Run([
            "person",
            "add",
            email,
            "--name",
            name,
            "--password-file",
            file,
            "--data",
            App.Data,
            .. more,
        ]);
        Assert.True(exit == 0, output);
    }

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
