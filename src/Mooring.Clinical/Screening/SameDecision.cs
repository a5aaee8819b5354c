namespace Mooring.Clinical.Screening;

/// <summary>Whether a form that comes again says what was decided by it the first time.</summary>
public static class SameDecision
{
    public static bool IsSaidBy(this EligibilityDraft draft, EligibilityDecision kept) =>
        draft.Choice == kept.Choice && draft.Reason.Trim() == kept.Reason && draft.Conditions.Trim() == kept.Conditions
        && (draft.Choice != EligibilityChoice.Deferred || draft.DeferredUntil == kept.DeferredUntil)
        && Said(draft.Reasons).SequenceEqual(Said(kept.Reasons));

    private static IEnumerable<(string, string)> Said(IReadOnlyDictionary<string, string> reasons) =>
        reasons.Where(reason => !string.IsNullOrWhiteSpace(reason.Value)).Select(reason => (reason.Key, reason.Value)).OrderBy(reason => reason.Key, StringComparer.Ordinal);
}
