using Microsoft.Extensions.DependencyInjection;

namespace Mooring.Practice.Notes;

/// <summary>Registers the desk of notes.</summary>
internal static class NotesSetup
{
    public static void AddNotes(this IServiceCollection services)
    {
        services.AddScoped<NoteDesk>();
    }
}
