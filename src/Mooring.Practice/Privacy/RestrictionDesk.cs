using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Privacy;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Privacy;

/// <summary>Shuts a chart to all but its care team, and opens it again.</summary>
public sealed class RestrictionDesk(MooringDb db, TimeProvider clock)
{
    /// <summary>Letters of a reason.</summary>
    public const int Longest = 300;

    /// <summary>All that there were, the last first.</summary>
    public async Task<IReadOnlyList<Restriction>> Of(Id<Patient> patient, CancellationToken cancel) =>
        (await db.Set<RestrictionRow>().AsNoTracking().Where(row => row.PatientId == patient).OrderByDescending(row => row.At).ToListAsync(cancel)).ConvertAll(row => row.AsRestriction());

    /// <summary>WEB150, STO105, PRV101 why, PRV102 the reason in words, PRV103 it is restricted already.</summary>
    public async Task<Outcome<Guid>> Restrict(Id<Patient> patient, RestrictionKind? kind, string? because, CancellationToken cancel)
    {
        if (db.Unless(Right.RestrictCharts) is { } notTheirs)
            return notTheirs;
        var reason = because?.Trim() ?? "";
        List<Refusal> refusals = [];
        if (kind is null)
            refusals.Add(new("PRV101", "Choose why this chart is open to its care team alone.", "kind"));
        if (reason.Length is 0 or > Longest)
            refusals.Add(NoReason);
        if (refusals.Count > 0)
            return Outcome<Guid>.Refuse(refusals);
        if (!await db.Set<PatientRow>().AnyAsync(row => row.Id == patient, cancel))
            return new Refusal("STO105", "There is no such patient in this clinic.");
        if (await db.Set<RestrictionRow>().AnyAsync(row => row.PatientId == patient && row.EndedAt == null, cancel))
            return new Refusal("PRV103", "This chart is restricted already; look at the page again.");
        var row = new RestrictionRow { Id = Guid.CreateVersion7(clock.GetUtcNow()), PatientId = patient, Kind = kind!.Value, Because = reason, By = db.Acting(), At = clock.GetUtcNow() };
        db.Add(row);
        await db.SaveChangesAsync(cancel);
        return row.Id;
    }

    /// <summary>WEB150, PRV102 the reason in words, PRV104 it is not restricted.</summary>
    public async Task<Outcome<Guid>> Lift(Id<Patient> patient, string? because, CancellationToken cancel)
    {
        if (db.Unless(Right.RestrictCharts) is { } notTheirs)
            return notTheirs;
        var reason = because?.Trim() ?? "";
        if (reason.Length is 0 or > Longest)
            return NoReason;
        if (await db.Set<RestrictionRow>().FirstOrDefaultAsync(row => row.PatientId == patient && row.EndedAt == null, cancel) is not { } row)
            return new Refusal("PRV104", "This chart is not restricted; look at the page again.");
        (row.EndedAt, row.EndedBy, row.EndedBecause) = (clock.GetUtcNow(), db.Acting(), reason);
        await db.SaveChangesAsync(cancel);
        return row.Id;
    }

    private static Refusal NoReason => new("PRV102", $"Write why, in {Longest} letters at most.", "because");
}
