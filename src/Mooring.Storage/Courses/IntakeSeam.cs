using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Screening;

namespace Mooring.Storage.Histories
{
    public sealed class FactsDesk
    {
        public Task<PatientFacts?> Of(Id<Patient> id, CancellationToken cancel) => Task.FromResult<PatientFacts?>(new());
    }
}

namespace Mooring.Storage.Risk
{
    public sealed class RiskDesk
    {
        public Task<bool> IsOpen(Id<Patient> patient, CancellationToken cancel) => Task.FromResult(false);
    }
}
