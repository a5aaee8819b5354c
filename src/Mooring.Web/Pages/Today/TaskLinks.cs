using System.Collections.Frozen;
using Mooring.Practice.Tasks;

namespace Mooring.Web.Pages.Today;

/// <summary>Where each kind of task is done, and its mark.</summary>
public static class TaskLinks
{
    // Below the patient, or below the session that the task is about.
    private static readonly FrozenDictionary<TaskKind, (string Place, string Icon)> Places = new Dictionary<TaskKind, (string, string)>
    {
        [TaskKind.SuicideRisk] = ("/risk", "shield-alert"),
        [TaskKind.SeriousEvent] = ("/attention", "siren"),
        [TaskKind.CallAsked] = ("/attention", "phone"),
        [TaskKind.CallBack] = ("/attention", "phone"),
        [TaskKind.MissedAtRisk] = ("/attention", "phone"),
        [TaskKind.GoDecision] = ("/go", "signature"),
        [TaskKind.SecondReader] = ("/time-out", "users"),
        [TaskKind.ConfirmLocked] = ("/locked", "lock"),
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
        [TaskKind.BookAgain] = ("/visits", "calendar"),
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
        [TaskKind.JudgeTold] = ("/adverse#told", "phone"),
        [TaskKind.Review] = ("/review", "chart-line"),
        [TaskKind.QuestionnairesDue] = ("/questionnaires", "list-checks"),
        [TaskKind.LongTermCheck] = ("", "list-checks"),
        [TaskKind.ConsentExpires] = ("/consent", "signature"),
        [TaskKind.EligibilityExpires] = ("/screening", "clipboard-list"),
        [TaskKind.UnsignedNote] = ("", "notebook-pen"),
        [TaskKind.CoSignNote] = ("", "signature"),
        [TaskKind.AnswerReferrer] = ("/referral", "mail"),
        [TaskKind.SayWhyOpened] = ("", "lock"),
        [TaskKind.ReviewOpening] = ("", "lock"),
        [TaskKind.PrivacyRequestDue] = ("/requests", "inbox"),
        [TaskKind.NoteOpenedByTwo] = ("/notes", "lock"),
        [TaskKind.RestrictedChart] = ("", "lock"),
    }.ToFrozenDictionary();

    /// <summary>The mark of a kind; of a chair, where it is no task.</summary>
    public static string Icon(TaskKind? kind) => kind is { } known ? Places[known].Icon : "armchair";

    /// <summary>The page on which it is done; the chair itself, where it is no task.</summary>
    /// <param name="subject">What it is about: of a kind that is of a session, the session.</param>
    public static string To(TaskKind? kind, Guid patient, Guid subject) => kind is { } known
        ? known is TaskKind.SayWhyOpened or TaskKind.ReviewOpening ? "/openings" : (known.IsOfSession() ? $"/sessions/{subject}" : known.IsOfNote() ? $"/patients/{patient}/notes/{subject}" : $"/patients/{patient}") + Places[known].Place
        : $"/sessions/{subject}";
}
