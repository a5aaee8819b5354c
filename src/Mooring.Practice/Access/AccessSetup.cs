using Microsoft.Extensions.DependencyInjection;
using Mooring.Practice.Access.Accounts;

namespace Mooring.Practice.Access;

/// <summary>Registers staff, sign-ins and links.</summary>
internal static class AccessSetup
{
    public static void AddAccess(this IServiceCollection services)
    {
        services.AddAccountDesks();
        services.AddScoped<PresenceDesk>();
        services.AddScoped<LinkDesk>();
        services.AddScoped<LinkTries>();
        services.AddScoped<PatientLinkDesk>();
        services.AddScoped<StaffDesk>();
        services.AddScoped<StaffRoles>();
        services.AddScoped<AwayDesk>();
        services.AddScoped<CredentialDesk>();
        services.AddScoped<CredentialGate>();
        services.AddScoped<SetUpDesk>();
        services.AddScoped<SignInsDesk>();
        services.AddSingleton<SignInBell>();
        services.AddScoped<Proving>();
        services.AddScoped<SigningAgain>();
        services.AddScoped<ITypedSecret, NobodyTypes>();
    }
}
