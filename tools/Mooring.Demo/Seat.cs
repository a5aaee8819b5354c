using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Sessions;

namespace Mooring.Demo;

/// <summary>Somebody at a chair with a monitor tied to it, whose session is open.</summary>
/// <param name="Number">Of the patient, as devices and paper know it.</param>
/// <param name="Device">How the monitor introduces itself.</param>
public sealed record Seat(Id<Session> Session, Id<Patient> Patient, string Number, Chair Chair, string Device);
