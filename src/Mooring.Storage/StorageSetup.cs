using Microsoft.Extensions.DependencyInjection;
using Mooring.Storage.Access;
using Mooring.Storage.Desks;

namespace Mooring.Storage;

/// <summary>Registers storage and every desk.</summary>
public static class StorageSetup
{
    public static void AddStorage(this IServiceCollection services, Database database)
    {
        database.Register(services);
        services.AddSingleton(database);
        services.AddScoped<LinkDesk>();
        services.AddScoped<StaffDesk>();
        services.AddScoped<SetUpDesk>();
        services.AddScoped<PatientDesk>();
        services.AddScoped<ReferralDesk>();
    }
}
