using System.Text;

namespace Mooring.Content.Bases;

/// <summary>Writes pieces as the YAML that is read, hashed, signed and kept, and knows of each line where it comes from.</summary>
internal sealed class PieceWriter
{
    private readonly StringBuilder text = new();
    private readonly List<LineOrigin> lines = [];

    public static (string Text, IReadOnlyList<LineOrigin> Lines) Write(PieceMap root)
    {
        var writer = new PieceWriter();
        writer.Map(root, "", "");
        return (writer.text.ToString(), writer.lines);
    }

    /// <param name="first">What stands before the first member, such as the dash of a list.</param>
    /// <param name="rest">What stands before the others.</param>
    private void Map(PieceMap map, string first, string rest)
    {
        foreach (var (i, entry) in map.Entries.Index())
        {
            var name = $"{(i == 0 ? first : rest)}{entry.Key.Flow()}:";
            if (IsOneLine(entry.Value))
            {
                Line(entry.Value.Flow() is { Length: > 0 } words ? $"{name} {words}" : name, entry.Key.At);
                continue;
            }

            Line(name, entry.Key.At);
            if (entry.Value is PieceMap members)
                Map(members, rest + "  ", rest + "  ");
            else if (entry.Value is PieceList list)
                List(list, rest + "  ");
        }
    }

    private void List(PieceList list, string before)
    {
        foreach (var item in list.Items)
        {
            if (item is PieceMap map && !IsOneLine(map))
                Map(map, before + "- ", before + "  ");
            else
                Line($"{before}- {item.Flow()}", item.At);
        }
    }

    private static bool IsOneLine(Piece piece) => piece.IsFlow || piece is PieceWord or PieceMap { Entries.Count: 0 } or PieceList { Items.Count: 0 };

    private void Line(string words, LineOrigin at)
    {
        text.Append(words).Append('\n');
        lines.Add(at);
    }
}
