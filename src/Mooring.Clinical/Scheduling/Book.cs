namespace Mooring.Clinical.Scheduling;

/// <summary>All that an appointment could be in the way of, around its day.</summary>
/// <param name="Clinic">With its hours, closed days and zone.</param>
public sealed record Book(Clinic Clinic, BookingTerms Terms)
{
    /// <summary>Those that are retired as well, since what was booked before still holds them.</summary>
    public IReadOnlyList<Resource> Resources { get; init; } = [];

    /// <summary>That occupy what they use, and touch the time that is asked about.</summary>
    public IReadOnlyList<Appointment> Taken { get; init; } = [];

    public IReadOnlyList<Leave> Away { get; init; } = [];

    /// <summary>Of the same patients, whenever they are: when each gets a dose.</summary>
    public IReadOnlyList<Appointment> Dosings { get; init; } = [];

    public Resource? Find(Id<Resource> id) => Resources.FirstOrDefault(resource => resource.Id == id);

    /// <summary>What can be booked as this, those with the least on their day first.</summary>
    public IEnumerable<Resource> Free(ResourceKind kind) => Resources.Where(resource => !resource.IsRetired && resource.IsA(kind))
        .OrderBy(resource => Taken.Sum(one => one.Uses.Count(use => use.Resource == resource.Id))).ThenBy(resource => resource.Name, StringComparer.Ordinal);

    /// <summary>The book as far as it can be in the way of this time: nothing needs more than a day before or after it.</summary>
    public Book Around(DateTimeOffset from, DateTimeOffset until) => this with { Taken = [.. Taken.Where(one => one.Overlaps(from.AddDays(-1), until.AddDays(1)))] };

    /// <summary>The book with this in it too.</summary>
    public Book With(Appointment one) => this with
    {
        Taken = [.. Taken.Where(other => other.Id != one.Id), one],
        Dosings = one.Spacing is null ? Dosings : [.. Dosings.Where(other => other.Id != one.Id), one],
    };
}
