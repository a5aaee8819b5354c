using Mooring.Clinical.Sessions.Correcting;
using Mooring.Clinical.Sessions.Dosing;
using Mooring.Clinical.Sessions.Rescuing;
using static Mooring.Clinical.Sessions.Deciding;

namespace Mooring.Clinical.Sessions.Leaving;

/// <summary>Signing the record.</summary>
public static class SigningVerbs
{
    extension(Session session)
    {
        public IReadOnlyList<Role> SignedBy => [.. session.Of<Signed>().Select(signed => signed.What.As).Distinct()];

        public Outcome<IReadOnlyList<SessionEvent>> Sign(Act act, string? statement = null) => session.Decide(
            act,
            new Signed(Signing.RoleOf(session, act.By) ?? default, statement),
            Unless(session.Phase is Phase.Discharged or Phase.NoGo, "SES190", session.Phase == Phase.Signed ? "The record is signed and closed." : "It is signed when the patient has left."),
            Unless(act.By.May(Right.SignSessions) && act.By.IsOneOf(session.Pack.Discharge.Signatures), "SES191", $"It is signed by: {string.Join(", ", session.Pack.Discharge.Signatures)}."),
            Unless(session.EmergencySince is null && !session.Emergencies.Any(emergency => emergency.AwaitsReview), "SES179", "An emergency of this session is not written down yet; complete it first."),
            Unless(session.Unconfirmed.Count == 0, "LCK124", "What was entered while a screen was locked waits to be confirmed; do that first."),
            Unless(session.Unexplained is null, "SES159", "A pause or an end of the infusion has no reason yet; say it under Dose first."),
            Unless(Signing.RoleOf(session, act.By) is not null || !act.By.IsOneOf(session.Pack.Discharge.Signatures), "SES192", "Somebody signed in this role already."),
            Unless(!Signing.HasSigned(session, act.By), "SES320", "You signed this record already; the other signature is another person's."));
    }
}
