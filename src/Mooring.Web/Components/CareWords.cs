using Mooring.Clinical;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Protocols;
using Mooring.Clinical.Screening;
using Mooring.Clinical.Sessions.Rescuing;
using Mooring.Practice.Plans;

namespace Mooring.Web.Components;

/// <summary>How the pages of a course say choices, routes and states.</summary>
public static class CareWords
{
    public static string Of(EligibilityChoice choice) => choice switch
    {
        EligibilityChoice.Eligible => "Eligible",
        EligibilityChoice.EligibleWithConditions => "Eligible with conditions",
        EligibilityChoice.Deferred => "Deferred until a day",
        _ => "Not eligible",
    };

    public static string Of(ReviewChoice choice) => choice switch
    {
        ReviewChoice.Continue => "Continue as planned",
        ReviewChoice.Adjust => "Adjust: a new plan follows",
        _ => "Stop this course",
    };

    public static string Of(AdverseOutcome outcome) => outcome switch
    {
        AdverseOutcome.Ongoing => "Still there",
        AdverseOutcome.Recovering => "Getting better",
        AdverseOutcome.Resolved => "Over",
        AdverseOutcome.ResolvedWithHarm => "Over, with lasting harm",
        AdverseOutcome.Fatal => "Fatal",
        _ => "Not known yet",
    };

    /// <summary>"3 days overdue", or null while the last day has not passed.</summary>
    public static string? Overdue(DateOnly last, DateOnly today) => (today.DayNumber - last.DayNumber) switch
    {
        <= 0 => null,
        1 => "1 day overdue",
        var days => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{days} days overdue"),
    };

    /// <summary>"2 hours", "1 day".</summary>
    public static string Of(TimeSpan pause) => pause switch
    {
        { TotalDays: >= 1 } => $"{pause.TotalDays:0} day{(pause.TotalDays > 1 ? "s" : "")}",
        { TotalHours: >= 1 } => $"{pause.TotalHours:0} hour{(pause.TotalHours > 1 ? "s" : "")}",
        _ => $"{pause.TotalMinutes:0} minutes",
    };

    public static string Of(CallResult result) => result == CallResult.Reached ? "Reached" : "Not reached";

    public static string Of(SessionStyle style) => style switch
    {
        SessionStyle.Psycholytic => "low dose, talking while it works",
        SessionStyle.Inward => "eye mask and music, talking before and after",
        _ => "the drug and watching over the patient",
    };

    /// <summary>"Ketamine into a muscle".</summary>
    public static string Of(Drug drug, DoseRoute route) => $"{(drug == Drug.Racemic ? "Ketamine" : "Esketamine")} {RouteWords.Of(route)}";

    /// <summary>"ketamine into a muscle, off-label, with a therapist in the session".</summary>
    public static string Of(Treatment treatment) =>
        $"{Of(treatment.Drug, treatment.Route).ToLowerInvariant()}, {Of(treatment.Label)}{(treatment.WithTherapy ? ", with a therapist in the session" : "")}";

    public static string Of(LabelStatus label) => label == LabelStatus.OnLabel ? "approved for this use" : "off-label";

    public static string Of(VisitKind kind) => kind switch
    {
        VisitKind.Preparation => "Preparation",
        VisitKind.Dosing => "Dosing session",
        VisitKind.FollowUpCall => "Call",
        VisitKind.Integration => "Integration",
        VisitKind.Review => "Review",
        _ => "Timepoint of an earlier plan",
    };

    public static string Of(VisitState state) => state switch
    {
        VisitState.Planned => "planned",
        VisitState.Arrived => "arrived",
        VisitState.Done => "done",
        VisitState.Missed => "missed",
        _ => "canceled",
    };

    /// <summary>What screening as a whole asks for. It never says "eligible".</summary>
    public static (string Level, string Says) Of(ScreeningDecision asks) => asks switch
    {
        ScreeningDecision.Blocked => ("stop", "A stop is met. Read it before you decide."),
        ScreeningDecision.Hold => ("first", "Something must be done first."),
        ScreeningDecision.Incomplete => ("first", "Facts that a rule requires are not known. This is not a clearance."),
        ScreeningDecision.Caution => ("care", "Nothing stops the treatment by these rules; take care where it is marked."),
        _ => ("know", "No rule asks for anything. The decision is yours."),
    };
}
