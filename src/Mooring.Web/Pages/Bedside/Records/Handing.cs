using System.Net;
using Microsoft.AspNetCore.Http;
using Mooring.Clinical;
using Mooring.Practice.Privacy;

namespace Mooring.Web.Pages.Bedside.Records;

/// <summary>What a paper that leaves the house says at its end, and what stands where it may not leave.</summary>
internal static class Handing
{
    /// <summary>As it stands in the address of a paper that is handed to the patient.</summary>
    public const string ToPatient = "patient";

    public static IResult Refused(Refusal refusal) =>
        Results.Text($"{refusal.Code} {refusal.Says} To hand it to the patient, add ?for={ToPatient} to the address of this file, or use the button beside it.", "text/plain", statusCode: StatusCodes.Status403Forbidden);

    /// <summary>The notice of 42 CFR 2.32 and the scope of the consent; nothing where nothing marked leaves.</summary>
    public static string Notice(Release? release) => release?.Notice is not { } notice ? "" :
        $"<aside class=\"part2\"><h2>42 CFR Part 2</h2><p>{WebUtility.HtmlEncode(notice)}</p><p>{WebUtility.HtmlEncode(release.Scope ?? "")}</p></aside>";
}
