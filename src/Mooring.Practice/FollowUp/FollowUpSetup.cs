using Microsoft.Extensions.DependencyInjection;

namespace Mooring.Practice.FollowUp;

/// <summary>Registers the desk of calls.</summary>
internal static class FollowUpSetup
{
    public static void AddFollowUp(this IServiceCollection services)
    {
        services.AddScoped<FollowUpDesk>();
    }
}
