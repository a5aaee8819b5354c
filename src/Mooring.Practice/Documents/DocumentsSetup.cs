using Microsoft.Extensions.DependencyInjection;

namespace Mooring.Practice.Documents;

/// <summary>Registers the desk of documents.</summary>
internal static class DocumentsSetup
{
    public static void AddDocuments(this IServiceCollection services)
    {
        services.AddScoped<DocumentDesk>();
    }
}
