using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Intranet.Tests.Servers;
using Intranet.Tests.World;

namespace Intranet.Tests.Layout;

public sealed class PageCompressionTests
{
    [Fact]
    public async Task A_page_comes_compressed_to_who_can_read_it_so_and_plain_to_others()
    {
        await using var office = await Office.Serve(Engine.Sqlite);
        using var http = new HttpClient { BaseAddress = new Uri(office.Address) };

        using var plain = await http.GetAsync("/sign-in");
        http.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        using var packed = await http.GetAsync("/sign-in");

        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.Equal(["br"], packed.Content.Headers.ContentEncoding);
        Assert.True((await packed.Content.ReadAsByteArrayAsync()).Length < (await plain.Content.ReadAsByteArrayAsync()).Length * 2 / 3);
    }

    [Fact]
    public async Task The_files_of_a_page_come_compressed_and_to_be_kept_also_where_it_runs_from_its_source()
    {
        await using var run = await AppProcess.Start(
            environment: new Dictionary<string, string?> { ["ASPNETCORE_ENVIRONMENT"] = "Development" }
        );
        using var http = new HttpClient { BaseAddress = new Uri(run.Address) };
        var page = await http.GetStringAsync("/welcome");
        using var font = await http.GetAsync(Regex.Match(page, @"fonts/inter-latin\.\w+\.woff2").Value);
        Assert.Equal("font/woff2", font.Content.Headers.ContentType?.MediaType);
        Assert.Contains("immutable", font.Headers.CacheControl!.ToString());
        http.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        foreach (var name in new[] { "css/house", "js/house" })
        {
            using var file = await http.GetAsync(Regex.Match(page, $@"{name}\.\w+\.(css|js)").Value);

            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
            Assert.Equal(["gzip"], file.Content.Headers.ContentEncoding);
            Assert.Contains("immutable", file.Headers.CacheControl!.ToString());
            var packed = await file.Content.ReadAsByteArrayAsync();
            using var plain = new MemoryStream();
            await new GZipStream(new MemoryStream(packed), CompressionMode.Decompress).CopyToAsync(plain);
            Assert.True(packed.Length < plain.Length / 2, $"{name}: {packed.Length} of {plain.Length} bytes");
        }
    }
}
