using System.Net;
using System.Net.Sockets;
using Intranet.App.Access;
using Intranet.App.Data;
using Intranet.App.People;
using Intranet.App.Shared;
using Intranet.Domain.People;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Access;

/// <summary>What others can do to somebody's account without being let in.</summary>
public sealed class FromElsewhereTests
{
    private const string Email = "anna@nordwind.example";
    private const string Right = "quiet harbour lantern fig";

    [Fact]
    public async Task Guessing_from_elsewhere_does_not_keep_the_owner_out()
    {
        await using var office = await Office.Serve(Engine.Sqlite);
        await office.Store.Write(
            Viewer.Nobody,
            work => Staffing.Add(work, office.Get<Accounts>(), new Newcomer("Anna", Email, Duties: Duties.None, Password: Right))
        );
        using var guesser = Client("127.0.0.2");
        using var owner = Client("127.0.0.1");
        for (var i = 0; i < Throttle.FreeTries; i++)
            Assert.Contains("is not right", await Enter(office, guesser, "not the right password"));
        Assert.Contains("Too many tries", await Enter(office, guesser, Right));

        Assert.Equal("", await Enter(office, owner, Right));
    }

    [Theory]
    [InlineData("https://elsewhere.example", HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.Redirect)]
    public async Task A_form_on_another_site_signs_nobody_out(string? origin, HttpStatusCode answered)
    {
        await using var office = await Office.Serve(Engine.Sqlite);
        var anna = await office.Employee("Anna");
        using var browser = office.Browser(await office.Cookie(anna.Id));
        using var form = new HttpRequestMessage(HttpMethod.Post, "/sign-out");
        form.Headers.Add("Origin", origin ?? office.Address);

        using var answer = await browser.SendAsync(form);

        Assert.Equal(answered, answer.StatusCode);
        Assert.Equal(origin is null, answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Asked_for_by_a_name_that_was_not_allowed_it_answers_nothing()
    {
        await using var office = await Office.Serve(Engine.Sqlite, builder => builder.Configuration["AllowedHosts"] = "127.0.0.1");
        using var client = Client("127.0.0.1");
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"{office.Address}/sign-in")).StatusCode);

        client.DefaultRequestHeaders.Host = "elsewhere.example";

        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync($"{office.Address}/sign-in")).StatusCode);
        Assert.Equal("ok", await client.GetStringAsync($"{office.Address}/healthz"));
    }

    [Theory]
    [InlineData("127.0.0.1", "intra.example", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", "elsewhere.example", HttpStatusCode.BadRequest)]
    [InlineData("127.0.0.2", "intra.example", HttpStatusCode.BadRequest)]
    public async Task The_name_that_was_asked_for_is_the_one_a_believed_proxy_passes_on(string from, string asked, HttpStatusCode answered)
    {
        await using var office = await Office.Serve(
            Engine.Sqlite,
            builder => (builder.Configuration["AllowedHosts"], builder.Configuration[Proxies.Variable]) = ("intra.example", "127.0.0.1")
        );
        using var proxy = Client(from);
        proxy.DefaultRequestHeaders.Host = "upstream";
        proxy.DefaultRequestHeaders.Add("X-Forwarded-Host", asked);

        using var answer = await proxy.GetAsync($"{office.Address}/sign-in");

        Assert.Equal(answered, answer.StatusCode);
    }

    [Theory]
    [InlineData("GET /sign-in HTTP/1.0\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n")]
    public async Task Who_asks_without_a_name_is_refused_and_breaks_nothing(string request)
    {
        await using var office = await Office.Serve(Engine.Sqlite);
        using var line = new TcpClient();
        await line.ConnectAsync(IPAddress.Loopback, new Uri(office.Address).Port);
        await line.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(line.GetStream());

        Assert.Contains(" 400 ", await reader.ReadLineAsync());
    }

    [Theory]
    [InlineData("1.1", null, false)]
    [InlineData("1.0", null, true)]
    [InlineData("1.1", "10.0.0.0/8", true)]
    public async Task A_proxy_that_says_nothing_of_its_visitors_claims_nothing(string protocol, string? proxies, bool asked)
    {
        await using var office = await Office.Serve(Engine.Sqlite, builder => builder.Configuration[Proxies.Variable] = proxies);
        await office.Store.Write(Viewer.Nobody, work => work.Db.Settings.ExecuteDeleteAsync());
        using var client = Client("127.0.0.1");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{office.Address}/welcome/set-up") { Version = new Version(protocol) };

        using var answer = await client.SendAsync(request);

        Assert.Equal(asked, (await answer.Content.ReadAsStringAsync()).Contains("Code from the console"));
    }

    /// <summary>Signs in by the form; empty when it led on, otherwise the page that came back.</summary>
    private static async Task<string> Enter(Office office, HttpClient client, string password)
    {
        var address = $"{office.Address}/sign-in";
        var page = await client.GetStringAsync(address);
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["_handler"] = "sign-in",
                ["__RequestVerificationToken"] = page.Split("__RequestVerificationToken\" value=\"")[1].Split('"')[0],
                ["Entry.Email"] = Email,
                ["Entry.Password"] = password,
            }
        );
        using var answer = await client.PostAsync(address, form);
        return answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther ? "" : await answer.Content.ReadAsStringAsync();
    }

    /// <summary>A browser on another address of this machine.</summary>
    private static HttpClient Client(string from) =>
        new(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                ConnectCallback = async (context, stop) =>
                {
                    var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                    socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
                    await socket.ConnectAsync(context.DnsEndPoint, stop);
                    return new NetworkStream(socket, ownsSocket: true);
                },
            }
        );
}
