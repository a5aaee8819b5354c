using Microsoft.Extensions.DependencyInjection;

namespace Mooring.Practice.Archiving;

/// <summary>Registers the desk of archived charts.</summary>
internal static class ArchivingSetup
{
    public static void AddArchiving(this IServiceCollection services)
    {
        services.AddScoped<ArchiveDesk>();
    }
}
