using Microsoft.Extensions.DependencyInjection;

namespace Mooring.Practice.Referrals;

/// <summary>Registers the desk of referrals.</summary>
internal static class ReferralsSetup
{
    public static void AddReferrals(this IServiceCollection services)
    {
        services.AddScoped<ReferralDesk>();
    }
}
