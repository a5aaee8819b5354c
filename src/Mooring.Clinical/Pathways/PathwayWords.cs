using System.Globalization;
using Mooring.Clinical.Patients;

namespace Mooring.Clinical.Pathways;

/// <summary>What the rail says under each stage.</summary>
internal static class PathwayWords
{
    public static bool IsEligible(this PathwayFacts facts, DateOnly today) =>
        facts.Screening is { Eligibility: Eligibility.Eligible or Eligibility.EligibleWithConditions } screening
        && !screening.AwaitsDirector
        && (screening.Until is not { } until || today <= until);

    public static bool HasConsent(this PathwayFacts facts, DateOnly today) =>
        facts.Consent is { IsWithdrawn: false } consent && today <= consent.Until;

    public static string Of(HistoryList list) => list switch
    {
        HistoryList.Conditions => "conditions",
        HistoryList.Medicines => "medicines",
        HistoryList.Allergies => "allergies",
        HistoryList.Trials => "previous treatments",
        HistoryList.Answers => "answers",
        _ => "goals",
    };

    public static string Of(Stage stage, PathwayFacts facts, DateOnly today) => stage switch
    {
        Stage.Referral => facts.Referral is null ? "Not written" : "Taken in",
        Stage.Screening => Screening(facts, today),
        Stage.Consent => facts.Consent switch
        {
            null => "Not signed",
            { IsWithdrawn: true } => "Taken back",
            var consent => today <= consent.Until ? "Signed" : "Ran out",
        },
        Stage.Plan => facts.Plan switch { null => "Not made", { SignedAt: null } => "Waits for a signature", _ => "Signed" },
        Stage.Sessions => string.Create(CultureInfo.InvariantCulture, $"{facts.Sessions?.Held ?? 0} of {facts.Plan?.Sessions.ToString(CultureInfo.InvariantCulture) ?? "?"}"),
        _ => facts.Review switch { { IsDue: true } => "Due", { Decided: { } decided } => decided, _ => "Not due" },
    };

    private static string Screening(PathwayFacts facts, DateOnly today) => facts.Screening switch
    {
        null => "Not decided",
        { Eligibility: Eligibility.Deferred } => "Deferred",
        { Eligibility: Eligibility.NotEligible } => "Not eligible",
        { Until: { } until } when today > until => "Ran out",
        { AwaitsDirector: true } => "Waits for the medical director",
        { Eligibility: Eligibility.EligibleWithConditions } => "Eligible with conditions",
        _ => "Eligible",
    };
}
