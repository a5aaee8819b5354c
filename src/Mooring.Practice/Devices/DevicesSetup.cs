using Microsoft.Extensions.DependencyInjection;

namespace Mooring.Practice.Devices;

/// <summary>Registers the desks of monitors and pumps.</summary>
internal static class DevicesSetup
{
    public static void AddDevices(this IServiceCollection services)
    {
        services.AddSingleton<SenderClocks>();
        services.AddScoped<TelemetryWarmUp>();
        services.AddScoped<ReadingsBook>();
        services.AddScoped<DeviceDesk>();
        services.AddScoped<NewDevicesDesk>();
        services.AddScoped<CertificateDesk>();
        services.AddSingleton<HeardAddresses>();
        services.AddSingleton<DeviceTraffic>();
        services.AddSingleton<PumpChecks>();
        services.AddScoped<ProfileDesk>();
        services.AddScoped<MappingDesk>();
        services.AddScoped<LateFilingDesk>();
        services.AddScoped<ChairDevicesDesk>();
    }
}
