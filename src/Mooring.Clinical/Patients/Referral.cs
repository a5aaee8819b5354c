namespace Mooring.Clinical.Patients;

/// <summary>Who sent a person here, and why.</summary>
public sealed record Referral(Id<Referral> Id, Id<Patient> Patient, string From, string Reason, DateTimeOffset ReceivedAt)
{
    /// <summary>How soon the referrer asks for the patient to be seen. Not a triage result: a crisis is sent to emergency care.</summary>
    public Urgency Urgency { get; init; }
}

public enum Urgency
{
    Routine,
    Soon,
}
