using System.Text.Json;

namespace Intranet.App.Documents.Content;

/// <summary>What a reading process is asked: which file, called what, and how much of it.</summary>
internal sealed record ReadingRequest(string Path, string Name, ReadingLimits Limits)
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
}
