namespace Mooring.Clinical.Courses;

/// <summary>Whether a form that comes again says what was signed by it the first time.</summary>
public static class SamePlan
{
    // The first session stands on the next day that the clinic is open, which a closed week puts off.
    private const int MostDaysLater = 28;

    public static bool IsSaidBy(this PlanDraft draft, Plan kept)
    {
        var (typed, signed) = (draft.Dose.Request, kept.Dose.Request);
        var first = kept.Dosings.Select(visit => visit.On).Min();
        return draft.Protocol.Id == kept.ProtocolId && typed with { FirstSession = signed.FirstSession, Previous = signed.Previous } == signed
            && first >= draft.FirstDosing && first < draft.FirstDosing.AddDays(MostDaysLater)
            && (draft.Sessions is not { } sessions || sessions == Sessions(draft, kept))
            && draft.Reasons.OrderBy(reason => reason.Key, StringComparer.Ordinal).SequenceEqual(kept.Reasons.OrderBy(reason => reason.Key, StringComparer.Ordinal));
    }

    // As the form counts them: those of its first phase, and what had been held of it.
    private static int Sessions(PlanDraft draft, Plan kept)
    {
        var phase = kept.Dosings.Min(visit => visit.Phase);
        return kept.Dosings.Count(visit => visit.Phase == phase) + (draft.Within?.HeldIn(phase) ?? 0);
    }
}
