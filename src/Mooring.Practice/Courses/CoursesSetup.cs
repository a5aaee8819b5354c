using Microsoft.Extensions.DependencyInjection;
using Mooring.Storage.Projections;

namespace Mooring.Practice.Courses;

/// <summary>Registers how courses go.</summary>
internal static class CoursesSetup
{
    public static void AddCourses(this IServiceCollection services)
    {
        services.AddScoped<CourseDesk>();
        services.AddScoped<CourseCount>();
        services.AddScoped<CourseStepsDesk>();
        services.AddScoped<MaintenanceDesk>();
        services.AddScoped<AdverseDesk>();
        services.AddScoped<SessionCourseDesk>();
        services.AddScoped<ToldEventDesk>();
        services.AddScoped<Projection, ToldProjection>();
    }
}
