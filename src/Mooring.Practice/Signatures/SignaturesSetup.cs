using Microsoft.Extensions.DependencyInjection;

namespace Mooring.Practice.Signatures;

/// <summary>Registers the journals of signatures.</summary>
internal static class SignaturesSetup
{
    public static void AddSignatures(this IServiceCollection services) => services.AddScoped<SignatureJournal>();
}
