using Intranet.Domain.Access;

namespace Intranet.App.Access;

/// <summary>What a password must be: long, and not one that others try first. No rules about capitals and digits, which only make people write `Password1!`.</summary>
public static class PasswordRule
{
    public const int Shortest = 12;

    /// <summary>Longer input only costs hashing time.</summary>
    public const int Longest = 200;

    private const int FewestDistinct = 5;

    /// <summary>Refuses a password that is too short or too easy to guess for this person.</summary>
    public static void Check(string? password, params IEnumerable<string?> personal)
    {
        password ??= "";
        if (password.Length < Shortest)
            throw new Refusal($"A password needs {Shortest} characters; this one has {password.Length}.");
        if (password.Length > Longest)
            throw new Refusal($"A password has at most {Longest} characters.");
        if (password.Distinct().Count() < FewestDistinct || Sequence(password.ToLowerInvariant()))
            throw new Refusal("That password repeats itself too much. Take four words that have nothing to do with each other.");
        var own = personal.SelectMany(Words).ToHashSet();
        var cores = Cores(password.ToLowerInvariant()).ToHashSet();
        if (cores.Any(own.Contains) || Common(cores))
            throw new Refusal(
                "That password is among the first that others would try. Take four words that have nothing to do with each other."
            );
    }

    /// <summary>The password itself, and what is left of it without the usual decorations: 2024 behind, an exclamation mark, 0 for o, the same word twice.</summary>
    private static IEnumerable<string> Cores(string password)
    {
        foreach (var spelled in new[] { password, Plain(password) })
        {
            var bare = spelled.Trim([.. "0123456789!?.,;:_-+*#$%&/()='\"@ "]);
            foreach (var core in new[] { spelled, bare })
            {
                yield return core;
                for (var length = 3; length <= core.Length / 2; length++)
                    if (core.Length % length == 0 && core == string.Concat(Enumerable.Repeat(core[..length], core.Length / length)))
                        yield return core[..length];
            }
        }
    }

    private static string Plain(string password) =>
        string.Concat(
            password.Select(c =>
                c switch
                {
                    '@' or '4' => 'a',
                    '0' => 'o',
                    '1' or '!' => 'i',
                    '3' => 'e',
                    '$' or '5' => 's',
                    '7' => 't',
                    _ => c,
                }
            )
        );

    /// <summary>Runs such as 123456789012 or abcdefghijkl, up or down.</summary>
    private static bool Sequence(string password)
    {
        var steps = password.Zip(password.Skip(1), (a, b) => Math.Abs(b - a)).Count(step => step <= 1);
        return steps >= password.Length * 3 / 4;
    }

    private static bool Common(HashSet<string> cores)
    {
        using var list = typeof(PasswordRule).Assembly.GetManifestResourceStream("CommonPasswords.txt")!;
        using var reader = new StreamReader(list);
        while (reader.ReadLine() is { } line)
            if (cores.Contains(line))
                return true;
        return false;
    }

    private static IEnumerable<string> Words(string? text)
    {
        var whole = (text ?? "").ToLowerInvariant();
        string[] parts = whole.Split([' ', '@', '.', '-', '_'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Append(whole).Append(string.Concat(parts)).Where(word => word.Length >= 3);
    }
}
