using System.Security.Cryptography;
using System.Text;

namespace Mooring.Web.Pages.Bedside;

/// <summary>Names for the entries of a page with many buttons.</summary>
internal static class Taps
{
    /// <summary>The same for the same button of the same page, and for no other.</summary>
    public static Guid Id(Guid page, string button) =>
        new(SHA256.HashData([.. page.ToByteArray(), .. Encoding.UTF8.GetBytes(button)]).AsSpan(0, 16));
}
