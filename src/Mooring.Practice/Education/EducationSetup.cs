using Microsoft.Extensions.DependencyInjection;

namespace Mooring.Practice.Education;

/// <summary>Registers what patients are told.</summary>
internal static class EducationSetup
{
    public static void AddEducation(this IServiceCollection services)
    {
        services.AddScoped<EducationDesk>();
        services.AddScoped<TeachBackDesk>();
    }
}
