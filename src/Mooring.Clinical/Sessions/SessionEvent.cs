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
public abstract record SessionEvent
{
    private protected SessionEvent()
    {
    }
}
