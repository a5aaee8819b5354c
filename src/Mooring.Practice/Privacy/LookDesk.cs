using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Privacy;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Privacy;

/// <summary>A look at charts that waits for somebody to look at it.</summary>
/// <param name="Patient">Number and name; null where it is about many charts.</param>
public sealed record LookToReview(Guid Id, LookKind Kind, string Person, string? Patient, string? Number, DateOnly Day, DateTimeOffset At, int Count, DateTimeOffset? ClosedAt, Actor? ClosedBy, ReviewFinding? Finding, string? Outcome);

/// <summary>Unusual looks at charts: what waits, and what came of it.</summary>
public sealed class LookDesk(MooringDb db, TimeProvider clock)
{
    private const int Most = 200;

    /// <summary>Open ones first; none for whoever is not the privacy officer.</summary>
    public async Task<IReadOnlyList<LookToReview>> All(CancellationToken cancel)
    {
        if (db.Unless(Right.ManagePrivacy) is not null)
            return [];
        var rows = await db.Set<UnusualLookRow>().AsNoTracking().OrderBy(row => row.ClosedAt != null).ThenByDescending(row => row.At).Take(Most).ToListAsync(cancel);
        var ids = rows.Select(row => row.About).OfType<Id<Patient>>().Distinct().ToList();
        var patients = (await db.Set<PatientRow>().AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(cancel)).ToDictionary(row => row.Id, row => row.AsPatient());
        return
        [
            .. rows.Select(row => new LookToReview(
                row.Id, row.Kind, row.PersonName, row.About is { } id ? patients.GetValueOrDefault(id)?.ShortName : null, row.About is { } of ? patients.GetValueOrDefault(of)?.Number : null,
                row.Day, row.At, row.Count, row.ClosedAt, row.ClosedBy, row.Finding, row.Outcome)),
        ];
    }

    /// <summary>What came of it: WEB150, PRV125 what was found, PRV126 what came of it, PRV127 nobody reviews their own, PRV128 not open.</summary>
    public async Task<Outcome<Guid>> Close(Guid look, ReviewFinding? finding, string? outcome, CancellationToken cancel)
    {
        if (db.Unless(Right.ManagePrivacy) is { } notTheirs)
            return notTheirs;
        var says = outcome?.Trim() ?? "";
        List<Refusal> refusals = [];
        if (finding is null)
            refusals.Add(new("PRV125", "Choose whether there was a reason to open it.", "finding"));
        if (says.Length is 0 or > OpeningDesk.Longest)
            refusals.Add(new("PRV126", $"Write what came of it, in {OpeningDesk.Longest} letters at most.", "outcome"));
        if (refusals.Count > 0)
            return Outcome<Guid>.Refuse(refusals);
        if (await db.Set<UnusualLookRow>().SingleOrDefaultAsync(row => row.Id == look && row.ClosedAt == null, cancel) is not { } row)
            return new Refusal("PRV128", "This was reviewed already; look at the page again.");
        if (row.PersonId == db.Acting().Id)
            return new Refusal("PRV127", "Nobody reviews what they opened themselves.");
        (row.ClosedAt, row.ClosedBy, row.Finding, row.Outcome) = (clock.GetUtcNow(), db.Acting(), finding, says);
        await db.SaveChangesAsync(cancel);
        return look;
    }
}
