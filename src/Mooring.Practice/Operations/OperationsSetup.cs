using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Mooring.Storage.Jobs;

namespace Mooring.Practice.Operations;

/// <summary>Registers backups, drills and what is done with keys.</summary>
internal static class OperationsSetup
{
    public static void AddOperations(this IServiceCollection services)
    {
        services.AddScoped<OperationsLog>();
        services.AddScoped<RestoredClinic>();
        services.AddScoped<PeopleCount>();
        // A host that backs up by itself says where to.
        services.TryAddSingleton(new BackupPlan(new("", "", new("")), null, null, 0, 0));
        services.AddScoped<Job, BackupJob>();
    }
}
