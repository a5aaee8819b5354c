using Hl7.Fhir.Model;
using Mooring.Fhir.Reading;

namespace Mooring.Fhir.Mapping;

/// <summary>The kinds of time that FHIR has, as moments and days.</summary>
internal static class Times
{
    // An age that nobody reaches.
    private const int Oldest = 150;
    private static readonly TimeSpan OneDay = TimeSpan.FromDays(1);
    private static readonly TimeSpan OneMonth = TimeSpan.FromDays(31);

    /// <summary>When it was so: of a period its end, when that is past, and otherwise its beginning; of a list the newest.</summary>
    public static Moment? At(DataType? time, DateTimeOffset now) => time switch
    {
        FhirDateTime at => Moments.Read(at.JsonValue as string),
        Instant at => Moments.Read(at.JsonValue as string),
        Period period => Past(period.EndElement, now) ?? Moments.Read(period.StartElement?.JsonValue as string) ?? Moments.Read(period.EndElement?.JsonValue as string),
        Timing timing => timing.EventElement.Select(each => Moments.Read(each?.JsonValue as string)).OfType<Moment>().Where(each => each.From <= now).OrderByDescending(each => each.From).Select(each => (Moment?)each).FirstOrDefault()
            ?? At(timing.Repeat?.Bounds, now),
        _ => null,
    };

    /// <summary>
    /// When a value counts as measured. One of which only the month or the year is known may be as new as their end: then it
    /// is in doubt, and neither too old nor fresh by its first day.
    /// </summary>
    public static (DateTimeOffset At, string? Doubt) Latest(Moment time, DateTimeOffset now) => time.Until - time.From <= OneDay
        ? (time.From, null)
        : (time.Until <= now ? time.Until : now > time.From ? now : time.From, $"its day is not known, only {(time.Until - time.From > OneMonth ? "the year" : "the month")}");

    /// <summary>The days on which something began, of every kind that says so.</summary>
    public static Days? Began(DataType? time, Days? born) => time switch
    {
        FhirDateTime at => Moments.ReadDays(at.JsonValue as string),
        Period period => Moments.ReadDays(period.StartElement?.JsonValue as string),
        Age age => InLife(age.Value, age.Value, age.Code ?? age.Unit, born),
        Hl7.Fhir.Model.Range range => InLife(range.Low?.Value, range.High?.Value, range.Low?.Code ?? range.Low?.Unit, born),
        FhirString text => Moments.ReadDays(text.Value),
        _ => null,
    };

    public static Days? Days(Date? date) => Moments.ReadDays(date?.JsonValue as string);

    public static Days? Days(FhirDateTime? date) => Moments.ReadDays(date?.JsonValue as string);

    private static Moment? Past(FhirDateTime? end, DateTimeOffset now) => Moments.Read(end?.JsonValue as string) is { } at && at.From <= now ? at : null;

    // At 30 years: any day from the 30th birthday to the day before the next.
    private static Days? InLife(decimal? from, decimal? until, string? unit, Days? born)
    {
        if (born is not { } birth || from is not (>= 0 and < Oldest) || until is not (>= 0 and < Oldest) || unit is not ("a" or "yr" or "year" or "years" or null))
            return null;
        return new(birth.From.AddYears((int)from), birth.Until.AddYears((int)until + 1).AddDays(-1));
    }
}
