using Microsoft.Extensions.DependencyInjection;

namespace Mooring.Practice.Patients;

/// <summary>Registers the desk of patients.</summary>
internal static class PatientsSetup
{
    public static void AddPatients(this IServiceCollection services)
    {
        services.AddScoped<PatientDesk>();
    }
}
