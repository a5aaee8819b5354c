namespace Mooring.Clinical.Protocols;

/// <summary>What decides which sentences of a text hold for a person: drug, route, label, and whether a therapist takes part.</summary>
public sealed record Treatment(Drug Drug, DoseRoute Route, LabelStatus Label, bool WithTherapy)
{
    /// <summary>A therapist in the session brings questions of touch and recording with it; therapy elsewhere does not.</summary>
    public static Treatment Of(Protocol protocol) => new(
        protocol.Drug, protocol.Route, protocol.Label, protocol.Therapy is { Style: SessionStyle.Psycholytic or SessionStyle.Inward });
}

/// <summary>A sentence that holds for some treatments only. What is not named holds for all, so that a risk is never lost.</summary>
public abstract record HoldsFor
{
    /// <summary>The routes it holds for; all when empty.</summary>
    public IReadOnlyList<DoseRoute> For { get; init; } = [];

    public Drug? Drug { get; init; }

    public LabelStatus? Label { get; init; }

    /// <summary>Whether a therapist works with the person in the session.</summary>
    public bool? WithTherapy { get; init; }

    public bool Holds(Treatment treatment) =>
        (For.Count == 0 || For.Contains(treatment.Route))
        && (Drug is null || Drug == treatment.Drug)
        && (Label is null || Label == treatment.Label)
        && (WithTherapy is null || WithTherapy == treatment.WithTherapy);

    /// <summary>In words of the content files, for comparing two languages: <c>iv im racemic</c>.</summary>
    public string Scope => string.Join(' ', [.. For.Select(route => route.ToString()), $"{Drug}", $"{Label}", $"{WithTherapy}"]);
}
