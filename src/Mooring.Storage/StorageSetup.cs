using Microsoft.Extensions.DependencyInjection;
using Mooring.Storage.Access;
using Mooring.Storage.Chairs;
using Mooring.Storage.Desks;
using Mooring.Storage.Journal;
using Mooring.Storage.Library;
using Mooring.Storage.Live;
using Mooring.Storage.Series;
using Mooring.Storage.Telemetry;

namespace Mooring.Storage;

/// <summary>Registers storage and every desk.</summary>
public static class StorageSetup
{
    public static void AddStorage(this IServiceCollection services, Database database, string contentFolder)
    {
        database.Register(services);
        services.AddSingleton(database);
        services.AddSingleton(_ => ClinicalLibrary.Load(contentFolder));
        services.AddSingleton<ChangeFeed>();
        services.AddSingleton<PackShelf>();
        services.AddSingleton<LatestReadings>();
        services.AddScoped<SessionJournal>();
        services.AddScoped<TelemetryBook>();
        services.AddScoped<TelemetryWarmUp>();
        services.AddScoped<ReadingsBook>();
        services.AddScoped<DeviceDesk>();
        services.AddScoped<ChairDesk>();
        services.AddScoped<BoardDesk>();
        services.AddScoped<SeriesDesk>();
        services.AddSingleton<SessionShelf>();
        services.AddSingleton<BandShelf>();
        services.AddSingleton(_ => KineticModels.Load(contentFolder));
        services.AddScoped<LinkDesk>();
        services.AddScoped<StaffDesk>();
        services.AddScoped<SetUpDesk>();
        services.AddScoped<PatientDesk>();
        services.AddScoped<ReferralDesk>();
    }
}
