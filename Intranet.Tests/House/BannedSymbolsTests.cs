using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Intranet.Tests.House;

/// <summary>Compiles a line that uses each banned symbol; a ban with a misspelt id bans nothing and says nothing.</summary>
public sealed class BannedSymbolsTests
{
    // Read once: some hundred assemblies cost more than compiling a line against them.
    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    [Theory]
    [InlineData("_ = System.DateTime.Now;")]
    [InlineData("_ = System.DateTime.UtcNow;")]
    [InlineData("_ = System.DateTime.Today;")]
    [InlineData("_ = System.DateTimeOffset.Now;")]
    [InlineData("_ = System.DateTimeOffset.UtcNow;")]
    [InlineData("_ = System.Threading.Tasks.Task.FromResult(1).Result;")]
    [InlineData("System.Threading.Tasks.Task.CompletedTask.Wait();")]
    [InlineData("System.Threading.Tasks.Task.CompletedTask.Wait(5);")]
    [InlineData("_ = new Microsoft.AspNetCore.Components.MarkupString(\"\");")]
    [InlineData("_ = Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.IgnoreQueryFilters(new string[0].AsQueryable());")]
    public async Task A_banned_symbol_does_not_compile(string line)
    {
        var found = await Diagnose(line);

        Assert.Equal(["RS0030"], found);
    }

    [Theory]
    [InlineData("_ = System.TimeProvider.System.GetUtcNow();")]
    [InlineData(
        "_ = Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.IgnoreQueryFilters(new string[0].AsQueryable(), new[] { \"sight\" });"
    )]
    public async Task What_is_to_be_used_instead_compiles(string line) => Assert.Empty(await Diagnose(line));

    [Fact]
    public void Every_ban_is_tried_above()
    {
        var bans = File.ReadLines(Repository.PathOf(".dev/BannedSymbols.txt")).Count(line => line.Length > 0);

        var tried = typeof(BannedSymbolsTests)
            .GetMethod(nameof(A_banned_symbol_does_not_compile))!
            .GetCustomAttributes<InlineDataAttribute>()
            .Count();

        Assert.Equal(bans, tried);
    }

    private static async Task<IEnumerable<string>> Diagnose(string line)
    {
        var compilation = CSharpCompilation.Create(
            "Snippet",
            [CSharpSyntaxTree.ParseText($"using System.Linq; public static class Snippet {{ public static void Run() {{ {line} }} }}")],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );
        var options = new AnalyzerOptions([new ListOfBans()]);
        var analysed = compilation.WithAnalyzers([Analyzer()], options);
        var found = await analysed.GetAllDiagnosticsAsync();
        return found.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.Id);
    }

    private static DiagnosticAnalyzer Analyzer()
    {
        var folder = typeof(BannedSymbolsTests)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(a => a.Key == "BannedApiAnalyzers")
            .Value!;
        Assembly.LoadFrom(Path.Combine(folder, "Microsoft.CodeAnalysis.BannedApiAnalyzers.dll"));
        var assembly = Assembly.LoadFrom(Path.Combine(folder, "Microsoft.CodeAnalysis.CSharp.BannedApiAnalyzers.dll"));
        var type = assembly.GetTypes().Single(type => type.Name == "CSharpSymbolIsBannedAnalyzer");
        return (DiagnosticAnalyzer)Activator.CreateInstance(type)!;
    }

    private sealed class ListOfBans : AdditionalText
    {
        public override string Path => Repository.PathOf(".dev", "BannedSymbols.txt");

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(File.ReadAllText(Path));
    }
}
