using Mooring.Clinical.Protocols;

namespace Mooring.Clinical.Courses;

/// <summary>Whether a visit may go to another day by its plan; the question that is asked where it may not, and is answered with yes.</summary>
public static class VisitMove
{
    /// <summary>The code of that question, for a day on which the visit does not count.</summary>
    public const string Outside = "VIS107";

    /// <summary>The same, for a dose too near to another.</summary>
    public const string Crowded = "VIS109";

    /// <summary>Null for a day on which it counts; for a dosing session, one that is far enough from those beside it.</summary>
    /// <param name="laid">The days on which the plan lays it.</param>
    /// <param name="dosings">The dosing sessions of the course that were held or are planned.</param>
    /// <param name="protocol">Null where it is no longer in the library: the gap between doses is not known then.</param>
    public static Refusal? Asks(Visit visit, (DateOnly From, DateOnly Until) laid, DateOnly to, IReadOnlyList<Visit> dosings, Protocol? protocol)
    {
        if (visit.Kind == VisitKind.Dosing)
            return TooNear(visit, to, dosings, protocol);
        return laid.From <= to && to <= laid.Until ? null : new(Outside, Sentence.Of(
            "The plan wants this visit from {from} to {until}. Choose one of these days, or tick that {to} is meant.", ("from", laid.From), ("until", laid.Until), ("to", to)), "to");
    }

    private static Refusal? TooNear(Visit visit, DateOnly to, IReadOnlyList<Visit> dosings, Protocol? protocol)
    {
        var before = dosings.Where(other => other.Session < visit.Session).MaxBy(other => other.Session);
        var after = dosings.Where(other => other.Session > visit.Session).MinBy(other => other.Session);
        if (before is not null && to.DayNumber - before.On.DayNumber < Least(protocol, before.Phase))
            return Near(before.On, Least(protocol, before.Phase), to);
        return after is not null && after.On.DayNumber - to.DayNumber < Least(protocol, visit.Phase) ? Near(after.On, Least(protocol, visit.Phase), to) : null;
    }

    private static Refusal Near(DateOnly other, int least, DateOnly to) => new(Crowded, Sentence.Of(
        "There is a dosing session on {other}; the protocol wants at least {least} days between the two. Choose another day, or tick that {to} is meant.", ("other", other), ("least", least), ("to", to)), "to");

    // A dose is followed by the gap of its own phase; never two on one day.
    private static int Least(Protocol? protocol, int phase) =>
        protocol?.Course.ElementAtOrDefault(phase)?.DaysApart() is { Count: > 0 } days ? days.Min() : 1;
}
