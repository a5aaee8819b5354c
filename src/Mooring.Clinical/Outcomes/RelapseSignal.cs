using System.Globalization;

namespace Mooring.Clinical.Outcomes;

/// <summary>Whether a response that was reached is lost, by scores alone. A stay in a hospital or an attempt speaks by itself.</summary>
/// <param name="Relapse">Met: lost on two readings far enough apart. Unknown: it can not be said.</param>
/// <param name="Early">Met: lost on the last reading; a second one decides.</param>
/// <param name="Since">The first of the readings on which it was lost.</param>
public sealed record RelapseSignal(Finding Relapse, Finding Early, DateTimeOffset? Since, string Says)
{
    /// <param name="definition">Null where the instrument defines no outcome.</param>
    /// <param name="course">Null before the first dose.</param>
    public static RelapseSignal Of(OutcomeDefinition? definition, CourseOutcome? course)
    {
        if (definition?.RelapseApart is not { } apart || course is null)
            return Unknown("No relapse is defined on this scale, or no session was held.");
        if (course.Baseline is null)
            return Unknown("There is no baseline of this course, so nothing is compared.");
        if (course.Points.Count == 0)
            return Unknown("No score was taken since the first session.");
        var reached = course.Points.Select((point, at) => (point, at)).Where(each => each.point.Response == Finding.Met || each.point.Remission == Finding.Met).Select(each => (int?)each.at).FirstOrDefault();
        if (reached is not { } first)
            return new(Finding.NotMet, Finding.NotMet, null, "No response was reached in this course, so none is lost.");

        // From the newest back, as long as it is lost.
        var lost = course.Points.Skip(first).Reverse().TakeWhile(point => IsLost(definition, point)).Reverse().ToList();
        if (lost.Count == 0)
            return new(Finding.NotMet, Finding.NotMet, null, "The response holds at the last score.");
        var isTwice = lost[^1].At - lost[0].At >= apart;
        var days = apart.TotalDays.ToString("0", CultureInfo.InvariantCulture);
        return new(isTwice ? Finding.Met : Finding.NotMet, Finding.Met, lost[0].At, isTwice
            ? $"The response is lost on readings at least {days} days apart."
            : $"The response is lost at the last score. A second reading at least {days} days after the first decides.");
    }

    private static bool IsLost(OutcomeDefinition definition, OutcomePoint point) =>
        point.Response == Finding.NotMet && (definition.RelapseAtLeast is not { } least || (definition.HigherIsBetter ? point.Total <= least : point.Total >= least));

    private static RelapseSignal Unknown(string says) => new(Finding.Unknown, Finding.Unknown, null, says);
}
