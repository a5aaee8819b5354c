using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical.Vitals;
using Mooring.Storage.Library;

namespace Mooring.Web.Intake;

internal static class IntakeSetup
{
    public static void AddIntake(this IServiceCollection services, ServerOptions options)
    {
        services.AddSingleton(_ => Codes(options.ContentFolder));
        services.AddSingleton<IntakeQueue>();
        services.AddHostedService(provider => provider.GetRequiredService<IntakeQueue>());
        services.AddSingleton<DeviceGateway>();
        services.AddHostedService(provider => provider.GetRequiredService<DeviceGateway>());
    }

    // Without a sound code table nothing could be filed, so the server does not start; the sentence says what to mend.
    private static DeviceCodeTable Codes(string contentFolder)
    {
        var read = DeviceCodes.Read(contentFolder);
        return read.Value ?? throw new InvalidOperationException($"The device code table can not be used: {string.Join("; ", read.Faults)}");
    }
}
