namespace Mooring.Clinical.Scheduling;

/// <summary>Nobody is in two places, and doses lie as far apart as the protocol wants.</summary>
internal static class PatientConflicts
{
    public static IEnumerable<Conflict> Of(Appointment wanted, Book book, IEnumerable<Appointment> others)
    {
        foreach (var other in others.Where(other => other.Patient == wanted.Patient && other.Overlaps(wanted.Start, wanted.End)))
        {
            var (from, until) = (other.Start, other.End);
            yield return new(ConflictKind.PatientElsewhere, "APT111", "patient", $"This patient has another appointment from {from} to {until}.", from, until) { With = [other.Id] };
        }

        if (wanted.Spacing is null)
            yield break;
        var beside = book.Dosings.Where(other => other.Id != wanted.Id && other.Patient == wanted.Patient && other.Spacing is not null).ToList();
        foreach (var other in beside.Where(other => Days(wanted, other) < Between(wanted, other).Least))
        {
            var (on, least, days) = (other.Day, Between(wanted, other).Least, Days(wanted, other));
            yield return new(ConflictKind.TooSoon, "APT112", "day", $"There is a dosing session on {on}, {days} days from this one; the protocol wants at least {least}.", other.Start, other.End) { With = [other.Id] };
        }

        if (beside.Where(other => other.Day < wanted.Day).MaxBy(other => other.Day) is { } last && Between(wanted, last).Most is { } most && Days(wanted, last) > most)
        {
            var (on, days) = (last.Day, Days(wanted, last));
            yield return new(ConflictKind.TooLate, "APT114", "day", $"The dosing session before it is on {on}, {days} days earlier; the protocol wants at most {most}.", last.Start, last.End) { With = [last.Id] };
        }
    }

    // A dose is followed by the gap of its own phase, also into the next one. Of a dose that no protocol lays, the other says it.
    private static Spacing Between(Appointment one, Appointment other)
    {
        var (earlier, later) = one.Day <= other.Day ? (one.Spacing!, other.Spacing!) : (other.Spacing!, one.Spacing!);
        return earlier.Most is null ? later : earlier;
    }

    private static int Days(Appointment one, Appointment other) => Math.Abs(one.Day.DayNumber - other.Day.DayNumber);
}
