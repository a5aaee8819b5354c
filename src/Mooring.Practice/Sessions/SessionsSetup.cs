using Microsoft.Extensions.DependencyInjection;
using Mooring.Storage.Projections;

namespace Mooring.Practice.Sessions;

/// <summary>Registers the journal of sessions and what is made from it.</summary>
internal static class SessionsSetup
{
    public static void AddSessions(this IServiceCollection services)
    {
        services.AddScoped<SessionJournal>();
        services.AddSingleton<SessionCache>();
        services.AddScoped<SessionFacts>();
        services.AddScoped<Projection, SessionProjection>();
    }
}
