using Mooring.Clinical.Protocols;

namespace Mooring.Clinical.Courses;

/// <summary>One contact of the plan, on a day of the clinic's calendar.</summary>
/// <param name="Session">The dosing session it belongs to, counted from 1.</param>
/// <param name="Until">The last day on which it still counts.</param>
public sealed record Visit(VisitKind Kind, int Session, DateOnly On, DateOnly Until, string What, IReadOnlyList<string> Instruments);

/// <summary>Lays the visits of one phase out in days.</summary>
public static class Schedule
{
    // A clinic may be closed for weeks around a holiday.
    private const int DaysToLookAt = 28;

    /// <param name="openDays">Days on which people are seen; with none, only the first day is laid out.</param>
    /// <param name="sessions">Another number of sessions than the phase's own.</param>
    /// <param name="phase">The phase of the course; 0 is the induction.</param>
    public static IReadOnlyList<Visit> For(
        Protocol protocol, DateOnly firstDosing, IReadOnlySet<DayOfWeek> openDays, int? sessions = null, int phase = 0) =>
        For(protocol, firstDosing, day => openDays.Contains(day.DayOfWeek), sessions, phase);

    /// <param name="isOpen">Whether people are seen on a day; where they never are, only the first day is laid out.</param>
    /// <param name="sessions">Another number of sessions than the phase's own.</param>
    /// <param name="phase">The phase of the course; 0 is the induction.</param>
    public static IReadOnlyList<Visit> For(
        Protocol protocol, DateOnly firstDosing, Func<DateOnly, bool> isOpen, int? sessions = null, int phase = 0)
    {
        var days = Days(protocol.Course[phase], firstDosing, isOpen, sessions ?? protocol.Course[phase].Sessions);
        List<Visit> visits =
        [
            .. days.Select((day, i) => new Visit(VisitKind.Dosing, i + 1, day, day, protocol.Name, [])),
        ];
        foreach (var terms in protocol.Visits)
        {
            for (var i = 0; i < days.Count; i++)
            {
                if (Applies(terms.From, i, days.Count, phase))
                    visits.Add(Lay(terms, days[i], i + 1, isOpen));
            }
        }

        return [.. visits.OrderBy(visit => visit.On).ThenBy(visit => visit.Kind).ThenBy(visit => visit.Session)];
    }

    private static List<DateOnly> Days(CoursePhase phase, DateOnly first, Func<DateOnly, bool> open, int sessions)
    {
        List<DateOnly> days = [];
        var day = Open(first, first.AddDays(DaysToLookAt - 1), open) ?? first;
        for (var i = 0; i < sessions; i++)
        {
            days.Add(day);
            var next = day.AddDays((int)phase.Gaps[i % phase.Gaps.Count].AsTime!.Value.TotalDays);
            day = Open(next, next.AddDays(DaysToLookAt - 1), open) ?? next;
        }

        return days;
    }

    private static bool Applies(VisitAnchor from, int session, int sessions, int phase) => from switch
    {
        VisitAnchor.FirstDosing => session == 0 && phase == 0,
        VisitAnchor.LastDosing => session == sessions - 1,
        _ => true,
    };

    private static Visit Lay(VisitTerms terms, DateOnly dosing, int session, Func<DateOnly, bool> open)
    {
        var wanted = dosing.AddDays((int)terms.Offset.AsTime!.Value.TotalDays);
        var latest = dosing.AddDays((int)terms.Latest.AsTime!.Value.TotalDays);
        var day = terms.InClinic ? Open(wanted, latest, open) ?? wanted : wanted;
        return new(terms.Kind, session, day, latest, terms.What, terms.Instruments);
    }

    private static DateOnly? Open(DateOnly from, DateOnly until, Func<DateOnly, bool> open)
    {
        for (var day = from; day <= until; day = day.AddDays(1))
        {
            if (open(day))
                return day;
        }

        return null;
    }
}
