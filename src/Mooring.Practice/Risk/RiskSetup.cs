using Microsoft.Extensions.DependencyInjection;

namespace Mooring.Practice.Risk;

/// <summary>Registers the desk of suicide risk.</summary>
internal static class RiskSetup
{
    public static void AddRisk(this IServiceCollection services)
    {
        services.AddScoped<RiskDesk>();
        services.AddScoped<RiskFlags>();
        services.AddScoped<SuicideCheck>();
    }
}
