using System.Globalization;
using System.Text.Json;
using Intranet.App.Shared.Imports;
using Intranet.Domain.Feeds;

namespace Intranet.App.Feeds.Imports;

/// <summary>One line of a replayed community: somebody joined, posted, answered, or reacted.</summary>
internal sealed record ReplayLine(long Line, string Kind, DateTimeOffset At)
{
    public string Id { get; init; } = "";

    /// <summary>Null for somebody whose account was deleted there.</summary>
    public string? User { get; init; }
    public string Name { get; init; } = "";
    public string Parent { get; init; } = "";
    public string Group { get; init; } = "";
    public string? Title { get; init; }
    public string Text { get; init; } = "";
    public bool IsHtml { get; init; }
    public string Type { get; init; } = "";

    /// <summary>Reads a file line by line; what cannot be read is noted and passed over.</summary>
    public static IEnumerable<ReplayLine> Read(StreamReader text, Findings findings, Action counted)
    {
        for (var line = 1L; text.ReadLine() is { } json; line++)
        {
            if (json.Length == 0)
                continue;
            counted();
            if (Parse(line, json, findings) is { } read)
                yield return read;
        }
    }

    /// <summary>What a reaction of the source means here; null when nothing here means it.</summary>
    public ReactionKind? Reaction =>
        Type is "up" or "+1" ? ReactionKind.Like
        : Enum.TryParse<ReactionKind>(Type, ignoreCase: true, out var kind) && Enum.IsDefined(kind) && !char.IsAsciiDigit(Type[0]) ? kind
        : null;

    private static ReplayLine? Parse(long line, string json, Findings findings)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            var kind = Field(root, "kind");
            string[] needed = kind switch
            {
                "user" => ["id", "t"],
                "post" => ["id", "t", "group"],
                "comment" => ["id", "t", "parent"],
                "reaction" => ["parent", "t", "type"],
                _ => [],
            };
            if (needed.Length == 0)
                return Leave("unknown kind", $"\"{kind}\" is neither user, post, comment nor reaction.");
            if (needed.FirstOrDefault(name => Field(root, name) is not { Length: > 0 }) is { } missing)
                return Leave("missing field", $"\"{missing}\" is missing.");
            if (kind is "post" or "comment" && !root.TryGetProperty("user", out _))
                return Leave("missing field", "\"user\" is missing; for a deleted account it is null.");
            if (
                !DateTimeOffset.TryParse(
                    Field(root, "t"),
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                    out var at
                )
            )
                return Leave("unreadable time", $"\"{Field(root, "t")}\" is not a time like 2026-03-02T09:00:00.");
            var html = Field(root, "html");
            return new ReplayLine(line, kind!, at)
            {
                Id = Field(root, "id") ?? "",
                User = Field(root, "user"),
                Name = Field(root, "name") ?? "",
                Parent = Field(root, "parent") ?? "",
                Group = Field(root, "group")?.Trim() ?? "",
                Title = Field(root, "title"),
                Text = html ?? Field(root, "text") ?? "",
                IsHtml = html is not null,
                Type = Field(root, "type") ?? "",
            };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return Leave("unreadable line", "This line is no JSON object.");
        }

        ReplayLine? Leave(string kind, string sentence)
        {
            findings.Add(line, kind, sentence);
            return null;
        }
    }

    private static string? Field(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            }
            : null;
}
