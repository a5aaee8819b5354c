using Mooring.Practice.Tasks;

namespace Mooring.Web.Pages.Today;

/// <summary>The work list in groups that somebody looks for.</summary>
public static class TaskWords
{
    /// <summary>As it stands in the address, and as it is read.</summary>
    public static IReadOnlyList<(string Value, string Name)> Groups { get; } =
    [
        ("risk", "Risk and calls"),
        ("sessions", "Sessions"),
        ("screening", "Taking in and screening"),
        ("plans", "Consent and plans"),
        ("visits", "Visits, reviews and checks"),
        ("notes", "Notes and letters"),
        ("privacy", "Privacy"),
    ];

    public static string GroupOf(TaskKind kind) => kind switch
    {
        TaskKind.SuicideRisk or TaskKind.SeriousEvent or TaskKind.CallAsked or TaskKind.CallBack or TaskKind.SettleRisk or TaskKind.JudgeTold or TaskKind.FollowUpCall => "risk",
        TaskKind.GoDecision or TaskKind.SecondReader or TaskKind.SignSession or TaskKind.ConfirmLocked or TaskKind.EmergencyToComplete or TaskKind.HomeCheck or TaskKind.OpenSession => "sessions",
        TaskKind.SayWhyOpened or TaskKind.ReviewOpening or TaskKind.PrivacyRequestDue or TaskKind.NoteOpenedByTwo or TaskKind.RestrictedChart => "privacy",
        TaskKind.UnsignedNote or TaskKind.CoSignNote or TaskKind.AnswerReferrer => "notes",
        TaskKind.SignConsent or TaskKind.ConsentExpires or TaskKind.MakePlan or TaskKind.SignPlan or TaskKind.ConfirmDose => "plans",
        TaskKind.ComesToday or TaskKind.PreparationVisit or TaskKind.IntegrationVisit or TaskKind.OverdueDosing or TaskKind.OverduePreparation
            or TaskKind.OverdueIntegration or TaskKind.OverdueReview or TaskKind.Review or TaskKind.QuestionnairesDue or TaskKind.LongTermCheck => "visits",
        _ => "screening",
    };
}
