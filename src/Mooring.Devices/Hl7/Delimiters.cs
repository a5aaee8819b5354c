using System.Diagnostics.CodeAnalysis;

namespace Mooring.Devices.Hl7;

/// <summary>The five marks that a message announces in MSH-1 and MSH-2; each sender may choose its own.</summary>
public sealed record Delimiters(char Field, char Component, char Repetition, char Escape, char Subcomponent)
{
    public static readonly Delimiters Usual = new('|', '^', '~', '\\', '&');

    /// <summary>Reads them from the text of an MSH segment; false when they are missing, doubled, or letters.</summary>
    public static bool TryRead(string msh, [NotNullWhen(true)] out Delimiters? marks)
    {
        marks = null;
        if (msh.Length < 8)
            return false;
        var end = msh.IndexOf(msh[3], 4);
        var length = (end < 0 ? msh.Length : end) - 4;

        // Version 2.7 added a fifth mark to MSH-2, for truncation; it changes nothing in what is read here.
        if (length is not (4 or 5))
            return false;
        var all = msh.Substring(3, length + 1);
        if (all.Distinct().Count() != all.Length || all.Any(mark => char.IsLetterOrDigit(mark) || mark is <= ' ' or > '~'))
            return false;
        marks = new(all[0], all[1], all[2], all[3], all[4]);
        return true;
    }
}
