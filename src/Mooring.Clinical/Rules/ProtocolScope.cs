namespace Mooring.Clinical.Rules;

public enum DrugForm
{
    Racemic,
    Esketamine,
}

public enum Route
{
    Iv,
    Im,
    Sc,
    In,
    Sl,
    Po,
}

/// <summary>What of a protocol matters to screening.</summary>
public sealed record ProtocolScope
{
    public required string Id { get; init; }

    public required DrugForm Drug { get; init; }

    public required IReadOnlyList<Route> Routes { get; init; }

    /// <summary>Substance use is what is treated, so that an active disorder alone is no stop.</summary>
    public bool TreatsSubstanceUse { get; init; }

    /// <summary>The indication is treatment-resistant depression.</summary>
    public bool NeedsTreatmentResistance { get; init; }
}
