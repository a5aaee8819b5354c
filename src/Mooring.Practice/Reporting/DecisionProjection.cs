using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Practice.Plans;
using Mooring.Practice.Risk;
using Mooring.Practice.Screening;
using Mooring.Storage;
using Mooring.Storage.Projections;

namespace Mooring.Practice.Reporting;

/// <summary>The flat table of decisions: eligibility, risk, and the reviews of courses.</summary>
internal sealed class DecisionProjection(MooringDb db) : Projection
{
    public override string Name => "decisions";

    public override async Task<int> CatchUp(CancellationToken cancel)
    {
        var made = await db.Set<DecisionFactRow>().AsNoTracking().ToDictionaryAsync(row => row.Id, row => row.Version, cancel);
        var versions = await Versions(cancel);
        var lagging = versions.Where(one => made.GetValueOrDefault(one.Id, -1) != one.Version).Select(one => one.Id).ToHashSet();
        if (lagging.Count == 0)
            return 0;

        List<DecisionFactRow> rows =
        [
            .. (await db.Set<DecisionRow>().AsNoTracking().ToListAsync(cancel)).Where(row => lagging.Contains(row.Id.Value)).Select(Of),
            .. (await db.Set<RiskDecisionRow>().AsNoTracking().ToListAsync(cancel)).Where(row => lagging.Contains(row.Id.Value)).Select(Of),
            .. (await db.Set<ReviewRow>().AsNoTracking().ToListAsync(cancel)).Where(row => lagging.Contains(row.Id.Value)).Select(Of),
        ];
        await using var whole = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        await db.Set<DecisionFactRow>().Where(row => lagging.Contains(row.Id)).ExecuteDeleteAsync(cancel);
        db.AddRange(rows);
        await db.SaveChangesAsync(cancel);
        if (whole is not null)
            await whole.CommitAsync(cancel);
        db.ChangeTracker.Clear();
        return lagging.Count;
    }

    public override Task Clear(CancellationToken cancel) => db.Set<DecisionFactRow>().ExecuteDeleteAsync(cancel);

    public override async Task<IReadOnlyList<string>> Lines(CancellationToken cancel) =>
        [.. (await db.Set<DecisionFactRow>().AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancel)).Select(row => JsonSerializer.Serialize(row))];

    private async Task<IReadOnlyList<(Guid Id, int Version)>> Versions(CancellationToken cancel) =>
    [
        .. (await db.Set<DecisionRow>().Select(row => new { row.Id, row.Version }).ToListAsync(cancel)).Select(row => (row.Id.Value, row.Version)),
        .. (await db.Set<RiskDecisionRow>().Select(row => new { row.Id, row.Version }).ToListAsync(cancel)).Select(row => (row.Id.Value, row.Version)),
        .. (await db.Set<ReviewRow>().Select(row => new { row.Id, row.Version }).ToListAsync(cancel)).Select(row => (row.Id.Value, row.Version)),
    ];

    private static DecisionFactRow Of(DecisionRow row) => Fact(DecisionKind.Eligibility, row.Id.Value, row.PatientId, row, row.At, row.What.By, row.What.Choice);

    private static DecisionFactRow Of(RiskDecisionRow row) => Fact(DecisionKind.Risk, row.Id.Value, row.PatientId, row, row.At, row.By, row.Dosing);

    private static DecisionFactRow Of(ReviewRow row) => Fact(DecisionKind.CourseReview, row.Id.Value, row.PatientId, row, row.At, row.What.By, row.What.Choice);

    private static DecisionFactRow Fact(DecisionKind kind, Guid id, Id<Patient> patient, ChartRow of, DateTimeOffset at, Actor by, Enum choice) => new()
    {
        Id = id,
        Kind = kind,
        PatientId = patient,
        Version = of.Version,
        At = at,
        ById = by.Id,
        Choice = choice.ToString(),
    };
}
