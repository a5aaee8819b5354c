using Microsoft.Extensions.DependencyInjection;

namespace Mooring.Practice.Arrivals;

/// <summary>Registers the front desk's day.</summary>
internal static class ArrivalsSetup
{
    public static void AddArrivals(this IServiceCollection services)
    {
        services.AddScoped<Lacks>();
        services.AddScoped<DayChanges>();
        services.AddScoped<ArrivalsDesk>();
        services.AddScoped<CheckInDesk>();
    }
}
