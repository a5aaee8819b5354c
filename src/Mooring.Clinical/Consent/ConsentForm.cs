using Mooring.Clinical.Protocols;
using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Consent;

/// <summary>A consent text of one version in one language, from <c>content/consent</c>.</summary>
public sealed record ConsentForm
{
    public required string Id { get; init; }

    /// <summary>The same in every language: a change of meaning is a new version in all of them.</summary>
    public required int Version { get; init; }

    /// <summary><c>en</c> or <c>es</c>.</summary>
    public required string Language { get; init; }

    /// <summary>SHA-256 of the file that was read; set by the reader and kept with each signature.</summary>
    public string Hash { get; init; } = "";

    public required string Title { get; init; }

    public required LabelStatus Label { get; init; }

    public required Quantity ValidFor { get; init; }

    public required IReadOnlyList<ConsentSection> Sections { get; init; }

    /// <summary>How often things happened in the label's trials, as printed in the form.</summary>
    public required IReadOnlyList<EffectRate> Effects { get; init; }

    public required IReadOnlyList<ConsentStatement> Statements { get; init; }

    public required IReadOnlyList<TeachBack> Questions { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }
}

public sealed record ConsentSection
{
    public required string Id { get; init; }

    public required string Heading { get; init; }

    public required IReadOnlyList<string> Paragraphs { get; init; }
}

public sealed record EffectRate
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required Quantity Treated { get; init; }

    public required Quantity Compared { get; init; }
}

/// <summary>A sentence the person ticks as her own.</summary>
public sealed record ConsentStatement
{
    public required string Id { get; init; }

    public required string Says { get; init; }
}

/// <summary>A question that shows whether it was understood. A wrong answer is explained and asked again.</summary>
public sealed record TeachBack
{
    public required string Id { get; init; }

    public required string Asks { get; init; }

    public required IReadOnlyList<TeachBackChoice> Choices { get; init; }

    /// <summary>The id of the right choice.</summary>
    public required string Right { get; init; }

    public required string WhenWrong { get; init; }
}

public sealed record TeachBackChoice
{
    public required string Id { get; init; }

    public required string Says { get; init; }
}
