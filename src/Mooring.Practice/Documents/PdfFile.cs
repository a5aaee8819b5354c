using Mooring.Clinical;
using Mooring.Clinical.Documents;

namespace Mooring.Practice.Documents;

/// <summary>A PDF that only shows something: no scripts, no files inside, no lock, nothing before its head or after its end.</summary>
internal static class PdfFile
{
    // What acts when it is opened, and what fetches or sends.
    private static readonly HashSet<string> Acting = new(StringComparer.Ordinal) { "JavaScript", "JS", "Launch", "XFA", "RichMedia", "SubmitForm", "ImportData", "GoToE", "Rendition", "Movie", "Sound" };

    private static readonly HashSet<string> Holding = new(StringComparer.Ordinal) { "EmbeddedFile", "EmbeddedFiles", "FileAttachment" };

    private static readonly Refusal After = new("DOC105", "Something stands after the end of this PDF that does not belong to it. Print it as a new PDF.", "file");

    public static Outcome<InspectedFile> Inspect(ReadOnlySpan<byte> file, DocumentTerms terms)
    {
        var end = file.LastIndexOf("%%EOF"u8);
        if (end < 0)
            return FileInspection.Damaged;
        if (!file[(end + 5)..].Trim("\r\n\t \0"u8).IsEmpty)
            return After;
        if (PdfNames.In(file, (long)terms.LargestUnpacked * FileInspection.Megabyte) is not { } names)
            return FileInspection.TooMuchPacked;
        if (names.Contains("Encrypt"))
            return new Refusal("DOC109", "This PDF is locked with a password. Save it without one.", "file");
        if (names.Any(Acting.Contains))
            return new Refusal("DOC108", "This PDF has a script or an action in it. Print it as a new PDF.", "file");
        if (names.Any(Holding.Contains))
            return new Refusal("DOC110", "This PDF has other files in it. Save those one by one, and print it as a new PDF.", "file");
        var pages = names.Zip(names.Skip(1)).Count(pair => pair is { First: "Type", Second: "Page" });
        return pages == 0 ? FileInspection.Damaged
            : pages > terms.MostPages ? new Refusal("DOC107", $"The PDF has {pages} pages; {terms.MostPages} fit. Add it in parts.", "file")
            : new InspectedFile(FileFormat.Pdf, pages, file.ToArray());
    }
}
