using System.Globalization;
using Microsoft.AspNetCore.Http;
using Mooring.Clinical.Instruments;
using Mooring.Clinical.Patients;
using Mooring.Content.Library;
using Mooring.Practice.Settings;

namespace Mooring.Web.Pages.Portal;

/// <summary>
/// The words of the patient's own pages, in the language of this request: chosen by the patient, else the browser's, of those
/// that the clinic offers.
/// </summary>
public sealed class OwnWords(InterfaceTexts texts, IHttpContextAccessor http, CurrentClinic clinic)
{
    public const string Cookie = "language";

    private const string Spanish = "es";

    public Language Language => clinic.Known is { } here && !here.Languages.Contains(Wanted) ? here.Languages[0] : Wanted;

    /// <summary>Whether there is another one to change to.</summary>
    public bool HasOther => clinic.Known is null or { Languages.Count: > 1 };

    /// <summary>For the page's <c>lang</c>.</summary>
    public string Code => CodeOf(Language);

    public string Other => CodeOf(Language == Language.Spanish ? Language.English : Language.Spanish);

    public string this[string key] => texts.Of(Language, key);

    public string this[string key, params object[] with] => string.Format(CultureInfo.InvariantCulture, texts.Of(Language, key), with);

    public string Of(Wording wording) => InterfaceTexts.Of(Language, wording);

    /// <summary>What a questionnaire is about, in a patient's words, where somebody wrote them.</summary>
    public string? Called(string instrument) => texts.Called(Language, instrument);

    /// <summary>Remembers the language for this browser.</summary>
    public static void Remember(HttpContext context, Language language) => context.Response.Cookies.Append(Cookie, CodeOf(language), new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        MaxAge = TimeSpan.FromDays(365),
    });

    public static Language Read(string? code) => code == Spanish ? Language.Spanish : Language.English;

    private Language Wanted => Read(http.HttpContext?.Request.Cookies[Cookie] ?? Preferred);

    private string Preferred => http.HttpContext?.Request.Headers.AcceptLanguage.ToString().StartsWith(Spanish, StringComparison.OrdinalIgnoreCase) == true ? Spanish : "en";

    private static string CodeOf(Language language) => language == Language.Spanish ? Spanish : "en";
}
