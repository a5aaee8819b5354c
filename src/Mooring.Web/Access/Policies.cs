using Microsoft.AspNetCore.Authorization;
using Mooring.Clinical;

namespace Mooring.Web.Access;

/// <summary>
/// Who may open what. Every route names one of these; a route that names none is refused to everybody, and a test
/// walks all routes to see that none is left so.
/// </summary>
public static class Policies
{
    /// <summary>No sign-in: the sign-in pages themselves, health, and the files of the look.</summary>
    public const string Anyone = nameof(Anyone);

    /// <summary>All who work here.</summary>
    public const string Staff = nameof(Staff);

    /// <summary>Prescriber, nurse, therapist: those who may read a clinical record.</summary>
    public const string Clinical = nameof(Clinical);

    /// <summary>Prescriber and nurse: those who may chart at the chair.</summary>
    public const string Bedside = nameof(Bedside);

    /// <summary>Those who say which chairs there are.</summary>
    public const string Places = nameof(Places);

    public const string Prescribing = nameof(Prescribing);

    public const string Therapy = nameof(Therapy);

    public const string Managing = nameof(Managing);

    /// <summary>The patient, on their own pages.</summary>
    public const string Patient = nameof(Patient);

    private static readonly Dictionary<string, Role[]> Roles = new(StringComparer.Ordinal)
    {
        [Staff] = [Role.Prescriber, Role.Nurse, Role.Therapist, Role.FrontDesk, Role.Manager],
        [Clinical] = [Role.Prescriber, Role.Nurse, Role.Therapist],
        [Bedside] = [Role.Prescriber, Role.Nurse],
        [Places] = [Role.Prescriber, Role.Nurse, Role.Manager],
        [Prescribing] = [Role.Prescriber],
        [Therapy] = [Role.Therapist],
        [Managing] = [Role.Manager],
        [Patient] = [Role.Patient],
    };

    public static IReadOnlyList<Role> RolesOf(string policy) => Roles[policy];

    public static void Add(AuthorizationOptions options)
    {
        options.AddPolicy(Anyone, policy => policy.RequireAssertion(_ => true));
        foreach (var (name, roles) in Roles)
            options.AddPolicy(name, policy => policy.RequireAuthenticatedUser().RequireRole(roles.Select(role => role.ToString())));
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();
    }
}
