using Microsoft.Extensions.DependencyInjection;

namespace Mooring.Practice.SafetyPlans;

/// <summary>Registers the desk of safety plans.</summary>
internal static class SafetyPlansSetup
{
    public static void AddSafetyPlans(this IServiceCollection services) => services.AddScoped<SafetyPlanDesk>();
}
