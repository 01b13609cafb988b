using System.Net;
using System.Net.Sockets;
using Intranet.App.Documents.Content.Previews;
using Intranet.Domain.Documents.Content;
using Intranet.Tests.Servers;

namespace Intranet.Tests.Documents.Content.Previews;

public sealed class OfficePrinterTests
{
    private const string Oasis = "urn:oasis:names:tc:opendocument:xmlns:";
    private const string Type = "application/vnd.oasis.opendocument.text";
    private static readonly TimeSpan Patient = TimeSpan.FromMinutes(4);
    private readonly string folder = TestFolder.Create("prints");

    [Fact]
    public async Task A_document_is_printed_once_and_what_it_points_to_is_not_fetched()
    {
        var office = Office();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/x.png";
        var pointing = Papers.Zip(
            ("mimetype", Type),
            (
                "content.xml",
                $"<o:document-content xmlns:o=\"{Oasis}office:1.0\" xmlns:t=\"{Oasis}text:1.0\" xmlns:d=\"{Oasis}drawing:1.0\" "
                    + $"xmlns:s=\"{Oasis}svg-compatible:1.0\" xmlns:x=\"http://www.w3.org/1999/xlink\" o:version=\"1.2\"><o:body><o:text>"
                    + "<t:p>Seen<d:frame s:width=\"2cm\" s:height=\"2cm\">"
                    + $"<d:image x:href=\"{address}\" x:type=\"simple\"/></d:frame></t:p></o:text></o:body></o:document-content>"
            ),
            (
                "META-INF/manifest.xml",
                $"<m:manifest xmlns:m=\"{Oasis}manifest:1.0\" m:version=\"1.2\"><m:file-entry m:full-path=\"/\" m:media-type=\"{Type}\"/>"
                    + "<m:file-entry m:full-path=\"content.xml\" m:media-type=\"text/xml\"/></m:manifest>"
            )
        );
        var printer = new OfficePrinter(new PreviewFolder(folder), office, Patient);
        var document = Put(pointing);

        var (file, because) = await printer.PrintAsync(document, "key", ContentKind.Odt);

        Assert.Null(because);
        Assert.StartsWith("%PDF-", File.ReadAllText(file!)[..8]);
        Assert.False(listener.Pending());
        File.WriteAllText(file!, "from the shelf");
        Assert.Equal("from the shelf", File.ReadAllText((await printer.PrintAsync(document, "key", ContentKind.Odt)).File!));
    }

    [Theory]
    [InlineData("exit 1", 60)]
    [InlineData("sleep 747474", 1)]
    [InlineData("kill -SEGV $$", 60)]
    public async Task A_print_that_fails_or_hangs_says_so_and_leaves_nothing(string script, int seconds)
    {
        var program = Path.Combine(folder, "soffice");
        await File.WriteAllTextAsync(program, "#!/bin/sh\n" + script);
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var printer = new OfficePrinter(new PreviewFolder(folder), program, TimeSpan.FromSeconds(seconds));
        var (file, because) = await printer.PrintAsync(Put(Letter("x")), "key", ContentKind.Rtf);
        Assert.Equal((null, "LibreOffice could not print this document, so only the text is shown."), (file, because));
        Assert.False(File.Exists(Path.Combine(folder, "key.pdf")));
    }

    private static string Office()
    {
        Assert.SkipWhen(OfficePrinter.Installed is null, "LibreOffice is not installed; printing documents with it was not tried.");
        return OfficePrinter.Installed!;
    }

    private static byte[] Letter(string text) => System.Text.Encoding.ASCII.GetBytes($"{{\\rtf1 {text}}}");

    private string Put(byte[] content)
    {
        var path = Path.Combine(folder, Guid.NewGuid().ToString("N"));
        File.WriteAllBytes(path, content);
        return path;
    }
}
