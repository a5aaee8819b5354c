using Microsoft.Extensions.DependencyInjection;
using Mooring.Storage.Projections;

namespace Mooring.Practice.Reporting;

/// <summary>Registers the reports of the clinic.</summary>
internal static class ReportingSetup
{
    public static void AddReporting(this IServiceCollection services)
    {
        services.AddScoped<NoticeCountDesk>();
        services.AddScoped<Projection, DecisionProjection>();
    }
}
