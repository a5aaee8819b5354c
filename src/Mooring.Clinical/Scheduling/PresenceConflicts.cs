namespace Mooring.Clinical.Scheduling;

/// <summary>People who are booked are here, and so is somebody of each kind that must be in the house.</summary>
internal static class PresenceConflicts
{
    public static IEnumerable<Conflict> Away(Resource resource, IReadOnlyList<ResourceUse> uses, Book book)
    {
        foreach (var leave in book.Away.Where(leave => leave.Person == resource.Id && uses.Any(use => use.From < leave.Until && leave.From < use.Until)))
        {
            var (name, from, until) = (resource.Name, leave.From, leave.Until);
            yield return new(ConflictKind.Away, "APT105", Conflicts.Field(uses[0].Kind), $"{name} is away from {from} to {until}.", from, until) { Resource = resource.Id };
        }
    }

    // Who is away changes only where a leave begins or ends; the house is empty from a beginning on, or it never is.
    public static IEnumerable<Conflict> NobodyOnSite(Appointment wanted, Book book)
    {
        foreach (var kind in wanted.OnSite.Select(time => time.Kind).Distinct())
        {
            var people = book.Resources.Where(resource => !resource.IsRetired && resource.IsA(kind)).ToList();
            foreach (var time in wanted.OnSite.Where(time => time.Kind == kind))
            {
                var marks = book.Away.Select(leave => leave.From).Where(at => time.From < at && at < time.Until).Prepend(time.From).Order();
                if (marks.FirstOrDefault(at => people.TrueForAll(person => book.Away.Any(leave => leave.Person == person.Id && leave.From <= at && at < leave.Until))) is not { Ticks: > 0 } from)
                    continue;
                var word = ResourceWords.Of(kind);
                yield return new(ConflictKind.NobodyOnSite, "APT106", Conflicts.Field(kind), $"At {from} no {word} is in the house, and this visit needs one all the time.", from, time.Until);
                break;
            }
        }
    }
}
