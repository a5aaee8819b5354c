using System.Globalization;
using System.Text.RegularExpressions;
using Mooring.Clinical;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Patients;

namespace Mooring.Web.Components;

/// <summary>How the pages say dates, roles and the like: words, not codes.</summary>
public static partial class Words
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    public static string Of(Role role) => role switch
    {
        Role.Prescriber => "prescriber",
        Role.Nurse => "nurse",
        Role.Therapist => "therapist",
        Role.FrontDesk => "front desk",
        Role.Manager => "manager",
        Role.Patient => "patient",
        Role.MedicalDirector => "medical director",
        Role.Technician => "technician",
        Role.Biller => "biller",
        Role.PrivacyOfficer => "privacy officer",
        Role.Pharmacist => "pharmacist",
        Role.OutsideTherapist => "outside therapist",
        Role.Coder => "coder",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "This role has no word yet."),
    };

    /// <summary>The words as they begin a sentence.</summary>
    public static string Begun(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>The words within a sentence; what follows their first letter stays, names and days too.</summary>
    public static string Within(string words) => words.Length == 0 ? words : char.ToLowerInvariant(words[0]) + words[1..];

    /// <summary>The roles somebody acted in, or what acted that is no person.</summary>
    public static string Of(Actor by) => by.Kind switch
    {
        ActorKind.Person => string.Join(" and ", by.Roles.Select(Of)),
        ActorKind.Device => "device",
        ActorKind.Job => "the program",
        ActorKind.App => "another program",
        _ => throw new ArgumentOutOfRangeException(nameof(by), by.Kind, "This kind has no word yet."),
    };

    public static string Of(Sex sex) => sex switch
    {
        Sex.Female => "female",
        Sex.Male => "male",
        Sex.Other => "other",
        _ => "sex not recorded",
    };

    public static string Of(Urgency urgency) => urgency == Urgency.Soon ? "soon, within days" : "routine";

    /// <summary>Sun, Nov 22, 2026.</summary>
    public static string Day(DateOnly day) => day.ToString("ddd, MMM d, yyyy", English);

    /// <summary>Nov 22, 2026: where nobody asks for the weekday, as of a birth.</summary>
    public static string Date(DateOnly day) => day.ToString("MMM d, yyyy", English);

    /// <summary>Sun, Nov 22: a day of these weeks.</summary>
    public static string ShortDay(DateOnly day) => day.ToString("ddd, MMM d", English);

    /// <summary>Sun, Nov 22, 2026 at 9:05 AM, in the clinic's own time.</summary>
    public static string DayAndTime(DateTimeOffset instant, Clinic clinic) =>
        clinic.LocalTime(instant).ToString("ddd, MMM d, yyyy 'at' h:mm tt", English);

    /// <summary>9:05 AM.</summary>
    public static string Time(DateTimeOffset instant, Clinic clinic) => SentencePrinter.Time(instant, clinic, English);

    /// <summary>The sentence with its days as the clinic says them: "Nov 29, 2026" for "2026-11-29".</summary>
    public static string InDays(string says) => BareDay().Replace(says, match =>
        DateOnly.TryParseExact(match.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.ToString("MMM d, yyyy", English) : match.Value);

    // Not a part of an instant, a number or an address.
    [GeneratedRegex(@"(?<![\w/.-])\d{4}-\d\d-\d\d(?![\w/-]| \d\d:\d\d)", RegexOptions.None, 1000)]
    private static partial Regex BareDay();

    /// <summary>What somebody wrote, ended once: with the stop that is there, or with one.</summary>
    public static string Ended(string says) => says.TrimEnd() is { Length: > 0 } written && written[^1] is not ('.' or '!' or '?') ? written + "." : says.TrimEnd();

    /// <summary>now, 7 min ago, 3 h ago, 9 days ago: as long ago as somebody would say it.</summary>
    public static string Ago(TimeSpan age) => age < TimeSpan.FromMinutes(1) ? "now" : $"{Span(age)} ago";

    /// <summary>34 s, 7 min, 3 h, 9 days: never a number that nobody can picture.</summary>
    public static string Span(TimeSpan time) => time switch
    {
        { TotalMinutes: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(time.TotalSeconds):0} s"),
        { TotalHours: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(time.TotalMinutes):0} min"),
        { TotalDays: < 2 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(time.TotalHours):0} h"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(time.TotalDays):0} days"),
    };

    /// <summary>2026-11-22T15:05:00.0000000Z, for machines.</summary>
    public static string Iso(DateTimeOffset instant) => instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    public static string? Iso(DateTimeOffset? instant) => instant is { } known ? Iso(known) : null;
}
