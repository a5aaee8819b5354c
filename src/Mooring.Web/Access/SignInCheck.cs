using System.Security.Claims;
using Mooring.Clinical;
using Mooring.Practice.Access;

namespace Mooring.Web.Access;

/// <summary>Whether a sign-in still holds, and what it may do. One question, asked of every request and of every stream that goes on.</summary>
internal sealed class SignInCheck(SignInsDesk signIns, StaffDesk staff, PatientLinkDesk links, RoleRights rights)
{
    /// <summary>The sign-in of this request, as it was when it came; null when there is none.</summary>
    public SignInNow? Now { get; private set; }

    /// <summary>
    /// The same sign-in with the name, the roles and the rights of now; null where the server knows of none, or it has ended:
    /// after signing out, being disabled, other roles or a new password. Rights stand in no cookie: they are worked out here each time.
    /// </summary>
    public async Task<ClaimsPrincipal?> Renew(ClaimsPrincipal? user, CancellationToken cancel)
    {
        Now = null;
        if (user?.Actor() is not { } actor || user.Visit() is not { } visit || await signIns.Find(visit, cancel) is not { } known || known.Person != actor.Id)
            return null;
        var renewed = await Person(user, actor, cancel);
        Now = renewed is null ? null : known;
        return renewed;
    }

    /// <summary>Whether it holds and may do what it might when this request came: a stream shows no more than a page would.</summary>
    public async Task<bool> IsAsBefore(ClaimsPrincipal user, CancellationToken cancel) =>
        (await Renew(user, cancel))?.Actor() is { } now && now.Rights == user.Actor()!.Rights && now.Equals(user.Actor());

    private async Task<ClaimsPrincipal?> Person(ClaimsPrincipal user, Actor actor, CancellationToken cancel)
    {
        if (actor.IsPatient)
            return await links.Holds(user.Stamp(), cancel) ? user.As(rights.Give(actor)) : null;
        var person = await staff.Current(actor.Id, cancel);
        return person is not null && person.SecurityStamp == user.Stamp() ? user.As(person.AsActor(rights)) : null;
    }
}
