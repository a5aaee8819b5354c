using Microsoft.Extensions.DependencyInjection;

namespace Mooring.Practice.Surveillance;

/// <summary>Registers the desk of long-term checks.</summary>
internal static class SurveillanceSetup
{
    public static void AddSurveillance(this IServiceCollection services)
    {
        services.AddScoped<SurveillanceDesk>();
        services.AddScoped<BaselineDesk>();
    }
}
