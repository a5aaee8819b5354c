using Mooring.Clinical;
using Mooring.Clinical.Sessions;

namespace Mooring.Practice.Bedside;

/// <summary>Several decisions that are kept together or not at all.</summary>
internal static class AllOrNone
{
    /// <summary>Several answers on one page: all of them, or every reason why not. None at all is refused, STO165, in the words of <paramref name="empty"/>.</summary>
    public static Outcome<IReadOnlyList<SessionEvent>> Of(IEnumerable<(Outcome<IReadOnlyList<SessionEvent>> Decision, string At)> decisions, string empty)
    {
        var all = decisions.ToList();
        Refusal[] refusals = [.. all.SelectMany(one => one.Decision.Refusals.Select(refusal => refusal with { At = one.At })).Distinct()];
        SessionEvent[] events = [.. all.Where(one => one.Decision.IsDone).SelectMany(one => one.Decision.Value!)];
        return refusals.Length > 0 ? Outcome<IReadOnlyList<SessionEvent>>.Refuse(refusals)
            : events.Length > 0 ? Outcome<IReadOnlyList<SessionEvent>>.Done(events)
            : new Refusal("STO165", empty);
    }

    /// <summary>What was decided, and what goes with it.</summary>
    public static Outcome<IReadOnlyList<SessionEvent>> With(this Outcome<IReadOnlyList<SessionEvent>> decided, SessionEvent? also) =>
        decided.IsDone && also is not null ? Outcome<IReadOnlyList<SessionEvent>>.Done([.. decided.Value, also]) : decided;
}
