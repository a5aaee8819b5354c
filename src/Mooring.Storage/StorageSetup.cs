using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Storage.Audit;
using Mooring.Storage.Backups;
using Mooring.Storage.Changes;
using Mooring.Storage.Engine;
using Mooring.Storage.Jobs;
using Mooring.Storage.Journals;
using Mooring.Storage.Projections;
using Mooring.Storage.Secrets;
using Mooring.Storage.Telemetry;

namespace Mooring.Storage;

/// <summary>Registers the engine: database, journals, audit, jobs, changes and telemetry.</summary>
public static class StorageSetup
{
    public static void AddStorage(this IServiceCollection services, Database database)
    {
        services.AddSingleton(database);
        services.AddSingleton<ChangeFeed>();
        services.AddSingleton<StoreHealth>();
        services.AddSingleton<LatestReadings>();
        services.AddSingleton<IInterceptor, TextsHeld>();
        services.AddSingleton<DeviceClaims>();
        services.AddSingleton<DeviceDoubts>();
        services.AddSingleton<PeerChanges>();
        services.AddScoped<TelemetryBook>();
        services.AddSingleton<LatestAlarms>();
        services.AddSingleton<DeviceBookEditions>();
        services.AddScoped<MessagesBook>();
        services.AddSingleton<JobRunner>();
        services.AddScoped<JournalStore>();
        services.AddScoped<AuditSeals>();
        services.AddScoped<BackupMaking>();
        services.AddScoped<ISealedColumn, SealedCookieKeys>();
        services.AddScoped<Resealing>();
        services.AddScoped<Job, AuditSealJob>();
        services.AddScoped<ArrivalSeals>();
        services.AddScoped<Job, ArrivalSealJob>();
        services.AddScoped<TableProof>();
        services.AddScoped<Job, RowPrintJob>();
        services.AddSingleton<ReadLog>();
        services.AddSingleton<AccessLog>();
        services.AddScoped<ProjectionRebuild>();
        services.AddScoped<Job, ProjectionJob>();
    }
}
