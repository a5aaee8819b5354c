using Microsoft.Extensions.DependencyInjection;

namespace Mooring.Practice.Histories;

/// <summary>Registers the desks of histories and measurements.</summary>
internal static class HistoriesSetup
{
    public static void AddHistories(this IServiceCollection services)
    {
        services.AddScoped<HistoryDesk>();
        services.AddScoped<MeasurementDesk>();
        services.AddScoped<PdmpDesk>();
    }
}
