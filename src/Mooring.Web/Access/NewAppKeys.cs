using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using QRCoder;

namespace Mooring.Web.Access;

/// <summary>The secret of an app between being shown and being kept: sealed in the form, for one person and a quarter of an hour.</summary>
internal sealed class NewAppKeys(IDataProtectionProvider keys)
{
    private const int PixelsEach = 4;
    private const int LettersTogether = 4;
    private static readonly TimeSpan ValidFor = TimeSpan.FromMinutes(15);

    public string Close(Guid person, string key) => For(person).Protect(key, ValidFor);

    /// <summary>Null when it is too old, or of somebody else.</summary>
    public string? Open(Guid person, string? closed)
    {
        try
        {
            return closed is { Length: > 0 } ? For(person).Unprotect(closed) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>What a phone's camera reads, as the address of an image.</summary>
    public static string Picture(string clinic, string userName, string key)
    {
        var label = $"{Uri.EscapeDataString(clinic)}:{Uri.EscapeDataString(userName)}";
        using var maker = new QRCodeGenerator();
        using var code = maker.CreateQrCode($"otpauth://totp/{label}?secret={key}&issuer={Uri.EscapeDataString(clinic)}&digits=6&period=30", QRCodeGenerator.ECCLevel.M);
        using var drawn = new SvgQRCode(code);
        return "data:image/svg+xml;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(drawn.GetGraphic(PixelsEach)));
    }

    /// <summary>The secret as somebody types it.</summary>
    public static string Spaced(string key) => string.Join(' ', key.Chunk(LettersTogether).Select(letters => new string(letters)));

    private ITimeLimitedDataProtector For(Guid person) => keys.CreateProtector("new app", person.ToString()).ToTimeLimitedDataProtector();
}
