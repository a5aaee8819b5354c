using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Mooring.Storage.Accounts;

namespace Mooring.Practice.Access.Accounts;

/// <summary>Passwords, codes and passkeys by ASP.NET Core Identity, with what this house adds to them.</summary>
public static class AccountsSetup
{
    /// <summary>The strict terms, unless the host chose its own before.</summary>
    public static IdentityBuilder AddAccounts(this IServiceCollection services, SignInTerms? chosen = null)
    {
        var terms = chosen ?? new();
        services.Replace(ServiceDescriptor.Singleton(terms));
        return services.AddIdentityCore<StaffRow>(identity =>
        {
            identity.Password = new() { RequiredLength = terms.ShortestPassword, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false, RequiredUniqueChars = 0 };
            identity.Lockout.MaxFailedAccessAttempts = 10;
            identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
        }).AddErrorDescriber<AccountErrors>().AddUserStore<SealedUserStore>().AddPasswordValidator<KnownPasswords>()
            .AddTokenProvider<AuthenticatorTokenProvider<StaffRow>>(TokenOptions.DefaultAuthenticatorProvider);
    }

    internal static void AddAccountDesks(this IServiceCollection services)
    {
        services.TryAddSingleton(new SignInTerms());
        services.AddScoped<SignInDelays>();
        services.AddScoped<PasswordSignIn>();
        services.AddScoped<FactorDesk>();
        services.AddScoped<FactorProof>();
        services.AddScoped<AccountDesk>();
        services.AddScoped<ResetDesk>();
        services.AddScoped<OutsideDesk>();
        services.AddScoped<RoleRequestDesk>();
        services.AddScoped<SecondPerson>();
        services.AddScoped<AccountList>();
    }
}
