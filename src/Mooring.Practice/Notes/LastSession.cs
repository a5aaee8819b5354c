using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Vitals;
using Mooring.Content.Library;
using Mooring.Practice.Sessions;

namespace Mooring.Practice.Notes;

/// <summary>The last session in which something was given: dose, pressure and oxygen as charted, side effects.</summary>
public sealed class LastSession(SessionFacts facts, SessionJournal journal, SessionContent content)
{
    internal async Task<(IReadOnlyList<string> Lines, DateTimeOffset? AsOf)> Of(Id<Patient> patient, FactLines words, CancellationToken cancel)
    {
        if ((await facts.Of(patient, cancel)).LastOrDefault(session => session.FirstDoseAt is not null) is not { } last)
            return ([], null);
        List<string> lines = [words.Line("given", ("day", words.Day(last.FirstDoseAt!.Value)), ("dose", FactLines.Number(Math.Round(last.Total.InMilligrams, 1))), ("drug", last.Drug), ("route", words.Line(NoteContent.Name(last.Route))))];
        if (await journal.Load(last.Id, cancel) is { } session && Pressure(session, words) is { } pressure)
            lines.Add(pressure);
        lines.AddRange(last.Adverse.Select(adverse => words.Line("event",
            ("name", content.AdverseTerms.Find(adverse.What.Term)?.Name ?? adverse.What.Term), ("grade", FactLines.Number(adverse.What.Grade)), ("outcome", words.Line(NoteContent.Name(adverse.What.Outcome))))));
        if (last.Adverse.Count == 0)
            lines.Add(words.Line("no-event"));
        return (lines, last.LeftAt ?? last.FirstDoseAt);
    }

    // Said only where both were charted: half of it would read as if the rest were well.
    private static string? Pressure(Session session, FactLines words)
    {
        var highest = session.Chart.Of(VitalSign.Systolic.Code).MaxBy(value => value.Value);
        var lowest = session.Chart.Of(VitalSign.SpO2.Code).MinBy(value => value.Value);
        if (highest is null || lowest is null)
            return null;
        var diastolic = session.Chart.Of(VitalSign.Diastolic.Code).FirstOrDefault(value => value.Event == highest.Event)?.Value;
        return words.Line("pressure", ("high", diastolic is { } under ? $"{FactLines.Number(highest.Value)}/{FactLines.Number(under)}" : FactLines.Number(highest.Value)), ("low", $"{FactLines.Number(lowest.Value)} %"));
    }
}
