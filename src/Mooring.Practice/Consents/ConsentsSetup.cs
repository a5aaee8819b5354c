using Microsoft.Extensions.DependencyInjection;

namespace Mooring.Practice.Consents;

/// <summary>Registers the desk of consents.</summary>
internal static class ConsentsSetup
{
    public static void AddConsents(this IServiceCollection services)
    {
        services.AddScoped<ConsentDesk>();
    }
}
