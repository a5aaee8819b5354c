namespace Mooring.Clinical.Scheduling;

/// <summary>Finds everything that stands against an appointment, all at once.</summary>
public static class Conflicts
{
    /// <summary>APT101 to APT114, APT117; empty when nothing does. What was booked under the same id is not in its own way.</summary>
    public static IReadOnlyList<Conflict> Of(Appointment wanted, Book book)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(book);
        var others = book.Taken.Where(other => other.Id != wanted.Id).ToList();
        return
        [
            .. wanted.InClinic ? HourConflicts.Of(wanted, book) : [],
            .. from uses in wanted.Uses.GroupBy(use => use.Resource)
               where book.Find(uses.Key) is not null
               from conflict in Of(book.Find(uses.Key)!, [.. uses], others, book)
               select conflict,
            .. PresenceConflicts.NobodyOnSite(wanted, book),
            .. PatientConflicts.Of(wanted, book, others),
        ];
    }

    /// <summary>What stands against using one resource so.</summary>
    internal static IEnumerable<Conflict> Of(Resource resource, IReadOnlyList<ResourceUse> uses, IReadOnlyList<Appointment> others, Book book)
    {
        if (resource.IsRetired)
            yield return new(ConflictKind.Retired, "APT109", Field(uses[0].Kind), $"{resource.Name} is not booked any more.", uses[0].From, uses[^1].Until) { Resource = resource.Id };
        foreach (var conflict in LoadConflicts.Of(resource, uses, others))
            yield return conflict;
        foreach (var conflict in StartConflicts.Of(resource, uses, others))
            yield return conflict;
        foreach (var conflict in PresenceConflicts.Away(resource, uses, book))
            yield return conflict;
    }

    /// <summary>How a kind of resource is called as a field.</summary>
    internal static string Field(ResourceKind kind) => ResourceWords.Of(kind);
}
