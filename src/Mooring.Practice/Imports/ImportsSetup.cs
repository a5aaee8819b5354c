using Microsoft.Extensions.DependencyInjection;

namespace Mooring.Practice.Imports;

/// <summary>Registers what takes in records from elsewhere.</summary>
internal static class ImportsSetup
{
    public static void AddImports(this IServiceCollection services)
    {
        services.AddScoped<ImportDesk>();
        services.AddScoped<PersonImport>();
        services.AddScoped<HistoryImport>();
        services.AddScoped<ValueImport>();
    }
}
