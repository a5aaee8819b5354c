using Microsoft.Extensions.DependencyInjection;

namespace Mooring.Practice.Coverage;

/// <summary>Registers the desk of insurance cards.</summary>
internal static class CoverageSetup
{
    public static void AddCoverage(this IServiceCollection services) => services.AddScoped<InsuranceDesk>();
}
