using Microsoft.Extensions.DependencyInjection;

namespace Mooring.Practice.Settings;

/// <summary>Registers what the clinic sets.</summary>
internal static class SettingsSetup
{
    public static void AddSettings(this IServiceCollection services)
    {
        services.AddScoped<CurrentClinic>();
        services.AddScoped<SettingsDesk>();
        services.AddScoped<ClinicsHere>();
    }
}
