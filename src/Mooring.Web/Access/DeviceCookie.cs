using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Mooring.Practice.Access.Accounts;

namespace Mooring.Web.Access;

/// <summary>
/// Knows a workstation again at which somebody signed in before: wrong tries are counted apart there, so that a stranger's
/// never make its people wait. It lets nobody in.
/// </summary>
internal sealed class DeviceCookie(IDataProtectionProvider keys)
{
    private const string Name = "mooring-device";
    private const int NameBytes = 16;

    // The last who signed in here; a workstation is shared by a shift.
    private const int MostPeople = 30;

    // As long as browsers keep any cookie.
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(400);

    private readonly IDataProtector seal = keys.CreateProtector("known workstation");

    public SignInFrom From(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress?.ToString() ?? "";
        return Read(context) is [var device, .. var people]
            ? new(address, device, [.. people.Select(id => Guid.TryParse(id, CultureInfo.InvariantCulture, out var one) ? one : Guid.Empty)])
            : new(address);
    }

    public void Remember(HttpContext context, Guid person)
    {
        string[] before = Read(context) ?? [Convert.ToHexString(RandomNumberGenerator.GetBytes(NameBytes))];
        var id = person.ToString();
        string[] now = [before[0], id, .. before[1..].Where(one => one != id).Take(MostPeople - 1)];
        context.Response.Cookies.Append(Name, seal.Protect(string.Join(' ', now)), new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            MaxAge = KeptFor,
            IsEssential = true,
        });
    }

    private string[]? Read(HttpContext context)
    {
        if (context.Request.Cookies[Name] is not { Length: > 0 } kept)
            return null;
        try
        {
            return seal.Unprotect(kept).Split(' ');
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
