using Microsoft.Extensions.DependencyInjection;

namespace Mooring.Practice.Plans;

/// <summary>Registers the reviews of courses.</summary>
internal static class PlansSetup
{
    public static void AddPlans(this IServiceCollection services)
    {
        services.AddScoped<VisitDesk>();
    }
}
