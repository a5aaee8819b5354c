using Mooring.Clinical.Sessions.Events;

namespace Mooring.Clinical.Sessions;

/// <summary>
/// What somebody must be allowed to do for an event to be theirs. Decisions that ask more closely, such as go, time-out,
/// own limits and signature, ask for themselves; in an emergency nobody is refused.
/// </summary>
internal static class SessionRights
{
    public static Refusal? Against(Actor by, SessionEvent what) => Of(what) is not { } right || by.May(right)
        ? null
        : new("SES321", "None of your roles may do this; ask a colleague whose work it is.");

    public static Right? Of(SessionEvent what) => what switch
    {
        CheckedIn => Right.CheckIn,
        AccessPlaced or AccessChecked or AccessComplicated or AccessRemoved => Right.PlaceAccess,
        InfusionStarted or RateChanged or InfusionPaused or InfusionResumed or InfusionStopped => Right.GiveDoses,
        DoseGiven or DeviceUsed or BolusGiven or HoldStarted or HoldEnded or RecoveryStarted => Right.GiveDoses,
        DrugPrepared or DrugWasted => Right.PrepareDoses,
        OxygenSet or OxygenStopped or RescueGiven or EffectAssessed => Right.GiveRescue,
        VitalsCharted or OrthostaticChecked => Right.ChartVitals,
        ScaleRated => Right.RateScales,
        NoteAdded or AddendumAdded or ComfortChanged or PersonCame or PersonLeft or ConcernRaised or ConcernAnswered => Right.WriteAtTheChair,
        AdverseEventRecorded or AdverseEventFollowed => Right.RecordAdverseEvents,
        EmergencyReviewed => Right.ReviewEmergencies,
        DischargeCriterionAnswered or EscortHandedOver or InstructionsGiven or Discharged => Right.Discharge,
        ArrivedHome => Right.ConfirmArrivalHome,
        GateAnswered => Right.AnswerGates,
        Corrected => Right.CorrectEntries,
        _ => null,
    };
}
