using System.Text.Json.Serialization;
using Mooring.Clinical.Sessions.Events;

namespace Mooring.Clinical.Sessions;

/// <summary>
/// What can happen in a session. The family is closed, and this list is the one place where an event gets the name it
/// is stored under: a name, once used, is never changed or given to another event, for signed records are read by it.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$type", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(SessionOpened), "opened")]
[JsonDerivedType(typeof(CheckedIn), "checked-in")]
[JsonDerivedType(typeof(GateAnswered), "gate")]
[JsonDerivedType(typeof(GoDecided), "go")]
[JsonDerivedType(typeof(TimeOut), "time-out")]
[JsonDerivedType(typeof(AccessPlaced), "access")]
[JsonDerivedType(typeof(InfusionStarted), "infusion-started")]
[JsonDerivedType(typeof(RateChanged), "rate")]
[JsonDerivedType(typeof(InfusionPaused), "paused")]
[JsonDerivedType(typeof(InfusionResumed), "resumed")]
[JsonDerivedType(typeof(InfusionStopped), "infusion-stopped")]
[JsonDerivedType(typeof(DoseGiven), "dose")]
[JsonDerivedType(typeof(DeviceUsed), "device-used")]
[JsonDerivedType(typeof(VitalsCharted), "vitals")]
[JsonDerivedType(typeof(ScaleRated), "scale")]
[JsonDerivedType(typeof(NoteAdded), "note")]
[JsonDerivedType(typeof(AdverseEventRecorded), "adverse-event")]
[JsonDerivedType(typeof(EmergencyOpened), "emergency-opened")]
[JsonDerivedType(typeof(EmergencyAction), "emergency-action")]
[JsonDerivedType(typeof(EmergencyClosed), "emergency-closed")]
[JsonDerivedType(typeof(EmergencyReviewed), "emergency-reviewed")]
[JsonDerivedType(typeof(RecoveryStarted), "recovery")]
[JsonDerivedType(typeof(DischargeCriterionAnswered), "criterion")]
[JsonDerivedType(typeof(EscortHandedOver), "escort")]
[JsonDerivedType(typeof(InstructionsGiven), "instructions")]
[JsonDerivedType(typeof(Discharged), "discharged")]
[JsonDerivedType(typeof(ArrivedHome), "arrived-home")]
[JsonDerivedType(typeof(Signed), "signed")]
[JsonDerivedType(typeof(Corrected), "corrected")]
[JsonDerivedType(typeof(AddendumAdded), "addendum")]
[JsonDerivedType(typeof(AccessChecked), "access-checked")]
[JsonDerivedType(typeof(AccessComplicated), "access-complicated")]
[JsonDerivedType(typeof(AccessRemoved), "access-removed")]
[JsonDerivedType(typeof(DrugPrepared), "prepared")]
[JsonDerivedType(typeof(PreparationChecked), "preparation-checked")]
[JsonDerivedType(typeof(DrugWasted), "wasted")]
[JsonDerivedType(typeof(WasteWitnessed), "waste-witnessed")]
[JsonDerivedType(typeof(BolusGiven), "bolus")]
[JsonDerivedType(typeof(HoldStarted), "hold-started")]
[JsonDerivedType(typeof(HoldEnded), "hold-ended")]
[JsonDerivedType(typeof(ComfortChanged), "comfort")]
[JsonDerivedType(typeof(PersonCame), "came")]
[JsonDerivedType(typeof(PersonLeft), "left")]
[JsonDerivedType(typeof(ConcernRaised), "concern")]
[JsonDerivedType(typeof(ConcernAnswered), "concern-answered")]
[JsonDerivedType(typeof(OxygenSet), "oxygen")]
[JsonDerivedType(typeof(OxygenStopped), "oxygen-stopped")]
[JsonDerivedType(typeof(RescueGiven), "rescue")]
[JsonDerivedType(typeof(EffectAssessed), "effect")]
[JsonDerivedType(typeof(AdverseEventFollowed), "adverse-event-followed")]
[JsonDerivedType(typeof(NoticeAcknowledged), "notice-acknowledged")]
[JsonDerivedType(typeof(OwnLimitSet), "own-limit")]
[JsonDerivedType(typeof(OwnLimitLifted), "own-limit-lifted")]
[JsonDerivedType(typeof(NoticesShown), "notices-shown")]
[JsonDerivedType(typeof(OrthostaticChecked), "orthostatic")]
[JsonDerivedType(typeof(CareTakenOver), "taken-over")]
public abstract record SessionEvent
{
    private protected SessionEvent()
    {
    }
}
