using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Mooring.Practice.Scheduling;

/// <summary>Registers the appointment book.</summary>
internal static class SchedulingSetup
{
    public static void AddScheduling(this IServiceCollection services)
    {
        services.AddScoped<BookReading>();
        services.AddScoped<BookWriting>();
        services.AddScoped<DosePhases>();
        services.AddScoped<Wishes>();
        services.AddScoped<BookDesk>();
        services.AddScoped<BookingDesk>();
        services.AddScoped<NextContactDesk>();
        services.AddScoped<SeriesDesk>();
        services.AddScoped<AttendanceDesk>();
        services.AddScoped<ResourceDesk>();
        services.AddScoped<LeaveDesk>();
        services.AddScoped<WaitlistDesk>();
        services.AddScoped<FeedDesk>();
        services.AddScoped<IInterceptor, AppointmentSteps>();
    }
}
