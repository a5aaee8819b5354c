using Microsoft.Extensions.DependencyInjection;

namespace Mooring.Practice.Screening;

/// <summary>Registers facts, screening and decisions.</summary>
internal static class ScreeningSetup
{
    public static void AddScreening(this IServiceCollection services)
    {
        services.AddScoped<ScreeningDesk>();
        services.AddScoped<MissingFactsDesk>();
        services.AddScoped<CheckInVitals>();
        services.AddScoped<FactsDesk>();
        services.AddScoped<EarlierDoses>();
    }
}
