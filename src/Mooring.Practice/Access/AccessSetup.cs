using Microsoft.Extensions.DependencyInjection;

namespace Mooring.Practice.Access;

/// <summary>Registers staff, sign-ins and links.</summary>
internal static class AccessSetup
{
    public static void AddAccess(this IServiceCollection services)
    {
        services.AddScoped<PresenceDesk>();
        services.AddScoped<LinkDesk>();
        services.AddScoped<StaffDesk>();
        services.AddScoped<StaffRoles>();
        services.AddScoped<AwayDesk>();
        services.AddScoped<CredentialDesk>();
        services.AddScoped<CredentialGate>();
        services.AddScoped<SetUpDesk>();
        services.AddScoped<SignInEnd>();
    }
}
