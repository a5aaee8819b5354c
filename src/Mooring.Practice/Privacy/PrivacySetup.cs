using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical.Privacy;
using Mooring.Content.Library;
using Mooring.Storage.Jobs;

namespace Mooring.Practice.Privacy;

/// <summary>Registers who sees which chart, what leaves the house, and what the privacy officer looks after.</summary>
internal static class PrivacySetup
{
    public static void AddPrivacy(this IServiceCollection services)
    {
        services.AddScoped<ChartAccess>();
        services.AddScoped<TeamPart, PlanTeam>();
        services.AddScoped<TeamPart, BookTeam>();
        services.AddScoped<CareTeamDesk>();
        services.AddScoped<RestrictionDesk>();
        services.AddScoped<OpeningDesk>();
        services.AddScoped<Part2Desk>();
        services.AddScoped<DisclosureDesk>();
        services.AddScoped<RequestDesk>();
        services.AddScoped<HoldDesk>();
        services.AddScoped<LookDesk>();
        services.AddScoped<LooksOfADay>();
        services.AddScoped<Job, LookJob>();
    }

    /// <summary>The rules of privacy in force.</summary>
    public static PrivacyTerms PrivacyTerms(this ClinicalLibrary library) => library.Sound().Privacy!.Value;
}
