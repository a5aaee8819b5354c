using Microsoft.Extensions.DependencyInjection;

namespace Mooring.Practice.Merging;

/// <summary>Registers the desk of merged charts.</summary>
internal static class MergingSetup
{
    public static void AddMerging(this IServiceCollection services)
    {
        services.AddScoped<MergeChecks>();
        services.AddScoped<MergeDesk>();
    }
}
