using Microsoft.Extensions.DependencyInjection;

namespace Mooring.Practice.Planning;

/// <summary>Registers the desks of plans and visits.</summary>
internal static class PlanningSetup
{
    public static void AddPlanning(this IServiceCollection services)
    {
        services.AddScoped<PlanDesk>();
        services.AddScoped<ReviewDesk>();
    }
}
