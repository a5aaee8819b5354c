namespace Mooring.Clinical.Protocols;

/// <summary>What of a protocol matters to screening.</summary>
public sealed record ProtocolScope
{
    public required string Id { get; init; }

    public required Drug Drug { get; init; }

    public required IReadOnlyList<DoseRoute> Routes { get; init; }

    /// <summary>Substance use is what is treated, so that an active disorder alone is no stop.</summary>
    public bool TreatsSubstanceUse { get; init; }

    /// <summary>The indication is treatment-resistant depression.</summary>
    public bool NeedsTreatmentResistance { get; init; }

    /// <summary>A bipolar disorder is among the diagnoses it is for.</summary>
    public bool TreatsBipolar { get; init; }

    /// <summary>A depression is among the diagnoses it is for, and no bipolar disorder.</summary>
    public bool TreatsUnipolar { get; init; }

    /// <summary>Where a course of it ends; null where the protocol names no end.</summary>
    public CourseLimit? CourseLimit { get; init; }
}
