using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Storage.Accounts;

namespace Mooring.Web.Access;

/// <summary>The person behind a request, as claims and back.</summary>
public static class Visitor
{
    public const string Scheme = "Mooring";

    private const string ClinicClaim = "clinic";
    private const string StampClaim = "stamp";
    private const string VisitClaim = "visit";
    private const string HandedClaim = "handed";
    private const string RightsClaim = "rights";
    private const int VisitBytes = 16;

    public static ClaimsPrincipal From(StaffRow staff) =>
        Make(staff.Id, staff.FullName, staff.Roles, staff.ClinicId, staff.SecurityStamp ?? "");

    /// <param name="link">The link by which the patient came.</param>
    public static ClaimsPrincipal From(Patient patient, Id<Clinic> clinic, string link = "") =>
        Make(patient.Id.Value, patient.FullName, [Role.Patient], clinic, link);

    /// <summary>Who acts, with what they may do in this request; null when nobody signed in.</summary>
    public static Actor? Actor(this ClaimsPrincipal user)
    {
        Role[] roles = [.. user.FindAll(ClaimTypes.Role).Select(claim => Enum.TryParse<Role>(claim.Value, out var role) ? role : (Role?)null).OfType<Role>()];
        return Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id) && roles.Length > 0
            ? new Actor(id, user.Identity?.Name ?? "", roles[0]) { MoreRoles = roles.Length == 1 ? null : roles[1..], Rights = Rights.Parse(user.FindFirstValue(RightsClaim)) }
            : null;
    }

    /// <summary>The same sign-in, of this person as they are now.</summary>
    public static ClaimsPrincipal As(this ClaimsPrincipal user, Actor now) => new(new ClaimsIdentity(
        [
            .. user.Claims.Where(claim => claim.Type is not (ClaimTypes.Name or ClaimTypes.Role or RightsClaim)),
            new(ClaimTypes.Name, now.Name),
            .. now.Roles.Select(role => new Claim(ClaimTypes.Role, role.ToString())),
            new(RightsClaim, now.Rights.ToString()),
        ],
        Scheme));

    public static Id<Clinic> Clinic(this ClaimsPrincipal user) =>
        Id<Clinic>.TryParse(user.FindFirstValue(ClinicClaim), CultureInfo.InvariantCulture, out var clinic) ? clinic : default;

    public static string Stamp(this ClaimsPrincipal user) => user.FindFirstValue(StampClaim) ?? "";

    /// <summary>The name of this one sign-in, by which it can be ended on the server; null in a cookie that is none of ours.</summary>
    public static string? Visit(this ClaimsPrincipal user) => user.FindFirstValue(VisitClaim);

    /// <summary>The only page that this sign-in reaches, because the device is in a patient's hands; null when it is not.</summary>
    public static string? HandedTo(this ClaimsPrincipal user) => user.FindFirstValue(HandedClaim);

    /// <summary>The same sign-in, handed over to one page, or with null taken back.</summary>
    public static ClaimsPrincipal Handed(this ClaimsPrincipal user, string? page) => new(new ClaimsIdentity(
        [.. user.Claims.Where(claim => claim.Type is not (HandedClaim or RightsClaim)), .. page is null ? Array.Empty<Claim>() : [new Claim(HandedClaim, page)]], Scheme));

    /// <summary>The signed-in patient's own id: the only patient these pages ever ask for.</summary>
    public static Id<Patient> OwnPatient(this ClaimsPrincipal user) => user.Actor() is { IsPatient: true } actor
        ? new(actor.Id)
        : throw new InvalidOperationException("Not a patient: the page lacks its policy.");

    private static ClaimsPrincipal Make(Guid id, string name, IReadOnlyList<Role> roles, Id<Clinic> clinic, string stamp) => new(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, id.ToString()),
            new(ClaimTypes.Name, name),
            .. roles.Select(role => new Claim(ClaimTypes.Role, role.ToString())),
            new(ClinicClaim, clinic.ToString()),
            new(StampClaim, stamp),
            new(VisitClaim, Convert.ToHexString(RandomNumberGenerator.GetBytes(VisitBytes))),
        ],
        Scheme));
}
