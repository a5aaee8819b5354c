using Mooring.Clinical;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Sessions;
using Mooring.Content.Library;
using Mooring.Kinetics;
using Mooring.Kinetics.Quantities;
using Mooring.Practice.Screening;
using Mooring.Storage;

namespace Mooring.Practice.Curves;

/// <summary>
/// Of whom a model is asked: weight and age, and what screening found that no model describes. The latter moves
/// no curve; it is said beside it.
/// </summary>
public sealed class SubjectDesk(MooringDb db, ScreeningDesk screening, ClinicalLibrary library, SubjectCache shelf)
{
    private const string BodyMassIndex = "39156-5";

    public Task<Subject> Of(SessionPlan plan, CancellationToken cancel) => Of(new(plan.Patient), plan.Protocol.Id, plan.Weight, plan.Age, cancel);

    public async Task<Subject> Of(Id<Patient> patient, string protocolId, Weight weight, int? age, CancellationToken cancel)
    {
        var plain = new Subject(weight) { AgeInYears = age };
        if (library.Scopes.Keys.FirstOrDefault(id => id.Equals(protocolId, StringComparison.OrdinalIgnoreCase)) is not { } scope)
            return plain;
        var found = await shelf.Of(db.Clinic, patient, scope, () => Found(patient, scope, plain, cancel));
        return plain with { BodyMassIndex = found.BodyMassIndex, Circumstances = found.Circumstances };
    }

    private async Task<Subject> Found(Id<Patient> patient, string scope, Subject plain, CancellationToken cancel)
    {
        var evaluation = await screening.Evaluate(patient, scope, cancel);
        var met = evaluation.Findings.Where(finding => finding.Finding == Finding.Met).Select(finding => finding.Rule).ToHashSet(StringComparer.Ordinal);
        return plain with
        {
            BodyMassIndex = evaluation.Facts.Observations.Where(one => one is { Code: BodyMassIndex, Doubt: null, Bound: Bound.Exactly } && one.Value.In("kg/m2") is not null).MaxBy(one => one.At)?.Value.In("kg/m2")?.Value,
            Circumstances = [.. library.KineticTerms.Predicting!.Circumstances.Where(one => met.Contains(one.Rule)).Select(one => one.Means).Distinct()],
        };
    }
}
