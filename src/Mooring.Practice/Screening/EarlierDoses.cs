using Mooring.Clinical;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Patients;
using Mooring.Practice.Sessions;

namespace Mooring.Practice.Screening;

/// <summary>The sessions of a patient in which something was given, as rules ask for them.</summary>
public sealed class EarlierDoses(SessionFacts sessions)
{
    private const string Esketamine = "esketamine";

    public async Task<IReadOnlyList<EarlierDose>> Of(Id<Patient> patient, CancellationToken cancel) =>
    [
        .. from session in await sessions.Of(patient, cancel)
           where session.FirstDoseAt is not null
           orderby session.FirstDoseAt
           select new EarlierDose(string.Equals(session.Drug, Esketamine, StringComparison.OrdinalIgnoreCase) ? Drug.Esketamine : Drug.Racemic, session.FirstDoseAt!.Value, session.Protocol),
    ];
}
