using Mooring.Clinical.Consent;
using Mooring.Clinical.Protocols;

namespace Mooring.Clinical.Education;

/// <summary>A text for patients in one language, from <c>content/education</c>.</summary>
public sealed record EducationText
{
    public required string Id { get; init; }

    public required int Version { get; init; }

    public required string Language { get; init; }

    /// <summary>SHA-256 of the file that was read; set by the reader.</summary>
    public string Hash { get; init; } = "";

    public required string Title { get; init; }

    /// <summary>
    /// How a route, a drug or a spacing is called; filled into <c>{…}</c> of the paragraphs. The reader adds those of the
    /// language's <c>words</c>, which every text shares.
    /// </summary>
    public IReadOnlyDictionary<string, string> Words { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public required IReadOnlyList<EducationSection> Sections { get; init; }

    /// <summary>What is asked back after the reading, to see whether it was explained well; empty where nothing is.</summary>
    public IReadOnlyList<TeachBack> Questions { get; init; } = [];

    public required IReadOnlyList<Because> Because { get; init; }
}

public sealed record EducationSection
{
    public required string Id { get; init; }

    public required string Heading { get; init; }

    /// <summary>True for what must stand out, such as when to call.</summary>
    public bool Urgent { get; init; }

    public required IReadOnlyList<EducationParagraph> Paragraphs { get; init; }
}

public sealed record EducationParagraph : HoldsFor
{
    public required string Says { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }
}
