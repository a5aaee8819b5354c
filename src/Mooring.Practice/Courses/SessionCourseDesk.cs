using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Charting;
using Mooring.Clinical.Vitals;
using Mooring.Kinetics.Quantities;
using Mooring.Practice.Sessions;

namespace Mooring.Practice.Courses;

/// <summary>One session of a course in a line: what was given, how the patient bore it, what happened.</summary>
/// <param name="Before">The last pressure before the first dose, mmHg; null when none was charted.</param>
/// <param name="Highest">The highest systolic pressure from the first dose on, with the diastolic beside it, mmHg.</param>
/// <param name="LowestSaturation">The lowest SpO2 from the first dose on, percent.</param>
/// <param name="Adverse">The adverse events of this session, the oldest first.</param>
public sealed record SessionInLine(
    Id<Session> Id, DateTimeOffset At, Mass Total, DoseRoute Route, Pressure? Before, Pressure? Highest, double? LowestSaturation, IReadOnlyList<AdverseEntry> Adverse);

/// <summary>A charted pressure, mmHg; the diastolic is null where only one was charted.</summary>
public sealed record Pressure(double Systolic, double? Diastolic);

/// <summary>The held sessions of a patient beside each other, for whoever decides how the course goes on.</summary>
public sealed class SessionCourseDesk(SessionFacts facts, SessionJournal journal, AdverseDesk adverse)
{
    /// <summary>Sessions in which something was given, oldest first.</summary>
    public async Task<IReadOnlyList<SessionInLine>> Of(Id<Patient> patient, CancellationToken cancel)
    {
        var events = (await adverse.Of(patient, cancel)).ToLookup(entry => entry.Session);
        List<SessionInLine> lines = [];
        foreach (var fact in (await facts.Of(patient, cancel)).Where(fact => fact.FirstDoseAt is not null).OrderBy(fact => fact.FirstDoseAt))
        {
            if (await journal.Load(fact.Id, cancel) is not { FirstDoseAt: { } dosed } session)
                continue;
            var after = session.Chart.Of(VitalSign.Systolic.Code).Where(value => value.At >= dosed).MaxBy(value => value.Value);
            lines.Add(new(
                fact.Id,
                dosed,
                fact.Total,
                fact.Route,
                PressureOf(session.Chart, session.Chart.Of(VitalSign.Systolic.Code).LastOrDefault(value => value.At < dosed)),
                PressureOf(session.Chart, after),
                session.Chart.Of(VitalSign.SpO2.Code).Where(value => value.At >= dosed).Select(value => (double?)value.Value).Min(),
                [.. events[fact.Id]]));
        }

        return lines;
    }

    private static Pressure? PressureOf(Chart chart, Observed? systolic) => systolic is null
        ? null
        : new(systolic.Value, chart.Of(VitalSign.Diastolic.Code).LastOrDefault(value => value.At == systolic.At)?.Value);
}
