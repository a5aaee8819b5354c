using Mooring.Clinical.Surveillance;

namespace Mooring.Clinical.Instruments;

/// <summary>What the protocol asks around the sessions of a course, beside the clinic's own plan of asking.</summary>
public static class CourseAsking
{
    /// <summary>The occasion under which its sheets are kept.</summary>
    public const string Occasion = "course";

    /// <summary>What is due on a day, each instrument once: asked at a timepoint that stands, and not answered since its day.</summary>
    /// <param name="dayOf">The clinic's day of an instant.</param>
    public static IReadOnlyList<Asking> Due(CareTimes care, IReadOnlyList<AnswerSheet> sheets, Func<DateTimeOffset, DateOnly> dayOf, DateOnly today) => care.IsElsewhere ? [] :
    [
        .. (from timepoint in care.Timepoints
            where timepoint.Kind == TimepointKind.Questionnaire && timepoint.IsOn(today)
            from instrument in timepoint.Instruments
            where !sheets.Any(sheet => sheet.Instrument == instrument && sheet.FinishedAt is not null && sheet.TakenAt is { } at && dayOf(at) >= timepoint.On)
            select new Asking { Id = Occasion, Instrument = instrument, After = CountedFrom.Session }).DistinctBy(line => line.Instrument),
    ];
}
