namespace Intranet.Domain.Documents.Content;

/// <summary>A kind of file: what people call it, how it is told to browsers, and the extensions it goes by.</summary>
public sealed record ContentKind(string Words, string MediaType, Family Family, Nature Nature, string Extensions)
{
    private const string OpenXml = "application/vnd.openxmlformats-officedocument.";
    private const string Oasis = "application/vnd.oasis.opendocument.";
    private const string MacroWord = "application/vnd.ms-word.document.macroEnabled.12";
    private const string MacroExcel = "application/vnd.ms-excel.sheet.macroEnabled.12";
    private const string MacroSlides = "application/vnd.ms-powerpoint.presentation.macroEnabled.12";

    public static readonly ContentKind Unknown = new("a file of unknown type", "application/octet-stream", Family.Other, Nature.Still, "");

    public static readonly ContentKind Text = Of(
        "a text",
        "text/plain",
        Family.Text,
        "txt text log ini conf cfg properties srt vtt ics vcf"
    );
    public static readonly ContentKind Code = Of(
        "a source text",
        "text/plain",
        Family.Text,
        "cs fs vb java kt scala c h cpp hpp cc go rs swift rb pl php lua r sql css scss less ts tsx jsx vue json jsonl yaml yml toml csproj sln tex diff patch xml xsd xsl razor py"
    );
    public static readonly ContentKind Markdown = Of("a Markdown text", "text/plain", Family.Text, "md markdown");
    public static readonly ContentKind Csv = Of("a table", "text/plain", Family.Text, "csv tsv tab");
    public static readonly ContentKind Mail = Of("a mail", "message/rfc822", Family.Text, "eml");
    public static readonly ContentKind Rtf = Of("a rich text", "application/rtf", Family.Text, "rtf");
    public static readonly ContentKind Html = new(
        "a web page",
        "text/html",
        Family.Page,
        Nature.Active,
        "html htm xhtml xht mht mhtml shtml"
    );
    public static readonly ContentKind Svg = new("a drawing (SVG)", "image/svg+xml", Family.Page, Nature.Active, "svg svgz");
    public static readonly ContentKind Script = new(
        "a script",
        "text/plain",
        Family.Text,
        Nature.Program,
        "js mjs cjs jse vbs vbe wsf wsh hta bat cmd ps1 psm1 sh bash reg"
    );

    public static readonly ContentKind Pdf = Of("a PDF", "application/pdf", Family.Pdf, "pdf");

    public static readonly ContentKind Docx = Of("a Word document", OpenXml + "wordprocessingml.document", Family.Zip, "docx dotx");
    public static readonly ContentKind Xlsx = Of("an Excel workbook", OpenXml + "spreadsheetml.sheet", Family.Zip, "xlsx xltx");
    public static readonly ContentKind Pptx = Of(
        "a PowerPoint presentation",
        OpenXml + "presentationml.presentation",
        Family.Zip,
        "pptx potx ppsx"
    );
    public static readonly ContentKind Docm = new("a Word document with macros", MacroWord, Family.Zip, Nature.Macros, "docm dotm");
    public static readonly ContentKind Xlsm = new(
        "an Excel workbook with macros",
        MacroExcel,
        Family.Zip,
        Nature.Macros,
        "xlsm xltm xlam xlsb"
    );
    public static readonly ContentKind Pptm = new(
        "a presentation with macros",
        MacroSlides,
        Family.Zip,
        Nature.Macros,
        "pptm potm ppsm ppam"
    );
    public static readonly ContentKind Odt = Of("an OpenDocument text", Oasis + "text", Family.Zip, "odt ott");
    public static readonly ContentKind Ods = Of("an OpenDocument spreadsheet", Oasis + "spreadsheet", Family.Zip, "ods ots");
    public static readonly ContentKind Odp = Of("an OpenDocument presentation", Oasis + "presentation", Family.Zip, "odp otp");
    public static readonly ContentKind Odg = Of("an OpenDocument drawing", Oasis + "graphics", Family.Zip, "odg otg");
    public static readonly ContentKind Odm = new("an OpenDocument with macros", "application/octet-stream", Family.Zip, Nature.Macros, "");
    public static readonly ContentKind Epub = Of("an e-book", "application/epub+zip", Family.Zip, "epub");
    public static readonly ContentKind IWork = Of("an Apple iWork document", "application/octet-stream", Family.Zip, "pages numbers key");
    public static readonly ContentKind Jar = new(
        "a Java program",
        "application/java-archive",
        Family.Program,
        Nature.Program,
        "jar war ear apk"
    );
    public static readonly ContentKind Zip = Of("a zip archive", "application/zip", Family.Zip, "zip");

    public static readonly ContentKind Doc = Of("an older Word document", "application/msword", Family.Compound, "doc dot");
    public static readonly ContentKind Xls = Of("an older Excel workbook", "application/vnd.ms-excel", Family.Compound, "xls xlt");
    public static readonly ContentKind Ppt = Of("an older presentation", "application/vnd.ms-powerpoint", Family.Compound, "ppt pot pps");
    public static readonly ContentKind Msg = Of("an Outlook mail", "application/vnd.ms-outlook", Family.Compound, "msg");
    public static readonly ContentKind Locked = Of("an Office document with a password", "application/octet-stream", Family.Compound, "");
    public static readonly ContentKind OldMacros = new(
        "an older Office document with macros",
        "application/octet-stream",
        Family.Compound,
        Nature.Macros,
        ""
    );
    public static readonly ContentKind Compound = Of("a Microsoft compound file", "application/octet-stream", Family.Compound, "");
    public static readonly ContentKind Msi = new(
        "a Windows installer",
        "application/octet-stream",
        Family.Program,
        Nature.Program,
        "msi msp"
    );

    public static readonly ContentKind Png = Of("a PNG picture", "image/png", Family.Image, "png");
    public static readonly ContentKind Jpeg = Of("a JPEG picture", "image/jpeg", Family.Image, "jpg jpeg jpe jfif");
    public static readonly ContentKind Gif = Of("a GIF picture", "image/gif", Family.Image, "gif");
    public static readonly ContentKind WebP = Of("a WebP picture", "image/webp", Family.Image, "webp");
    public static readonly ContentKind OtherImage = Of(
        "a picture",
        "application/octet-stream",
        Family.Image,
        "bmp tif tiff heic heif avif ico psd"
    );

    public static readonly ContentKind Mp4 = Of("a film", "video/mp4", Family.Film, "mp4 m4v mov");
    public static readonly ContentKind WebM = Of("a film", "video/webm", Family.Film, "webm mkv");
    public static readonly ContentKind Mp3 = Of("a sound recording", "audio/mpeg", Family.Film, "mp3");
    public static readonly ContentKind Ogg = Of("a sound recording", "audio/ogg", Family.Film, "ogg oga opus ogv");
    public static readonly ContentKind Wav = Of("a sound recording", "audio/wav", Family.Film, "wav");
    public static readonly ContentKind Flac = Of("a sound recording", "audio/flac", Family.Film, "flac");
    public static readonly ContentKind M4a = Of("a sound recording", "audio/mp4", Family.Film, "m4a aac");

    public static readonly ContentKind Archive = Of(
        "an archive",
        "application/octet-stream",
        Family.Archive,
        "7z rar gz tgz bz2 xz zst tar cab"
    );
    public static readonly ContentKind Program = new(
        "a program",
        "application/octet-stream",
        Family.Program,
        Nature.Program,
        "exe dll com scr pif cpl sys elf so bin run class dmg lnk"
    );

    /// <summary>Every kind that goes by an extension.</summary>
    private static readonly Dictionary<string, ContentKind> ByExtension = typeof(ContentKind)
        .GetFields(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Static)
        .Select(field => field.GetValue(null))
        .OfType<ContentKind>()
        .SelectMany(kind => kind.Extensions.Split(' ', StringSplitOptions.RemoveEmptyEntries), (kind, extension) => (kind, extension))
        .ToDictionary(pair => pair.extension, pair => pair.kind);

    /// <summary>The kind a name speaks of, or null when its extension says nothing.</summary>
    public static ContentKind? Named(string name) => ByExtension.GetValueOrDefault(FileName.Extension(name));

    public override string ToString() => Words;

    private static ContentKind Of(string words, string mediaType, Family family, string extensions) =>
        new(words, mediaType, family, Nature.Still, extensions);
}
