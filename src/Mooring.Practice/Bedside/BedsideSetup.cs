using Microsoft.Extensions.DependencyInjection;
using Mooring.Content.Library;

namespace Mooring.Practice.Bedside;

/// <summary>Registers the desks of a session at its chair.</summary>
internal static class BedsideSetup
{
    public static void AddBedside(this IServiceCollection services)
    {
        services.AddSingleton<SessionContent>();
        services.AddScoped<SessionOpening>();
        services.AddScoped<SessionDesk>();
        services.AddScoped<GateRecords>();
        services.AddScoped<GateAges>();
        services.AddScoped<AdverseEventDesk>();
        services.AddScoped<ArrivingDesk>();
        services.AddScoped<ChartingDesk>();
        services.AddScoped<ClearanceDesk>();
        services.AddScoped<ComfortDesk>();
        services.AddScoped<ContactGate>();
        services.AddScoped<CorrectingDesk>();
        services.AddScoped<DosingDesk>();
        services.AddScoped<EmergencyDesk>();
        services.AddScoped<HandoverDesk>();
        services.AddScoped<LeavingDesk>();
        services.AddScoped<LineDesk>();
        services.AddScoped<PreparationDesk>();
        services.AddScoped<RescueDesk>();
        services.AddScoped<SigningDesk>();
        services.AddScoped<TimeOutDesk>();
        services.AddScoped<WatchingDesk>();
    }
}
