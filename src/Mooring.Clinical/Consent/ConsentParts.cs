using Mooring.Clinical.Protocols;
using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Consent;

public sealed record ConsentSection
{
    public required string Id { get; init; }

    public required string Heading { get; init; }

    public required IReadOnlyList<ConsentParagraph> Paragraphs { get; init; }
}

public sealed record ConsentParagraph : HoldsFor
{
    public required string Says { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }
}

public sealed record EffectRate : HoldsFor
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required Quantity Treated { get; init; }

    public required Quantity Compared { get; init; }
}

/// <summary>A sentence the person ticks as their own.</summary>
public sealed record ConsentStatement : HoldsFor
{
    public required string Id { get; init; }

    public required string Says { get; init; }
}

/// <summary>Something the person says yes or no to, such as a hand on the shoulder. Either answer is right; no answer is not.</summary>
public sealed record Permission : HoldsFor
{
    public required string Id { get; init; }

    public required string Asks { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }
}

/// <summary>A question that shows whether it was understood. A wrong answer is explained and asked again.</summary>
public sealed record TeachBack : HoldsFor
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
