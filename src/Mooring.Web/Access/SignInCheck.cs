using System.Security.Claims;
using Mooring.Clinical;
using Mooring.Practice.Access;

namespace Mooring.Web.Access;

/// <summary>Whether a sign-in still holds, and what it may do. One question, asked of every request and of every stream that goes on.</summary>
internal sealed class SignInCheck(SignInEnd visits, StaffDesk staff, RoleRights rights)
{
    /// <summary>
    /// The same sign-in with the name, the roles and the rights of now; null after signing out, being disabled or a new
    /// password. Rights stand in no cookie: they are worked out here each time.
    /// </summary>
    public async Task<ClaimsPrincipal?> Renew(ClaimsPrincipal? user, CancellationToken cancel)
    {
        if (user?.Actor() is not { } actor || user.Visit() is not { } visit || await visits.IsEnded(visit, cancel))
            return null;
        if (actor.IsPatient)
            return user.As(rights.Give(actor));
        var person = await staff.Current(actor.Id, cancel);
        return person is not null && person.SecurityStamp == user.Stamp() ? user.As(person.AsActor(rights)) : null;
    }

    /// <summary>Whether it holds and may do what it might when this request came: a stream shows no more than a page would.</summary>
    public async Task<bool> IsAsBefore(ClaimsPrincipal user, CancellationToken cancel) =>
        (await Renew(user, cancel))?.Actor() is { } now && now.Rights == user.Actor()!.Rights && now.Equals(user.Actor());
}
