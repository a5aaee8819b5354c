using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Practice.Access;

namespace Mooring.Web.Access;

/// <summary>Whether a sign-in still holds. One question, asked of every request and of every stream that goes on.</summary>
internal static class SignedIn
{
    /// <summary>Not after signing out, being disabled, a new password or another role.</summary>
    public static async Task<bool> Still(ClaimsPrincipal? user, IServiceProvider services, CancellationToken cancel)
    {
        if (user?.Actor() is not { } actor || user.Visit() is not { } visit || await services.GetRequiredService<VisitEnd>().IsEnded(visit, cancel))
            return false;
        if (actor.Role == Role.Patient)
            return true;
        var staff = await services.GetRequiredService<StaffDesk>().Current(actor.Id, cancel);
        return staff is not null && staff.SecurityStamp == user.Stamp() && staff.Role == actor.Role;
    }
}
