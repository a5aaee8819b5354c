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
        List<DecisionFactRow> rows =
        [
            .. (await Lagging<DecisionRow>().ToListAsync(cancel)).Select(Of),
            .. (await Lagging<RiskDecisionRow>().ToListAsync(cancel)).Select(Of),
            .. (await Lagging<ReviewRow>().ToListAsync(cancel)).Select(Of),
        ];
        if (rows.Count == 0)
            return 0;
        var ids = rows.ConvertAll(row => row.Id);
        await Replace(db, () => db.Set<DecisionFactRow>().Where(row => ids.Contains(row.Id)).ExecuteDeleteAsync(cancel), rows, cancel);
        return rows.Count;
    }

    public override Task Clear(CancellationToken cancel) => db.Set<DecisionFactRow>().ExecuteDeleteAsync(cancel);

    public override Task<IReadOnlyList<string>> Lines(CancellationToken cancel) => Lines(db.Set<DecisionFactRow>().OrderBy(row => row.Id), cancel);

    // Each decision has an id of its own kind, kept as a plain one.
    private IQueryable<TRow> Lagging<TRow>()
        where TRow : ChartRow => db.Set<TRow>().AsNoTracking()
        .Where(row => !db.Set<DecisionFactRow>().Any(fact => fact.Id == (Guid)EF.Property<object>(row, nameof(DecisionFactRow.Id)) && fact.Version == row.Version));

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
