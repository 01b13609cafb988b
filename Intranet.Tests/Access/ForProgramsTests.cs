using System.Net;
using System.Net.Http.Json;
using Intranet.Tests.World;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Access;

/// <summary>What somebody is answered who can do nothing with a page.</summary>
public sealed class ForProgramsTests
{
    [Theory]
    [InlineData("/api/uploads/01890000-0000-7000-8000-000000000000", "*/*", HttpStatusCode.Unauthorized)]
    [InlineData("/files/documents/01890000-0000-7000-8000-000000000000", "application/octet-stream", HttpStatusCode.Unauthorized)]
    [InlineData("/files/documents/01890000-0000-7000-8000-000000000000", "text/html,*/*;q=0.8", HttpStatusCode.Redirect)]
    [InlineData("/spaces", "*/*", HttpStatusCode.Redirect)]
    public async Task Without_a_session_a_program_hears_so_and_a_browser_is_led_to_sign_in(
        string path,
        string accept,
        HttpStatusCode status
    )
    {
        await using var office = await Office.Serve(Engine.Sqlite);
        using var nobody = Nobody(office);
        nobody.DefaultRequestHeaders.Add("Accept", accept);

        using var answer = await nobody.GetAsync(path);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Who_only_asks_what_is_there_is_answered_like_a_browser_without_the_page()
    {
        await using var office = await Office.Serve(Engine.Sqlite);
        var ann = await office.Employee("Ann");
        using var browser = office.Browser(await office.Cookie(ann.Id));
        using var nobody = Nobody(office);

        foreach (var who in new[] { browser, nobody })
        foreach (var path in new[] { "/", "/spaces", "/documents", "/me/profile", "/sign-in", "/nowhere" })
        foreach (var accept in new[] { "text/html", "*/*" })
        {
            using var asked = new HttpRequestMessage(HttpMethod.Head, path) { Headers = { { "Accept", accept } } };
            using var opened = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept", accept } } };
            using var head = await who.SendAsync(asked);
            using var get = await who.SendAsync(opened);
            Assert.Equal((get.StatusCode, get.Headers.Location), (head.StatusCode, head.Headers.Location));
            Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public async Task What_a_program_sends_without_a_session_is_refused_also_when_it_would_take_a_page()
    {
        await using var office = await Office.Serve(Engine.Sqlite);
        using var nobody = Nobody(office);
        nobody.DefaultRequestHeaders.Add("Accept", "text/html");

        using var answer = await nobody.PostAsJsonAsync("/api/uploads", new { });

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("Sign in first.", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_request_that_is_too_long_is_refused_with_a_sentence()
    {
        await using var office = await Office.Serve(
            Engine.Sqlite,
            builder => builder.Services.Configure<KestrelServerOptions>(k => k.Limits.MaxRequestBodySize = 1000)
        );
        var ann = await office.Employee("Ann");
        using var browser = office.Browser(await office.Cookie(ann.Id));

        using var answer = await browser.PostAsJsonAsync("/api/uploads", new { name = new string('x', 2000) });

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("too long", await answer.Content.ReadAsStringAsync());
    }

    private static HttpClient Nobody(Office office) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(office.Address) };
}
