using System.Globalization;
using Intranet.Domain.Access;

namespace Intranet.App.Shared.Text;

/// <summary>Collects rendered HTML and stops a text that would grow without measure, as repeated references do.</summary>
internal sealed class BoundedWriter(int max) : StringWriter(CultureInfo.InvariantCulture)
{
    public override void Write(char value)
    {
        Room(1);
        base.Write(value);
    }

    public override void Write(string? value)
    {
        Room(value?.Length ?? 0);
        base.Write(value);
    }

    public override void Write(char[] buffer, int index, int count)
    {
        Room(count);
        base.Write(buffer, index, count);
    }

    public override void Write(ReadOnlySpan<char> buffer)
    {
        Room(buffer.Length);
        base.Write(buffer);
    }

    private void Room(int more)
    {
        if (GetStringBuilder().Length + more > max)
        {
            throw new Refusal("This text grows too large when it is shown. Shorten its links, or attach a file.");
        }
    }
}
