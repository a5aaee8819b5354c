using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Storage.Accounts;

namespace Mooring.Web.Access;

/// <summary>Lets people in, and only ever to an address of this house.</summary>
public static class SignInCookie
{
    public static Task Open(HttpContext context, StaffRow staff) => context.SignInAsync(Visitor.Scheme, Visitor.From(staff));

    public static Task Open(HttpContext context, Patient patient, Id<Clinic> clinic) =>
        context.SignInAsync(Visitor.Scheme, Visitor.From(patient, clinic));

    /// <summary>The address to go on to: a path of ours, or the front page. Never another site's.</summary>
    public static string Inside(string? then) =>
        then is ['/', not '/' and not '\\', ..] && !then.Any(char.IsControl) ? then : "/";

    /// <summary>Did this come from the machine that the server runs on? Only then does a demo's link open.</summary>
    public static bool IsHere(IPAddress? from) => from is not null && IPAddress.IsLoopback(from);
}
