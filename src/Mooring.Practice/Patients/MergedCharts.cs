using Microsoft.EntityFrameworkCore;
using Mooring.Clinical.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Patients;

/// <summary>Which chart counts, of those that were merged.</summary>
internal static class MergedCharts
{
    /// <summary>The same people, each once, by the chart that counts; those who were merged by the chart they were merged into.</summary>
    public static async Task<IReadOnlyList<Patient>> Counting(MooringDb db, IReadOnlyList<Patient> found, CancellationToken cancel)
    {
        List<Patient> all = [];
        foreach (var patient in found)
            all.Add(await Of(db, patient, cancel));
        return [.. all.DistinctBy(patient => patient.Id)];
    }

    /// <summary>The chart that counts for this one; itself where it was never merged.</summary>
    public static async Task<Patient> Of(MooringDb db, Patient patient, CancellationToken cancel)
    {
        var counts = patient;
        while (counts.MergedInto is { } into && await db.Set<PatientRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == into, cancel) is { } next)
            counts = next.AsPatient();
        return counts;
    }
}
