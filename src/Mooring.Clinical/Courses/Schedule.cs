using Mooring.Clinical.Protocols;

namespace Mooring.Clinical.Courses;

/// <summary>One contact of the plan, on a day of the clinic's calendar.</summary>
/// <param name="Session">The dosing session of the course that it belongs to, counted from 1.</param>
/// <param name="Until">The last day on which it still counts.</param>
public sealed record Visit(VisitKind Kind, int Session, DateOnly On, DateOnly Until, string What, IReadOnlyList<string> Instruments)
{
    /// <summary>The phase of the course, from 0. Plans signed before courses had phases laid out the induction alone.</summary>
    public int Phase { get; init; }
}

/// <summary>A phase of a course that is still to be laid out, and how many sessions of it.</summary>
/// <param name="Phase">From 0.</param>
public sealed record PhaseToLay(int Phase, CoursePhase Terms, int Sessions);

/// <summary>Lays the visits of a course out in days, phase after phase.</summary>
public static class Schedule
{
    // A clinic may be closed for weeks around a holiday.
    private const int DaysToLookAt = 28;

    /// <param name="openDays">Days on which people are seen; with none, only the first day is laid out.</param>
    /// <param name="sessions">Another number of sessions than the phase's own.</param>
    /// <param name="phase">The phase of the course; 0 is the induction.</param>
    public static IReadOnlyList<Visit> For(
        Protocol protocol, DateOnly firstDosing, IReadOnlySet<DayOfWeek> openDays, int? sessions = null, int phase = 0) =>
        For(protocol, [new(phase, protocol.Course[phase], sessions ?? protocol.Course[phase].Sessions)], 0, firstDosing, new CourseDays(day => openDays.Contains(day.DayOfWeek)));

    /// <summary>Everything that is left of a course. A session is followed by the gap of its own phase, also into the next one.</summary>
    /// <param name="held">Sessions of the course held before; those laid out are numbered on from there.</param>
    /// <param name="open">The days on which people are seen; where they never are, only the first day is laid out.</param>
    public static IReadOnlyList<Visit> For(Protocol protocol, IReadOnlyList<PhaseToLay> phases, int held, DateOnly firstDosing, CourseDays open)
    {
        List<Visit> visits = [];
        var (day, number) = (firstDosing, held);
        foreach (var phase in phases.Where(phase => phase.Sessions > 0))
        {
            var days = Days(phase.Terms, day, open, phase.Sessions);
            visits.AddRange(Phase(protocol, phase, days, number, open));
            (day, number) = (days[^1].AddDays(Gap(phase.Terms, days.Count - 1, open)), number + days.Count);
        }

        return [.. visits.OrderBy(visit => visit.On).ThenBy(visit => visit.Kind).ThenBy(visit => visit.Session)];
    }

    // A message and a questionnaire are timepoints of the course: nobody comes.
    private static IEnumerable<Visit> Phase(Protocol protocol, PhaseToLay phase, List<DateOnly> days, int before, CourseDays open)
    {
        for (var i = 0; i < days.Count; i++)
        {
            yield return new(VisitKind.Dosing, before + i + 1, days[i], days[i], protocol.Name, []) { Phase = phase.Phase };
            foreach (var terms in protocol.Visits.Where(terms => terms.Kind.IsVisit()))
            {
                if (Applies(terms.From, phase, i, days.Count, before))
                    yield return Lay(terms, days[i], before + i + 1, open) with { Phase = phase.Phase };
            }
        }
    }

    // On few weekdays the next of them is taken that is not too soon, so that Monday and Thursday stay Monday and Thursday.
    private static int Gap(CoursePhase phase, int session, CourseDays open) =>
        open.IsNarrow ? phase.DaysApart().Min() : phase.DaysApart()[session % phase.Gaps.Count];

    private static List<DateOnly> Days(CoursePhase phase, DateOnly first, CourseDays open, int sessions)
    {
        List<DateOnly> days = [];
        var day = open.Next(first, first.AddDays(DaysToLookAt - 1)) ?? first;
        for (var i = 0; i < sessions; i++)
        {
            days.Add(day);
            var next = day.AddDays(Gap(phase, i, open));
            day = open.Next(next, next.AddDays(DaysToLookAt - 1)) ?? next;
        }

        return days;
    }

    // Maintenance has no last session; its review comes by time.
    private static bool Applies(VisitAnchor from, PhaseToLay phase, int session, int sessions, int before) => from switch
    {
        VisitAnchor.FirstDosing => session == 0 && phase.Phase == 0 && before == 0,
        VisitAnchor.LastDosing => session == sessions - 1 && phase.Terms.Kind != PhaseKind.Maintenance,
        _ => true,
    };

    private static Visit Lay(VisitTerms terms, DateOnly dosing, int session, CourseDays open)
    {
        var wanted = dosing.AddDays((int)terms.Offset.AsTime!.Value.TotalDays);
        var latest = dosing.AddDays((int)terms.Latest.AsTime!.Value.TotalDays);
        var day = terms.InClinic ? open.Next(wanted, latest) ?? wanted : wanted;
        return new(terms.Kind, session, day, latest, terms.What, terms.Instruments);
    }
}
