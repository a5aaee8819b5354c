using Microsoft.Extensions.DependencyInjection;
using Mooring.Content.Library;

namespace Mooring.Web.Intake;

internal static class IntakeSetup
{
    public static void AddIntake(this IServiceCollection services)
    {
        services.AddSingleton(provider => provider.GetRequiredService<ClinicalLibrary>().DeviceCodes
            ?? throw new InvalidOperationException("The device code table can not be read; run mooring check."));
        services.AddSingleton<IntakeTerms>();
        services.AddSingleton<Admission>();
        services.AddSingleton<IntakeClinic>();
        services.AddScoped<LateFiling>();
        services.AddSingleton<IntakeQueue>();
        services.AddHostedService(provider => provider.GetRequiredService<IntakeQueue>());
        services.AddSingleton<DeviceGateway>();
        services.AddHostedService(provider => provider.GetRequiredService<DeviceGateway>());
    }
}
