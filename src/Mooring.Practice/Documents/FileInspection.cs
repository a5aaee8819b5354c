using Mooring.Clinical;
using Mooring.Clinical.Documents;

namespace Mooring.Practice.Documents;

/// <summary>A file that may be kept.</summary>
/// <param name="Bytes">As it is kept: of a picture, without what does not belong to the picture.</param>
public sealed record InspectedFile(FileFormat Format, int Pages, byte[] Bytes);

/// <summary>
/// Looks into a file before it is kept: what it is by its first bytes, whether it is whole, and whether something hides in it.
/// Pictures are written anew without place, device or anything after their end; a PDF with scripts or files in it is refused.
/// </summary>
public static class FileInspection
{
    internal const int Megabyte = 1_000_000;

    /// <summary>DOC101 to DOC111, each with what to do.</summary>
    public static Outcome<InspectedFile> Of(ReadOnlySpan<byte> file, DocumentTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        if (file.Length == 0)
            return new Refusal("DOC101", "Choose a file first. This one is empty.", "file");
        if (file.Length > (long)terms.LargestFile * Megabyte)
            return TooLarge(terms);
        return Format(file) switch
        {
            FileFormat.Png => PngFile.Inspect(file, terms),
            FileFormat.Jpeg => JpegFile.Inspect(file, terms),
            FileFormat.Pdf => PdfFile.Inspect(file, terms),
            _ => new Refusal("DOC103", "This is no PDF, JPEG or PNG, whatever its name says. Print it as a PDF, or take a picture of it.", "file"),
        };
    }

    /// <summary>DOC102.</summary>
    public static Refusal TooLarge(DocumentTerms terms) => new("DOC102", $"The file is larger than {terms.LargestFile} MB. Scan it in fewer dots, or in parts.", "file");

    internal static Refusal Damaged { get; } = new("DOC104", "The file is damaged or not whole. Save or scan it again.", "file");

    internal static Refusal TooManyPixels(DocumentTerms terms) => new("DOC106", $"The picture has more than {terms.MostPixels} million dots. Take it smaller.", "file");

    internal static Refusal TooMuchPacked { get; } = new("DOC111", "Unpacked, this file is far larger than it looks. Print it as a new PDF.", "file");

    private static FileFormat? Format(ReadOnlySpan<byte> file) =>
        file.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? FileFormat.Png
        : file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? FileFormat.Jpeg
        : file.StartsWith("%PDF-"u8) ? FileFormat.Pdf
        : null;
}
