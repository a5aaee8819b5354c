namespace Mooring.Practice.Tasks;

/// <summary>What may be done with each kind of task.</summary>
public static class TaskRules
{
    /// <summary>Somebody may come to harm meanwhile: before all else, marked, and never put off.</summary>
    public static bool IsRisk(this TaskKind kind) => kind is TaskKind.SuicideRisk or TaskKind.SeriousEvent or TaskKind.CallAsked or TaskKind.CallBack or TaskKind.MissedAtRisk;

    /// <summary>Somebody stands and waits for it at this moment.</summary>
    public static bool IsAsked(this TaskKind kind) => kind is TaskKind.GoDecision or TaskKind.SecondReader;

    /// <summary>Its day has passed.</summary>
    public static bool IsOverdue(this TaskKind kind) =>
        kind is TaskKind.OverdueDosing or TaskKind.OverduePreparation or TaskKind.OverdueIntegration or TaskKind.OverdueReview or TaskKind.DeferredDecision;

    /// <summary>A person says what came of it, on its page; every other kind ends by itself when the thing is done.</summary>
    public static bool IsClosedByHand(this TaskKind kind) => kind is TaskKind.SeriousEvent or TaskKind.CallAsked or TaskKind.CallBack or TaskKind.MissedAtRisk;

    /// <summary>It is done by a call: a try that reached nobody is counted, and the next one has its hour.</summary>
    public static bool IsCall(this TaskKind kind) => kind is TaskKind.CallAsked or TaskKind.CallBack or TaskKind.MissedAtRisk or TaskKind.FollowUpCall;

    /// <summary>As it is written in <c>content/tasks.yaml</c>.</summary>
    public static string Written(this TaskKind kind) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    /// <summary>It is about a note, and done there.</summary>
    public static bool IsOfNote(this TaskKind kind) => kind is TaskKind.UnsignedNote or TaskKind.CoSignNote;

    /// <summary>It is about a session, and done there; every other is done at the patient's pages.</summary>
    public static bool IsOfSession(this TaskKind kind) =>
        kind is TaskKind.GoDecision or TaskKind.SecondReader or TaskKind.SignSession or TaskKind.ConfirmLocked or TaskKind.EmergencyToComplete or TaskKind.HomeCheck;
}
