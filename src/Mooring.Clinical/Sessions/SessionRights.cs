namespace Mooring.Clinical.Sessions;

/// <summary>
/// What somebody must be allowed to do for an event to be theirs. Decisions that ask more closely, such as go, time-out,
/// own limits and signature, ask for themselves; in an emergency nobody is refused.
/// </summary>
internal static class SessionRights
{
    public static Refusal? Against(Actor by, SessionEvent what) => EventTraits.Of(what).Asks is not { } right || by.May(right)
        ? null
        : new("SES321", "None of your roles may do this; ask a colleague whose work it is.");
}
