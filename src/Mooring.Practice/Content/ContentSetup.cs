using Microsoft.Extensions.DependencyInjection;
using Mooring.Content;
using Mooring.Content.Library;
using Mooring.Content.Reading;

namespace Mooring.Practice.Content;

/// <summary>Registers the library of clinical content and what the clinic signs of it.</summary>
internal static class ContentSetup
{
    public static void AddContent(this IServiceCollection services, string contentFolder, string? dataFolder, ClinicalLibrary? library)
    {
        services.AddSingleton(_ => library ?? LibraryLoad.From(contentFolder));
        services.AddSingleton<IntakeContent>();
        services.AddSingleton<InterfaceTexts>();
        services.AddSingleton(provider => dataFolder is null ? ClinicTexts.None
            : ClinicTexts.Load(dataFolder, id => provider.GetRequiredService<ClinicalLibrary>().Instruments.GetValueOrDefault(id)?.Value));
        services.AddSingleton<InstrumentCatalog>();
        services.AddSingleton<SignatureCache>();
        services.AddScoped<Reviewed>();
        services.AddScoped<SignatureDesk>();
        services.AddSingleton<PackCache>();
        services.AddSingleton(provider => provider.GetRequiredService<ClinicalLibrary>().Kinetics);
        services.AddSingleton<CourseContent>();
        services.AddSingleton<BookingContent>();
        services.AddSingleton<NoteContent>();
        services.AddScoped<ProtocolsHere>();
        services.AddScoped<FilesToSign>();
    }
}
