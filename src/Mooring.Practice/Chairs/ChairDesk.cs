using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Storage;

namespace Mooring.Practice.Chairs;

/// <summary>The places of this clinic.</summary>
public sealed class ChairDesk(MooringDb db, TimeProvider clock)
{
    /// <summary>By room, then in the order they were added, retired ones among them.</summary>
    public async Task<IReadOnlyList<Chair>> All(CancellationToken cancel)
    {
        var retired = await db.RetiredChairs(cancel);
        return [.. (await db.Set<ChairRow>().AsNoTracking().OrderBy(chair => chair.Room).ThenBy(chair => chair.Order).ToListAsync(cancel)).Select(row => row.AsChair() with { IsRetired = retired.Contains(row.Id) })];
    }

    /// <summary>Those in which somebody can be seated.</summary>
    public async Task<IReadOnlyList<Chair>> InUse(CancellationToken cancel) => [.. (await All(cancel)).Where(chair => !chair.IsRetired)];

    /// <summary>Adds a chair; its name is how check-in and record call it, so no two are the same.</summary>
    public async Task<Outcome<Chair>> Add(string? name, string? room, CancellationToken cancel)
    {
        if (db.Unless(Right.ManageChairs) is { } notTheirs)
            return notTheirs;
        var refusals = await Wrong(name, room, null, cancel);
        if (refusals.Count > 0)
            return Outcome<Chair>.Refuse(refusals);

        var row = new ChairRow
        {
            Id = Id<Chair>.New(clock.GetUtcNow()),
            Name = name!.Trim(),
            Room = room!.Trim(),
            Order = await db.Set<ChairRow>().CountAsync(cancel) + 1,
        };
        db.Add(row);
        await db.SaveChangesAsync(cancel);
        return row.AsChair();
    }

    /// <summary>Calls it by another name, or says that it stands in another room. Refusals: WEB150, STO120 to STO122, DAY102 for none that is here.</summary>
    public async Task<Outcome<Chair>> Rename(Id<Chair> id, string? name, string? room, CancellationToken cancel)
    {
        if (db.Unless(Right.ManageChairs) is { } notTheirs)
            return notTheirs;
        if (await db.Set<ChairRow>().SingleOrDefaultAsync(chair => chair.Id == id, cancel) is not { } row)
            return new Refusal("DAY102", "There is no such chair here.");
        var refusals = await Wrong(name, room, id, cancel);
        if (refusals.Count > 0)
            return Outcome<Chair>.Refuse(refusals);
        (row.Name, row.Room) = (name!.Trim(), room!.Trim());
        await db.SaveChangesAsync(cancel);
        return row.AsChair();
    }

    private async Task<IReadOnlyList<Refusal>> Wrong(string? name, string? room, Id<Chair>? but, CancellationToken cancel)
    {
        var called = (name ?? "").Trim();
        List<Refusal> refusals = [];
        if (called.Length is 0 or > 60)
            refusals.Add(new("STO120", "Name the chair in 1 to 60 letters, such as “Chair 4”.", "name"));
        else if (await db.Set<ChairRow>().AnyAsync(chair => chair.Name == called && chair.Id != but, cancel))
            refusals.Add(new("STO121", $"There is a chair named “{called}” already; give this one another name.", "name"));
        if (string.IsNullOrWhiteSpace(room))
            refusals.Add(new("STO122", "Say which room it stands in.", "room"));
        return refusals;
    }
}
