using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Mooring.Practice.Access;

namespace Mooring.Web.Access;

/// <summary>What a browser is asked for in a passkey's ceremony, as the WebAuthn JSON that it reads. Its answer comes with a form of a page.</summary>
internal static class PasskeyRoutes
{
    public static void Map(WebApplication app)
    {
        app.MapPost("/sign-in/passkey", Ask).RequireAuthorization(Policies.Anyone).WithMetadata(new RequireAntiforgeryTokenAttribute());
        app.MapPost("/sign-in/new-passkey", Make).RequireAuthorization(Policies.Anyone).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> Ask(HttpContext context, PasskeyCeremony ceremony) =>
        IsOurs(context) ? Results.Text(await ceremony.AskForOne(), "application/json") : Expired();

    // For who is in, and for who is between the password and a second factor.
    private static async Task<IResult> Make(HttpContext context, PasskeyCeremony ceremony, SignInSteps steps, StaffDesk staff, CancellationToken cancel)
    {
        if (!IsOurs(context))
            return Expired();
        var person = context.User.Actor() is { IsPatient: false } actor && context.User.HandedTo() is null
            ? await staff.Current(actor.Id, cancel)
            : (await steps.Between(context, cancel))?.Staff;
        return person is null ? Results.Text("Sign in first.", statusCode: StatusCodes.Status401Unauthorized) : Results.Text(await ceremony.AskToMake(person), "application/json");
    }

    // With words: an empty answer would be drawn as a page, and that page would read the form again.
    private static IResult Expired() => Results.Text("That page has expired. Reload it and try again.", statusCode: StatusCodes.Status400BadRequest);

    private static bool IsOurs(HttpContext context) => context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true };
}
