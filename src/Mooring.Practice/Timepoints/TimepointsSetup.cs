using Microsoft.Extensions.DependencyInjection;

namespace Mooring.Practice.Timepoints;

/// <summary>Registers the times of care.</summary>
internal static class TimepointsSetup
{
    public static void AddTimepoints(this IServiceCollection services)
    {
        services.AddScoped<AskedSheetDesk>();
        services.AddScoped<AskingDesk>();
        services.AddScoped<CareTimesDesk>();
    }
}
