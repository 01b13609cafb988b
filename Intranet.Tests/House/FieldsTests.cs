using System.Text.RegularExpressions;
using Intranet.Tests.Architecture;

namespace Intranet.Tests.House;

public sealed partial class FieldsTests
{
    [Fact]
    public void No_field_writes_back_what_is_being_typed_into_it()
    {
        var overwriting =
            from file in Repository.Files
            where file.EndsWith(".razor", StringComparison.Ordinal)
            from Match field in Field().Matches(File.ReadAllText(Repository.PathOf(file)))
            where field.Value.Contains(" value=\"@", StringComparison.Ordinal) && field.Value.Contains("@oninput", StringComparison.Ordinal)
            select $"{file}: {field.Value}";

        Says.Nothing(
            overwriting,
            "Letters typed while the answer is under way are lost. Use @bind:get, @bind:set and @bind:event, which know what the browser shows."
        );
    }

    [GeneratedRegex(@"<(?:input|textarea)\b(?:=>|[^>])*>")]
    private static partial Regex Field();
}
