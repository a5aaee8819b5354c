using Mooring.Clinical.Consent;
using Mooring.Clinical.Dosing;
using Mooring.Clinical.Protocols;
using Mooring.Clinical.Signing;

namespace Mooring.Clinical.Courses;

/// <summary>
/// What a prescriber decided for one person: protocol as reviewed, dose as worked out, reasons for what goes past a
/// soft limit, and the visits. A later plan replaces it; it is never changed.
/// </summary>
public sealed record Plan
{
    /// <summary>Under which the reason is kept for treating what the protocol is not made for.</summary>
    public const string Indication = "indication";

    public required Id<Plan> Id { get; init; }

    public required string ProtocolId { get; init; }

    public required int ProtocolVersion { get; init; }

    public required string ProtocolHash { get; init; }

    public required DoseSheet Dose { get; init; }

    /// <summary>By the id of the limit that was passed.</summary>
    public required IReadOnlyDictionary<string, string> Reasons { get; init; }

    public required IReadOnlyList<Visit> Visits { get; init; }

    /// <summary>The weekdays that were chosen for its visits; null where it was signed before they were kept.</summary>
    public IReadOnlyList<DayOfWeek>? Days { get; init; }

    public required Actor SignedBy { get; init; }

    /// <summary>The signer's name. Plans of before hold here what was typed; they are shown under the signer's name all the same.</summary>
    public required string Signature { get; init; }

    /// <summary>How it was signed; null in a plan of before.</summary>
    public Signature? Signed { get; init; }

    public required DateTimeOffset SignedAt { get; init; }

    /// <summary>What goes above the top of the protocol's range: a second clinician confirms it before the first session.</summary>
    public IEnumerable<LimitFinding> NeedsConfirmation => Dose.Limits.Where(limit => limit is { Level: LimitLevel.Confirmed, Stands: true });

    public IEnumerable<Visit> Dosings => Visits.Where(visit => visit.Kind == VisitKind.Dosing);
}

/// <summary>What a plan stands on when it is signed.</summary>
public sealed record PlanGround
{
    /// <summary>Met when a prescriber found the person eligible, with or without conditions.</summary>
    public required Finding Eligible { get; init; }

    /// <summary>The last day on which that decision holds.</summary>
    public DateOnly? EligibleUntil { get; init; }

    /// <summary>Met once a positive suicide item has been looked into, or there was none; it comes before all else.</summary>
    public required Finding SuicideRiskSettled { get; init; }

    /// <summary>The consent last signed, if any.</summary>
    public SignedConsent? Consent { get; init; }

    /// <summary>The consent form that the protocol asks for, as it is now.</summary>
    public required ConsentForm Form { get; init; }

    /// <summary>ICD-10-CM codes of the conditions that the person has now.</summary>
    public IReadOnlyCollection<string> Conditions { get; init; } = [];

    /// <summary>Days of dosing sessions already held.</summary>
    public IReadOnlyCollection<DateOnly> EarlierSessions { get; init; } = [];
}
