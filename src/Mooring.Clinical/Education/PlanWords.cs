using System.Globalization;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Protocols;
using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Education;

/// <summary>The words of one plan that texts for patients may ask for.</summary>
public static class PlanWords
{
    /// <summary>Every placeholder that content may use; the library check holds texts to it.</summary>
    public static IReadOnlySet<string> Names { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "name", "drug", "route", "label", "infusion-minutes", "observation-minutes", "visit-length", "sessions", "spacing",
        "first-day", "escort", "clinic-phone", "preparations", "integrations",
    };

    internal static IReadOnlyDictionary<string, string> Of(Plan plan, Protocol protocol, EducationText text, ToldFacts facts)
    {
        var culture = CultureInfo.InvariantCulture;
        var dosings = plan.Dosings.ToList();
        var words = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = facts.PatientFirstName,
            ["drug"] = text.Words[protocol.Drug == Drug.Racemic ? "racemic" : "esketamine"],
            ["route"] = text.Words[protocol.Route.ToString().ToLowerInvariant()],
            ["label"] = text.Words[protocol.Label == LabelStatus.OnLabel ? "on-label" : "off-label"],
            ["observation-minutes"] = Minutes(protocol.Stay.Observation),
            ["visit-length"] = $"{Hours(protocol.Stay.VisitLow)}–{Hours(protocol.Stay.VisitHigh)}",
            ["sessions"] = dosings.Count.ToString(culture),
            ["spacing"] = dosings.Count == 1 ? text.Words["once"] : Spacing(protocol.Course[0], text),
            ["first-day"] = dosings.Count > 0 ? dosings[0].On.ToString("yyyy-MM-dd", culture) : "–",
            ["escort"] = facts.Escort ?? text.Words["no-escort"],
            ["clinic-phone"] = facts.ClinicPhone,
            ["preparations"] = Count(plan, VisitKind.Preparation),
            ["integrations"] = Count(plan, VisitKind.Integration),
        };
        if (plan.Dose.Request.Over is { } over)
            words["infusion-minutes"] = Minutes(over);
        return words;
    }

    private static string Count(Plan plan, VisitKind kind) =>
        plan.Visits.Count(visit => visit.Kind == kind).ToString(CultureInfo.InvariantCulture);

    private static string Minutes(Quantity time) => time.AsTime!.Value.TotalMinutes.ToString("0", CultureInfo.InvariantCulture);

    private static string Hours(Quantity time) => time.AsTime!.Value.TotalHours.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>Named by the phase's mean gap, such as "twice a week".</summary>
    private static string Spacing(CoursePhase phase, EducationText text) =>
        text.Words[string.Create(CultureInfo.InvariantCulture, $"every-{phase.Gaps.Average(gap => gap.AsTime!.Value.TotalDays):0.#}-days")];
}
