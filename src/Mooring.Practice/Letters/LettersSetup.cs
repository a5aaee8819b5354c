using Microsoft.Extensions.DependencyInjection;

namespace Mooring.Practice.Letters;

/// <summary>Registers letters and what a referrer is told.</summary>
internal static class LettersSetup
{
    public static void AddLetters(this IServiceCollection services)
    {
        services.AddScoped<LetterDesk>();
        services.AddScoped<OutgoingDesk>();
        services.AddScoped<ReferralLoopDesk>();
    }
}
