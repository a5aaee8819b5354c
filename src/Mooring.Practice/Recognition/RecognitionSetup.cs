using Microsoft.Extensions.DependencyInjection;
using Mooring.Storage.Terminology;

namespace Mooring.Practice.Recognition;

/// <summary>Registers what recognizes names of medicines and conditions.</summary>
internal static class RecognitionSetup
{
    public static void AddRecognition(this IServiceCollection services, string? dataFolder)
    {
        services.AddSingleton(new TermFolder(dataFolder));
        services.AddSingleton<TermCache>();
        services.AddSingleton<TerminologyDesk>();
        services.AddSingleton<RecognizerCache>();
        services.AddScoped<ClinicWords>();
        services.AddScoped<ResolutionDesk>();
    }
}
