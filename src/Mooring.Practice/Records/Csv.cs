using System.Text;

namespace Mooring.Practice.Records;

/// <summary>A table as a file that a spreadsheet reads: no cell of it is ever taken for a formula.</summary>
public static class Csv
{
    private const string Formulas = "=+-@\t\r";

    /// <summary>With a mark at its beginning, so that names with accents are read as written.</summary>
    public static byte[] Write(IEnumerable<string> heads, IEnumerable<IEnumerable<string?>> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines.Prepend(heads))
            text.Append(Line(line)).Append("\r\n");
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>One line of it, without its end.</summary>
    public static string Line(IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell));

    // Also where blanks stand before the sign: some programs take them away.
    private static string Cell(string? text)
    {
        var says = (text ?? "").Replace("\"", "\"\"", StringComparison.Ordinal);
        var isFormula = says.TrimStart(' ') is [var first, ..] && Formulas.Contains(first, StringComparison.Ordinal);
        return $"\"{(isFormula ? "'" : "")}{says}\"";
    }
}
