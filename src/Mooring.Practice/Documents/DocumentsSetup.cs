using Microsoft.Extensions.DependencyInjection;
using Mooring.Storage.Secrets;

namespace Mooring.Practice.Documents;

/// <summary>Registers the desk of documents.</summary>
internal static class DocumentsSetup
{
    public static void AddDocuments(this IServiceCollection services)
    {
        services.AddScoped<DocumentDesk>();
        services.AddScoped<ISealedColumn, SealedDocuments>();
    }
}
