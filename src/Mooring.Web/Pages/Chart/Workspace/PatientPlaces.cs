using Mooring.Clinical;

namespace Mooring.Web.Pages.Chart.Workspace;

/// <summary>One page of a patient, as it stands in the menu beside the chart.</summary>
/// <param name="To">The last part of its address; empty for the summary.</param>
/// <param name="Right">Who has not this, is not shown it; the page behind it asks for the same.</param>
public sealed record PatientPlace(string To, string Icon, string Says, string Group, Right Right);

/// <summary>All places of a patient in their order: the same on every page about one person.</summary>
public static class PatientPlaces
{
    private const string Before = "Before treatment";
    private const string Course = "Course";
    private const string Writing = "Notes and contact";
    private const string Person = "Person";

    /// <summary>The group of what belongs to privacy; it is all that the privacy officer sees of a patient.</summary>
    public const string Privacy = "Privacy";

    public static IReadOnlyList<PatientPlace> All { get; } =
    [
        new("", "user-check", "Summary", "", Right.FindPatients),
        new("history", "clipboard-list", "History", Before, Right.ReadCharts),
        new("questionnaires", "list-checks", "Questionnaires", Before, Right.ReadCharts),
        new("risk", "shield", "Suicide risk", Before, Right.ReadCharts),
        new("safety-plan", "shield-check", "Safety plan", Before, Right.ReadCharts),
        new("screening", "stethoscope", "Screening", Before, Right.ReadCharts),
        new("consent", "signature", "Consent", Before, Right.ReadCharts),
        new("baseline", "clipboard-check", "Baseline", Before, Right.ReadCharts),
        new("plan", "scale", "Plan", Course, Right.ReadCharts),
        new("holds", "pill", "Medicines held", Course, Right.ReadCharts),
        new("expect", "file-text", "What to expect", Course, Right.ReadCharts),
        new("course", "route", "Course", Course, Right.ReadCharts),
        new("visits", "calendar", "Visits", Course, Right.ArrangeVisits),
        new("sessions", "armchair", "Sessions", Course, Right.ReadCharts),
        new("adverse", "circle-alert", "Adverse events", Course, Right.ReadCharts),
        new("outcomes", "chart-line", "Outcomes", Course, Right.ReadCharts),
        new("review", "flag", "Review", Course, Right.ReadCharts),
        new("notes", "notebook-pen", "Notes", Writing, Right.ReadCharts),
        new("documents", "file-text", "Documents", Writing, Right.AddDocuments),
        new("goals", "flag", "Goals", Course, Right.ReadCharts),
        new("referral", "mail", "Referral", Writing, Right.ReadCharts),
        new("follow-up", "phone", "Follow-up", Writing, Right.ReadCharts),
        new("call-back", "phone", "Asks to be called", Writing, Right.ArrangeVisits),
        new("attention", "siren", "Calls and events", Writing, Right.ReadCharts),
        new("person", "user", "Person", Person, Right.RegisterPatients),
        new("merge", "users", "Merge charts", Person, Right.ReadCharts),
        new("archive", "inbox", "Archive", Person, Right.RegisterPatients),
        new("insurance", "id-card", "Insurance", Person, Right.RegisterPatients),
        new("link", "link", "Patient portal link", Person, Right.InvitePatients),
        new("team", "users", "Care team", Privacy, Right.KeepCareTeams),
        new("part2", "lock", "Substance use records", Privacy, Right.KeepPart2),
        new("disclosures", "send", "Disclosures", Privacy, Right.ReadDisclosures),
        new("requests", "inbox", "Requests", Privacy, Right.AnswerRequests),
    ];

    public static IEnumerable<PatientPlace> For(Actor by) => All.Where(place => by.May(place.Right));

    /// <summary>The place that an address below a patient belongs to: "plan" for "plan/new"; the summary for the patient itself.</summary>
    /// <param name="below">What follows the patient's id, without the first slash.</param>
    public static PatientPlace? At(string below) => All.FirstOrDefault(place => place.To == below || (place.To.Length > 0 && below.StartsWith(place.To + "/", StringComparison.Ordinal)));
}
