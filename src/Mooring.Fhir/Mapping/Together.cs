using Mooring.Clinical.Patients;

namespace Mooring.Fhir.Mapping;

/// <summary>Statements of one antidepressant for the same time: what was taken beside each other is one dose a day.</summary>
internal static class Together
{
    /// <summary>Null where there are no two such statements.</summary>
    public static HistoryChange? Of(IReadOnlyList<ReportedThing> same)
    {
        var told = same.Where(each => each is { Change: TrialReported { Trial.DosePerDay: not null }, During: not null }).ToList();
        return (from one in told
                let beside = told.Where(other => Overlap(one, other) is { } days && days * 2 > Math.Min(Length(one), Length(other))).ToList()
                where beside.Count > 1
                let sum = beside.Sum(each => ((TrialReported)each.Change).Trial.DosePerDay)
                orderby sum descending
                let trial = ((TrialReported)one.Change).Trial
                let weeks = beside.Min(other => (Overlap(one, other) ?? 0) / 7.0)
                select new TrialReported(trial with { DosePerDay = sum, Weeks = trial.Weeks is null ? null : Math.Min(trial.Weeks.Value, weeks) })).FirstOrDefault();
    }

    private static double? Overlap(ReportedThing one, ReportedThing other) =>
        Days(one) is { } a && Days(other) is { } b && Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start) is var days and > 0 ? days : null;

    private static double Length(ReportedThing told) => Days(told) is { } days ? days.End - days.Start : 0;

    private static (double Start, double End)? Days(ReportedThing told) =>
        Times.Days(told.During?.StartElement) is { } start && Times.Days(told.During?.EndElement) is { } end && end.From >= start.Until ? (start.Until.DayNumber, end.From.DayNumber) : null;
}
