using System.Collections.Frozen;
using Mooring.Clinical;
using Mooring.Clinical.Patients;

namespace Mooring.Practice.Tasks;

/// <summary>Where each kind of task is done, and what may be done with it.</summary>
internal static class TaskPlaces
{
    // Below the patient, or below the session that the task is about.
    private static readonly FrozenDictionary<TaskKind, (string Place, string Icon)> Places = new Dictionary<TaskKind, (string, string)>
    {
        [TaskKind.SuicideRisk] = ("/risk", "shield-alert"),
        [TaskKind.SeriousEvent] = ("/attention", "siren"),
        [TaskKind.CallAsked] = ("/attention", "phone"),
        [TaskKind.GoDecision] = ("/go", "signature"),
        [TaskKind.SecondReader] = ("/time-out", "users"),
        [TaskKind.SignSession] = ("/sign", "signature"),
        [TaskKind.EmergencyToComplete] = ("/emergency/complete", "siren"),
        [TaskKind.HomeCheck] = ("/home", "house"),
        [TaskKind.FollowUpCall] = ("/follow-up", "phone"),
        [TaskKind.ConfirmDose] = ("/plan", "users"),
        [TaskKind.SeenSoon] = ("", "clock"),
        [TaskKind.MissingAtDesk] = ("", "clipboard-list"),
        [TaskKind.HistoryToConfirm] = ("/history", "clipboard-list"),
        [TaskKind.ComesToday] = ("/visits", "calendar"),
        [TaskKind.PreparationVisit] = ("/visits", "calendar"),
        [TaskKind.IntegrationVisit] = ("/visits", "calendar"),
        [TaskKind.OverdueDosing] = ("/visits", "calendar"),
        [TaskKind.OverduePreparation] = ("/visits", "calendar"),
        [TaskKind.OverdueIntegration] = ("/visits", "calendar"),
        [TaskKind.OverdueReview] = ("/review", "calendar"),
        [TaskKind.DeferredDecision] = ("/screening", "clipboard-list"),
        [TaskKind.DecideAgain] = ("/screening", "clipboard-list"),
        [TaskKind.AskQuestionnaires] = ("/questionnaires", "list-checks"),
        [TaskKind.TakeHistory] = ("/history", "clipboard-list"),
        [TaskKind.DecideScreening] = ("/screening", "clipboard-list"),
        [TaskKind.SignConsent] = ("/consent", "signature"),
        [TaskKind.MakePlan] = ("/plan", "square-pen"),
        [TaskKind.SignPlan] = ("/plan", "signature"),
        [TaskKind.OpenSession] = ("/sessions", "armchair"),
        [TaskKind.SettleRisk] = ("/risk", "shield-alert"),
        [TaskKind.Review] = ("/review", "chart-line"),
    }.ToFrozenDictionary();

    /// <summary>Somebody may come to harm meanwhile: before all else, marked, and never put off.</summary>
    public static bool IsRisk(this TaskKind kind) => kind is TaskKind.SuicideRisk or TaskKind.SeriousEvent or TaskKind.CallAsked;

    /// <summary>Somebody stands and waits for it at this moment.</summary>
    public static bool IsAsked(this TaskKind kind) => kind is TaskKind.GoDecision or TaskKind.SecondReader;

    /// <summary>Its day has passed.</summary>
    public static bool IsOverdue(this TaskKind kind) =>
        kind is TaskKind.OverdueDosing or TaskKind.OverduePreparation or TaskKind.OverdueIntegration or TaskKind.OverdueReview or TaskKind.DeferredDecision;

    /// <summary>A person says what came of it, on its page; every other kind ends by itself when the thing is done.</summary>
    public static bool IsClosedByHand(this TaskKind kind) => kind is TaskKind.SeriousEvent or TaskKind.CallAsked;

    public static string Icon(this TaskKind kind) => Places[kind].Icon;

    public static string Link(this TaskKind kind, Id<Patient> patient, Guid subject) =>
        (IsOfSession(kind) ? $"/sessions/{subject}" : $"/patients/{patient}") + Places[kind].Place;

    private static bool IsOfSession(TaskKind kind) =>
        kind is TaskKind.GoDecision or TaskKind.SecondReader or TaskKind.SignSession or TaskKind.EmergencyToComplete or TaskKind.HomeCheck;
}
