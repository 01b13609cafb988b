using System.CommandLine;
using Intranet.Domain.Access;

namespace Intranet.App.People;

/// <summary>How a password reaches a command: from a file, from standard input, or typed unseen; never as an argument, which other users could read.</summary>
internal static class PasswordInput
{
    public static readonly Option<FileInfo?> File = new("--password-file")
    {
        Description = "Read the password from this file; otherwise it is asked for, or read from standard input.",
    };

    public static async Task<string> Read(ParseResult line, CancellationToken stop)
    {
        if (line.GetValue(File) is { } file)
            return (await System.IO.File.ReadAllTextAsync(file.FullName, stop)).TrimEnd('\r', '\n');
        if (Console.IsInputRedirected)
            return await Console.In.ReadLineAsync(stop) ?? throw new Refusal("No password was given on standard input.");
        await Console.Error.WriteAsync("Password: ");
        var typed = new System.Text.StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
            if (key.Key == ConsoleKey.Backspace)
                typed.Length = Math.Max(0, typed.Length - 1);
            else if (!char.IsControl(key.KeyChar))
                typed.Append(key.KeyChar);
        await Console.Error.WriteLineAsync();
        return typed.ToString();
    }
}
