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
        "name", "drug", "route", "label", "infusion-minutes", "observation-minutes", "visit-length", "session-plan",
        "first-day", "escort", "call-us", "preparations", "integrations", "checks",
    };

    internal static IReadOnlyDictionary<string, string> Of(Plan plan, Protocol protocol, EducationText text, EducationFacts facts)
    {
        // What is told is the phase that comes; what follows it is told when it is near.
        var phase = plan.Dosings.Select(visit => visit.Phase).DefaultIfEmpty(0).Min();
        var dosings = plan.Dosings.Where(visit => visit.Phase == phase).ToList();
        var words = new Dictionary<string, string>(Clinic(text, facts.ClinicPhone), StringComparer.Ordinal)
        {
            ["name"] = facts.PatientFirstName,
            ["drug"] = text.Words[protocol.Drug == Drug.Racemic ? "racemic" : "esketamine"],
            ["route"] = text.Words[Key(protocol.Route)],
            ["label"] = text.Words[protocol.Label == LabelStatus.OnLabel ? "on-label" : "off-label"],
            ["observation-minutes"] = Minutes(protocol.Stay.Observation),
            ["visit-length"] = $"{Hours(protocol.Stay.VisitLow)}–{Hours(protocol.Stay.VisitHigh)}",
            ["session-plan"] = Sessions(dosings.Count, protocol.Course[Math.Min(phase, protocol.Course.Count - 1)], text),
            ["first-day"] = dosings.Count > 0 ? Day(dosings[0].On, text) : text.Words["no-day"],
            ["escort"] = facts.Escort ?? text.Words["no-escort"],
            ["preparations"] = Count(plan, phase, VisitKind.Preparation),
            ["integrations"] = Count(plan, phase, VisitKind.Integration),
            ["checks"] = CheckWords.Of(facts.Rounds, text),
        };
        if (plan.Dose.Request.Over is { } over)
            words["infusion-minutes"] = Minutes(over);
        return words;
    }

    /// <summary>How the clinic is reached: its phone, or where to ask for it.</summary>
    internal static IReadOnlyDictionary<string, string> Clinic(EducationText text, string? phone) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["call-us"] = string.IsNullOrWhiteSpace(phone) ? text.Words["no-phone"] : Fill(text, "phone", ("number", phone)),
    };

    internal static string Fill(EducationText text, string word, params (string Name, string Says)[] with) =>
        Placeholders.Fill(text.Words[word], with.ToDictionary(each => each.Name, each => each.Says, StringComparer.Ordinal));

    private static string Key(DoseRoute route) => route.ToString().ToLowerInvariant();

    private static string Count(Plan plan, int phase, VisitKind kind) => Whole(plan.Visits.Count(visit => visit.Kind == kind && visit.Phase == phase));

    private static string Minutes(Quantity time) => Whole(time.AsTime!.Value.TotalMinutes);

    private static string Hours(Quantity time) => time.AsTime!.Value.TotalHours.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Whole(double number) => number.ToString("0", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day, EducationText text) => Fill(text, "date",
        ("day", Whole(day.Day)), ("month", text.Words[string.Create(CultureInfo.InvariantCulture, $"month-{day.Month}")]), ("year", Whole(day.Year)));

    /// <summary>"6 sessions, twice a week": the spacing is the phase's mean gap, by its name where it has one.</summary>
    private static string Sessions(int count, CoursePhase phase, EducationText text)
    {
        if (count == 1 || phase.Gaps.Count == 0)
            return text.Words["one-session"];
        var days = phase.Gaps.Average(gap => gap.AsTime!.Value.TotalDays);
        var named = text.Words.GetValueOrDefault(string.Create(CultureInfo.InvariantCulture, $"every-{days:0.#}-days"));
        return Fill(text, "sessions", ("count", Whole(count)), ("spacing", named ?? Fill(text, "every-so-many-days", ("days", Whole(days)))));
    }
}
