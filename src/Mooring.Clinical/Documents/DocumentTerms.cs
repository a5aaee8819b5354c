using Mooring.Clinical.Instruments;

namespace Mooring.Clinical.Documents;

/// <summary>Which papers a chart holds, and how large they may be. Read from <c>content/documents.yaml</c>.</summary>
public sealed record DocumentTerms
{
    public required int Version { get; init; }

    /// <summary>In megabytes, of one file.</summary>
    public required int LargestFile { get; init; }

    /// <summary>In megabytes, of all that is packed in one file.</summary>
    public required int LargestUnpacked { get; init; }

    public required int MostPages { get; init; }

    /// <summary>In millions, of one picture.</summary>
    public required int MostPixels { get; init; }

    public required IReadOnlyList<DocumentType> Types { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }

    public DocumentType? Type(string? id) => Types.FirstOrDefault(type => type.Id == id);
}

/// <summary>One kind of paper.</summary>
public sealed record DocumentType
{
    public required string Id { get; init; }

    public required Wording Title { get; init; }
}
