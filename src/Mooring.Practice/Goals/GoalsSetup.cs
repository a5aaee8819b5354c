using Microsoft.Extensions.DependencyInjection;

namespace Mooring.Practice.Goals;

/// <summary>Registers the desk of goals.</summary>
internal static class GoalsSetup
{
    public static void AddGoals(this IServiceCollection services)
    {
        services.AddScoped<GoalDesk>();
    }
}
