using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Outcomes;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Sessions;
using Mooring.Content.Library;
using Mooring.Kinetics.Quantities;
using Mooring.Practice.Questionnaires;
using Mooring.Practice.Screening;
using Mooring.Practice.Sessions;
using Mooring.Storage;

namespace Mooring.Practice.Courses;

/// <summary>A dosing session in which something was given.</summary>
public sealed record HeldSession(Id<Session> Id, DateTimeOffset At, Mass Total);

/// <summary>One instrument over a course: every score, and what it means by the instrument's definition.</summary>
/// <param name="Course">Null before the first dose, and where the instrument defines no outcome.</param>
public sealed record InstrumentCourse(
    string Instrument, string Title, OutcomeDefinition? Definition, IReadOnlyList<TimedScore> Scores, double Worst, CourseOutcome? Course)
{
    /// <summary>Percent of improvement at the last score, from the baseline of the course; null when it is not known.</summary>
    public double? Improvement => Course?.Points is [.., var last] ? last.FallPercent : null;
}

/// <summary>How a course has gone so far: sessions held, scores, outcome.</summary>
public sealed class CourseDesk(MooringDb db, SessionFacts sessions, FactsDesk history, ClinicalLibrary library)
{
    /// <summary>Sessions in which something was given, oldest first. What was opened and not begun does not count.</summary>
    public async Task<IReadOnlyList<HeldSession>> Held(Id<Patient> patient, CancellationToken cancel) =>
    [
        .. from session in await sessions.Of(patient, cancel)
           where session.FirstDoseAt is not null
           orderby session.FirstDoseAt
           select new HeldSession(session.Id, session.FirstDoseAt!.Value, session.Total),
    ];

    /// <summary>Every instrument with a total that this person ever filled in.</summary>
    /// <param name="began">From where it is judged; null for the first session of all.</param>
    public async Task<IReadOnlyList<InstrumentCourse>> Outcomes(Id<Patient> patient, CancellationToken cancel, DateTimeOffset? began = null)
    {
        var facts = await history.Of(patient, cancel) ?? new();
        var items = await Items(patient, cancel);
        var first = began ?? (await Held(patient, cancel)).Select(session => (DateTimeOffset?)session.At).FirstOrDefault();
        return
        [
            .. from sheet in facts.Scores
               where sheet.Total is not null
               group sheet by sheet.Instrument into sheets
               where library.Instruments.ContainsKey(sheets.Key)
               orderby sheets.Key == "phq-9" ? 0 : 1, sheets.Key
               select Course(library.Instruments[sheets.Key].Value, [.. sheets.OrderBy(sheet => sheet.At).Select(sheet => new TimedScore(sheet.At, sheet.Total!.Value, items.GetValueOrDefault((sheets.Key, sheet.At))))], first),
        ];
    }

    /// <summary>One instrument over a course; null when it was never filled in.</summary>
    /// <param name="began">The first session of the course; null for the first of all.</param>
    public async Task<InstrumentCourse?> Outcome(Id<Patient> patient, string instrument, DateTimeOffset? began, CancellationToken cancel) =>
        (await Outcomes(patient, cancel, began)).FirstOrDefault(course => course.Instrument == instrument);

    // The answers to the items whose rise counts by itself, by instrument and time.
    private async Task<Dictionary<(string Instrument, DateTimeOffset At), double?>> Items(Id<Patient> patient, CancellationToken cancel)
    {
        var watched = library.Instruments.Values.Where(read => read.Value.Outcome?.DeteriorationItem is not null)
            .ToDictionary(read => read.Value.Id, read => read.Value.Items.Select(item => item.Id).ToList().IndexOf(read.Value.Outcome!.DeteriorationItem!), StringComparer.Ordinal);
        string[] named = [.. watched.Keys];
        var sheets = await db.Set<AnswerSheetRow>().AsNoTracking()
            .Where(row => row.PatientId == patient && row.FinishedAt != null && row.TakenAt != null && named.Contains(row.Instrument)).ToListAsync(cancel);
        return sheets.GroupBy(sheet => (sheet.Instrument, sheet.TakenAt!.Value))
            .ToDictionary(same => same.Key, same => same.Last().Answers.ElementAtOrDefault(watched[same.Key.Instrument]) is { } answer ? (double?)answer : null);
    }

    private static InstrumentCourse Course(Clinical.Instruments.Instrument instrument, IReadOnlyList<TimedScore> scores, DateTimeOffset? firstDose) => new(
        instrument.Id,
        instrument.Title.En,
        instrument.Outcome,
        scores,
        instrument.Bands.Count > 0 ? instrument.Bands.Max(band => band.To) : scores.Max(score => score.Total),
        instrument.Outcome is { } definition && firstDose is { } at ? CourseOutcome.Assess(instrument.Title.En, definition, scores, at) : null);
}
