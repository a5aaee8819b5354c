using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Scheduling;
using Mooring.Practice.Chairs;
using Mooring.Storage;

namespace Mooring.Practice.Scheduling;

/// <summary>What a resource needs around its appointments, as typed; an empty field leaves it to the content.</summary>
/// <param name="Capacity">Appointments that hold the whole of it at once.</param>
/// <param name="Before">Minutes that it needs before each appointment, as with the others.</param>
public sealed record ResourceForm(int? Capacity, int? Before, int? After, int? StartsApart);

/// <summary>Keeps rooms and things of the book, and what any resource needs around an appointment. Each refuses WEB150.</summary>
public sealed class ResourceDesk(MooringDb db, BookReading reading, TimeProvider clock)
{
    /// <summary>Letters in the name of a room or thing, at most.</summary>
    public const int LongestName = ResourceRow.LongestName;

    private const int MostAtOnce = 20;
    private const int MostMinutes = 240;

    private static readonly Refusal Unknown = new("SCH105", "There is no such chair, person or room in the book.");

    /// <summary>Everything that can be booked, retired ones among it.</summary>
    public Task<IReadOnlyList<Resource>> All(CancellationToken cancel) => reading.Resources(cancel);

    /// <summary>A room, a monitor or a car. SCH101 and SCH102 for its name, SCH103 for another kind.</summary>
    public async Task<Outcome<Resource>> Add(ResourceKind kind, string? name, CancellationToken cancel)
    {
        if (db.Unless(Right.ManageChairs) is { } notTheirs)
            return notTheirs;
        if (!Resource.IsOptional(kind))
            return new Refusal("SCH103", "Chairs are added to the board and people to the staff; only rooms, monitors and cars are added here.", "kind");
        if (await Wrong(kind, name, null, cancel) is { } wrong)
            return wrong;
        return await Keep(new() { Id = Id<Resource>.New(clock.GetUtcNow()), Kind = kind, Name = name!.Trim() }, isNew: true, cancel);
    }

    /// <summary>SCH101, SCH102; SCH105 for what has its name elsewhere.</summary>
    public async Task<Outcome<Resource>> Rename(Id<Resource> id, string? name, CancellationToken cancel)
    {
        if (db.Unless(Right.ManageChairs) is { } notTheirs)
            return notTheirs;
        if (await db.Set<ResourceRow>().SingleOrDefaultAsync(one => one.Id == id && one.Name != null, cancel) is not { } row)
            return Unknown;
        if (await Wrong(row.Kind, name, id, cancel) is { } wrong)
            return wrong;
        row.Name = name!.Trim();
        return await Keep(row, isNew: false, cancel);
    }

    /// <summary>How many it serves at once, and what it needs around an appointment. SCH104 and SCH106 for a number that can not be, SCH105.</summary>
    public async Task<Outcome<Resource>> Set(Id<Resource> id, ResourceForm form, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (db.Unless(Right.ManageChairs) is { } notTheirs)
            return notTheirs;
        List<Refusal> refusals = [];
        if (form.Capacity is < 1 or > MostAtOnce)
            refusals.Add(new("SCH104", $"It serves 1 to {MostAtOnce} at once.", "capacity"));
        foreach (var (minutes, at) in new[] { (form.Before, "before"), (form.After, "after"), (form.StartsApart, "startsApart") }.Where(one => one.Item1 is < 0 or > MostMinutes))
            refusals.Add(new("SCH106", $"Write 0 to {MostMinutes} minutes.", at));
        return refusals.Count > 0 ? Outcome<Resource>.Refuse(refusals)
            : await Change(id, row => (row.Capacity, row.MinutesBefore, row.MinutesAfter, row.StartsApart) = (form.Capacity, form.Before, form.After, form.StartsApart), cancel);
    }

    /// <summary>It is booked no more; what is booked on it stays, and is shown as such. SCH105.</summary>
    public Task<Outcome<Resource>> Retire(Id<Resource> id, CancellationToken cancel) => Change(id, row => row.RetiredAt ??= clock.GetUtcNow(), cancel);

    public Task<Outcome<Resource>> Return(Id<Resource> id, CancellationToken cancel) => Change(id, row => row.RetiredAt = null, cancel);

    private async Task<Outcome<Resource>> Change(Id<Resource> id, Action<ResourceRow> change, CancellationToken cancel)
    {
        if (db.Unless(Right.ManageChairs) is { } notTheirs)
            return notTheirs;
        if ((await reading.Resources(cancel)).FirstOrDefault(one => one.Id == id) is not { } resource)
            return Unknown;
        var row = await db.Set<ResourceRow>().SingleOrDefaultAsync(one => one.Id == id, cancel);
        var isNew = row is null;
        row ??= new() { Id = id, Kind = resource.Kinds[0] };
        change(row);
        return await Keep(row, isNew, cancel);
    }

    private async Task<Outcome<Resource>> Keep(ResourceRow row, bool isNew, CancellationToken cancel)
    {
        if (isNew)
            db.Add(row);
        await db.SaveChangesAsync(cancel);
        return (await reading.Resources(cancel)).First(one => one.Id == row.Id);
    }

    private async Task<Refusal?> Wrong(ResourceKind kind, string? name, Id<Resource>? but, CancellationToken cancel)
    {
        var called = name?.Trim() ?? "";
        if (called.Length is 0 or > LongestName)
            return new("SCH101", $"Name it in 1 to {LongestName} letters, such as “Room 2”.", "name");
        return await db.Set<ResourceRow>().AnyAsync(one => one.Kind == kind && one.Name == called && one.Id != but, cancel)
            ? new("SCH102", $"There is a {ResourceWords.Of(kind)} named “{called}” already; give this one another name.", "name") : null;
    }
}
