using System.Net.Http.Headers;
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
}
