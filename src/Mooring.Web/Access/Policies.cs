using Microsoft.AspNetCore.Authorization;
using Mooring.Clinical;

namespace Mooring.Web.Access;

/// <summary>
/// Who may open what: one policy a right, under its name. Every route names a right, or that it is for anyone; one that
/// names nothing is refused to everybody, and a test walks all routes to see that none is left so.
/// </summary>
public static class Policies
{
    /// <summary>No sign-in: the sign-in pages themselves, health, and the files of the look.</summary>
    public const string Anyone = nameof(Anyone);

    public static void Add(AuthorizationOptions options)
    {
        options.AddPolicy(Anyone, policy => policy.RequireAssertion(_ => true));
        foreach (var right in Enum.GetValues<Right>())
            options.AddPolicy(right.ToString(), policy => policy.RequireAuthenticatedUser().RequireAssertion(asked => asked.User.Actor()?.May(right) == true));
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();
    }
}
