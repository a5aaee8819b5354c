using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Staffing;
using Mooring.Storage;
using Mooring.Storage.Accounts;

namespace Mooring.Practice.Access;

/// <summary>Who is away until when, and who has their work meanwhile. Everyone says so of themselves; who manages staff, of anybody.</summary>
public sealed class AwayDesk(MooringDb db, StaffDesk staff, TimeProvider clock)
{
    /// <summary>Somebody away for longer than this no longer works here: a slip of the year, not leave.</summary>
    private const int MostDays = 400;

    /// <summary>Letters of a note.</summary>
    internal const int LongestNote = 300;

    /// <summary>Those who are away today or later, soonest first.</summary>
    public async Task<IReadOnlyList<Absence>> Coming(CancellationToken cancel)
    {
        var today = await staff.Today(clock, cancel);
        var rows = await db.Set<AwayRow>().AsNoTracking().Where(row => row.EndedAt == null && row.Until >= today).OrderBy(row => row.From).ThenBy(row => row.Name).ToListAsync(cancel);
        return rows.ConvertAll(row => row.AsAbsence());
    }

    /// <summary>Who is away today, and who stands in.</summary>
    public async Task<AwayOn> Today(CancellationToken cancel)
    {
        var today = await staff.Today(clock, cancel);
        var away = await db.Set<AwayRow>().AsNoTracking().Where(row => row.EndedAt == null && row.From <= today && row.Until >= today).ToListAsync(cancel);
        if (away.Count == 0)
            return new([], new Dictionary<Guid, IReadOnlyList<Role>>());
        var here = (await staff.All(cancel)).Where(person => !person.IsDisabled).ToDictionary(person => person.Id, person => person.Roles);
        return new(away.ConvertAll(row => row.AsAbsence()), here);
    }

    /// <summary>
    /// Somebody is away, on both days and between. Refusals: WEB150 of anybody else, AWY101 no such person, AWY102 the days,
    /// AWY103 away then already, AWY104 who can not stand in,
    /// AWY105 the deputy is away as well, AWY107 too long.
    /// </summary>
    /// <param name="deputy">Null where all of the role take over.</param>
    public async Task<Outcome<Absence>> Say(Guid person, DateOnly? from, DateOnly? until, Guid? deputy, CancellationToken cancel)
    {
        if (db.Unless(Right.WorkHere) is { } notTheirs)
            return notTheirs;
        if (person != db.Acting().Id && db.Unless(Right.ManageStaff) is { } notTheirOwn)
            return notTheirOwn;
        return await Enter(person, from, until, deputy, null, cancel);
    }

    /// <summary>The same for whoever may enter leave; the caller has asked for the right, and judged the note.</summary>
    internal async Task<Outcome<Absence>> Enter(Guid person, DateOnly? from, DateOnly? until, Guid? deputy, string? note, CancellationToken cancel)
    {
        var people = (await staff.All(cancel)).Where(one => !one.IsDisabled).ToList();
        if (people.Find(one => one.Id == person) is not { } who)
            return new Refusal("AWY101", "Choose somebody who works here.", "person");
        var coming = await Coming(cancel);
        var standIn = people.Find(one => one.Id == deputy);
        List<Refusal> refusals = [.. Against(from, until, await staff.Today(clock, cancel)), .. Against(who, deputy, standIn)];
        if (coming.FirstOrDefault(one => one.Person == person && one.From <= until && from <= one.Until) is { } already)
            refusals.Add(new("AWY103", $"{who.FullName} is away from {already.From:yyyy-MM-dd} to {already.Until:yyyy-MM-dd} already; end that first.", "from"));
        if (standIn is not null && coming.FirstOrDefault(one => one.Person == standIn.Id && one.From <= until && from <= one.Until) is { } both)
            refusals.Add(new("AWY105", $"{standIn.FullName} is away from {both.From:yyyy-MM-dd} to {both.Until:yyyy-MM-dd} as well; choose somebody else, or nobody.", "deputy"));
        if (refusals.Count > 0)
            return Outcome<Absence>.Refuse(refusals);

        var row = new AwayRow
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            StaffId = person,
            Name = who.FullName,
            From = from!.Value,
            Until = until!.Value,
            DeputyId = standIn?.Id,
            DeputyName = standIn?.FullName,
            Note = note,
            By = db.Acting(),
            At = clock.GetUtcNow(),
        };
        db.Add(row);
        await db.SaveChangesAsync(cancel);
        return row.AsAbsence();
    }

    /// <summary>Back, or not going: from now on their work is theirs again. Refusals: WEB150, AWY106 no such absence.</summary>
    public async Task<Outcome<Absence>> End(Guid absence, CancellationToken cancel)
    {
        if (db.Unless(Right.WorkHere) is { } notTheirs)
            return notTheirs;
        if (await db.Set<AwayRow>().SingleOrDefaultAsync(row => row.Id == absence && row.EndedAt == null, cancel) is not { } row)
            return new Refusal("AWY106", "This has ended already; look at the page again.");
        if (row.StaffId != db.Acting().Id && db.Unless(Right.ManageStaff) is { } notTheirOwn)
            return notTheirOwn;
        return await End(row, cancel);
    }

    /// <summary>Writes the end; the caller has asked for the right.</summary>
    internal async Task<Outcome<Absence>> End(AwayRow row, CancellationToken cancel)
    {
        row.EndedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(cancel);
        return row.AsAbsence();
    }

    private static IEnumerable<Refusal> Against(DateOnly? from, DateOnly? until, DateOnly today)
    {
        if (from is not { } first || until is not { } last || last < first || last < today)
            yield return new("AWY102", "Choose the first and the last day, the last one today or later and not before the first.", "until");
        else if (last.DayNumber - first.DayNumber > MostDays)
            yield return new("AWY107", $"That is more than {MostDays} days; check the year. Who no longer works here is shut out on the page of staff.", "until");
    }

    private static IEnumerable<Refusal> Against(StaffRow who, Guid? deputy, StaffRow? standIn)
    {
        if (deputy is not null && (standIn is null || standIn.Id == who.Id || !standIn.Roles.Intersect(who.Roles).Any()))
            yield return new("AWY104", "Choose somebody else who works here in one of the same roles, or nobody: then everybody of the role sees it.", "deputy");
    }
}
