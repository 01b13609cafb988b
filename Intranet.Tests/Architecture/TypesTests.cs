using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Intranet.App.Data;
using Intranet.Domain.Access;
using Intranet.Tests.House;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Intranet.Tests.Architecture;

public sealed partial class TypesTests
{
    private static readonly Assembly App = typeof(IntranetDb).Assembly;
    private static readonly Assembly Domain = typeof(Refusal).Assembly;

    [Fact]
    public void Classes_are_sealed_unless_something_derives_from_them()
    {
        var all = App.GetTypes().Concat(Domain.GetTypes()).Where(IsHandWritten).ToList();
        var parents = all.Select(type => type.BaseType)
            .OfType<Type>()
            .Select(type => type.IsGenericType ? type.GetGenericTypeDefinition() : type)
            .ToHashSet();

        var open = all.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !parents.Contains(type))
            // A .razor file has no place to say sealed; migrations and Program are written by the tools.
            .Where(type => !type.IsAssignableTo(typeof(IComponent)) && type.Name is not ("_Imports" or "Program"))
            .Where(type => !type.IsAssignableTo(typeof(Migration)) && !type.IsAssignableTo(typeof(ModelSnapshot)));

        Says.Nothing(open.Select(type => type.FullName), "Sealed by default: a class to derive from is a decision.");
    }

    [Fact]
    public void Type_names_say_what_a_thing_is()
    {
        string[] empty = ["Manager", "Helper", "Helpers", "Impl", "Base", "Dto", "Info", "Util", "Utils"];

        var named = App.GetTypes()
            .Concat(Domain.GetTypes())
            .Concat(typeof(TypesTests).Assembly.GetTypes())
            .Where(IsHandWritten)
            .Where(type => Array.Exists(empty, word => type.Name.Split('`')[0].EndsWith(word, StringComparison.Ordinal)));

        Says.Nothing(named.Select(type => type.FullName), $"A name that ends in {string.Join(", ", empty)} says nothing; name the thing.");
    }

    [Fact]
    public void Every_public_type_of_the_domain_says_what_it_is_for()
    {
        var silent =
            from file in Repository.Files
            where file.StartsWith("Intranet.Domain/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal)
            let lines = File.ReadAllLines(Repository.PathOf(file))
            from index in Enumerable.Range(0, lines.Length)
            where PublicType().IsMatch(lines[index]) && !HasSummary(lines, index)
            select $"{file}({index + 1}): {lines[index].Trim()}";

        Says.Nothing(silent, "A public type of the Domain carries one sentence, /// <summary>, saying what it is for.");
    }

    private static bool HasSummary(string[] lines, int index)
    {
        var above = index - 1;
        while (above >= 0 && lines[above].StartsWith('['))
            above--;
        for (; above >= 0 && lines[above].StartsWith("///", StringComparison.Ordinal); above--)
        {
            if (lines[above].Contains("<summary>", StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    private static bool IsHandWritten(Type type) =>
        !type.IsDefined(typeof(CompilerGeneratedAttribute)) && !type.Name.Contains('<') && type.DeclaringType?.Name.Contains('<') != true;

    [GeneratedRegex(@"^public (?:static |sealed |abstract |partial |readonly |ref )*(?:class|record|struct|enum|interface|delegate)\b")]
    private static partial Regex PublicType();
}
