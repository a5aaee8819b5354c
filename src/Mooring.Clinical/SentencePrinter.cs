using System.Globalization;
using Mooring.Clinical.Patients;

namespace Mooring.Clinical;

/// <summary>
/// Prints sentences for one reader: in the clinic's time and the reader's language. The one place where an instant in a
/// sentence becomes words; pages, commands and answers to programs all print through it.
/// </summary>
public sealed class SentencePrinter(Clinic clinic, DateTimeOffset now, Language language = Language.English)
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");
    private static readonly CultureInfo Spanish = CultureInfo.GetCultureInfo("es-US");

    private readonly CultureInfo culture = language == Language.Spanish ? Spanish : English;

    public string Print(Sentence sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        return sentence.Print(Print);
    }

    /// <summary>The refusal with its sentence printed.</summary>
    public Refusal Print(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return refusal.Sentence.Values.Count == 0 ? refusal : refusal with { Sentence = Print(refusal.Sentence) };
    }

    public IReadOnlyList<Refusal> Print(IEnumerable<Refusal> refusals) => [.. refusals.Select(Print)];

    /// <summary>9:05 AM of today; of another day, that day with it.</summary>
    public string Instant(DateTimeOffset at) => clinic.DayOf(at) == clinic.DayOf(now) ? Time(at, clinic, culture)
        : language == Language.Spanish ? $"{Day(clinic.DayOf(at))}, {Time(at, clinic, culture)}"
        : $"{Time(at, clinic, culture)} on {Day(clinic.DayOf(at))}";

    /// <summary>Nov 29, 2026.</summary>
    public string Day(DateOnly on) => on.ToString(language == Language.Spanish ? "d MMM yyyy" : "MMM d, yyyy", culture);

    /// <summary>9:05 AM, as the clinic's clock on the wall shows it.</summary>
    public static string Time(DateTimeOffset at, Clinic clinic, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(clinic);
        return clinic.LocalTime(at).ToString("h:mm tt", culture);
    }

    internal static string Span(TimeSpan time, CultureInfo culture) => time switch
    {
        { TotalMinutes: < 1 } => string.Create(culture, $"{time.TotalSeconds:0.##} s"),
        { TotalHours: < 2 } => string.Create(culture, $"{time.TotalMinutes:0.##} min"),
        { Minutes: 0 } => string.Create(culture, $"{Math.Floor(time.TotalHours):0} h"),
        _ => string.Create(culture, $"{Math.Floor(time.TotalHours):0} h {time.Minutes} min"),
    };

    private string Print(SentenceValue value) => value switch
    {
        SentenceValue.Instant one => Instant(one.At),
        SentenceValue.Day one => Day(one.On),
        SentenceValue.Span one => Span(one.Time, culture),
        SentenceValue.Number one => one.Value.ToString(one.Format, culture),
        _ => value.ToString(),
    };
}
