using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Screening;

namespace Mooring.Storage.Desks;

public sealed class HistoryDesk
{
    public Task<PatientFacts> FactsOf(Id<Patient> patient, CancellationToken cancel) => Task.FromResult(new PatientFacts());
}

public sealed class RiskDesk
{
    public Task<bool> IsOpen(Id<Patient> patient, CancellationToken cancel) => Task.FromResult(false);
}
