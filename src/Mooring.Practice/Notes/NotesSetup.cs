using Microsoft.Extensions.DependencyInjection;
using Mooring.Storage.Secrets;

namespace Mooring.Practice.Notes;

/// <summary>Registers the desks of notes and what they take from the chart.</summary>
internal static class NotesSetup
{
    public static void AddNotes(this IServiceCollection services)
    {
        services.AddScoped<NoteDesk>();
        services.AddScoped<NoteDraftDesk>();
        services.AddScoped<CoSignDesk>();
        services.AddScoped<TherapyNoteDesk>();
        services.AddScoped<SealedNoteDesk>();
        services.AddScoped<ISealedColumn, SealedNotes>();
        services.AddScoped<ChartFacts>();
        services.AddScoped<NoteSessions>();
        services.AddScoped<LastSession>();
    }
}
