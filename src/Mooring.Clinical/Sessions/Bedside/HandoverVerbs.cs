using static Mooring.Clinical.Sessions.Deciding;

namespace Mooring.Clinical.Sessions.Bedside;

/// <summary>Who has the chair.</summary>
public static class HandoverVerbs
{
    extension(Session session)
    {
        /// <summary>Who keeps this patient in sight; null while nobody has taken the chair, and after the patient has left.</summary>
        public Actor? InCareOf => session.Phase >= Phase.Discharged ? null : session.Last<CareTakenOver>()?.By;

        /// <summary>Takes over. What the one before says is written down, so that it is not lost between two people.</summary>
        public Outcome<IReadOnlyList<SessionEvent>> TakeOver(Act act, string? told = null)
        {
            var before = session.InCareOf;
            return session.Decide(
                act,
                new CareTakenOver(before, told),
                session.UnlessOpen(),
                Unless(session.Phase < Phase.Discharged, "SES280", "The patient has left this chair; there is nobody to take over."),
                Unless(act.By.May(Right.TakeChairs), "SES281", "A chair is taken by a nurse, a prescriber or a therapist."),
                Unless(before?.Id != act.By.Id, "SES282", "You have this chair already."),
                Unless(before is null || before.Id == act.By.Id || IsSaid(told), "SES283", $"Write down what {before?.Name} told you: how the patient is, what was given, what is due, what to look out for.", "told"));
        }
    }
}
