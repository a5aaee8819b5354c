namespace Mooring.Clinical.Scheduling;

/// <summary>Whoever comes, comes and has left while the clinic is open.</summary>
internal static class HourConflicts
{
    public static IEnumerable<Conflict> Of(Appointment wanted, Book book)
    {
        var (clinic, day) = (book.Clinic, wanted.Day);
        if (clinic.Opening.Asks("APT108", day, "day") is { } closed)
        {
            yield return new(ConflictKind.ClosedDay, closed.Code, closed.At!, closed.Sentence, wanted.Start, wanted.End);
            yield break;
        }

        var hours = clinic.Opening.HoursOf(day)!;
        var (opens, closes) = (WallTime.Of(day, hours.From, clinic.Zone).At, WallTime.Of(day, hours.Until, clinic.Zone).At);
        var (end, last) = (wanted.End, closes - book.Terms.ClosingMargin.Time);
        if (wanted.Start < opens)
            yield return new(ConflictKind.BeforeOpening, "APT110", "time", $"The clinic opens at {opens}.", wanted.Start, opens);
        if (end > last)
            yield return new(ConflictKind.PastClosing, "APT117", "time", $"It would end at {end}. The last patient has left by {last}, and the clinic closes at {closes}.", last, end);
    }
}
