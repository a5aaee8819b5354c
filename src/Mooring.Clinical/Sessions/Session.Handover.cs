using Mooring.Clinical.Sessions.Events;

namespace Mooring.Clinical.Sessions;

/// <content>Who has the chair.</content>
public sealed partial class Session
{
    /// <summary>Who keeps this patient in sight; null while nobody has taken the chair, and after the patient has left.</summary>
    public Actor? InCareOf => Phase >= Phase.Discharged ? null : Last<CareTakenOver>()?.By;

    /// <summary>Takes over. What the one before says is written down, so that it is not lost between two people.</summary>
    public Outcome<IReadOnlyList<SessionEvent>> TakeOver(Act act, string? told = null) => Decide(
        act,
        new CareTakenOver(InCareOf, told),
        UnlessOpen(),
        Unless(Phase < Phase.Discharged, "SES280", "The patient has left this chair; there is nobody to take over."),
        Unless(act.By.May(Right.TakeChairs), "SES281", "A chair is taken by a nurse, a prescriber or a therapist."),
        Unless(InCareOf?.Id != act.By.Id, "SES282", "You have this chair already."),
        Unless(InCareOf is null || InCareOf.Id == act.By.Id || IsSaid(told), "SES283", $"Write down what {InCareOf?.Name} told you: how the patient is, what was given, what is due, what to look out for.", "told"));
}
