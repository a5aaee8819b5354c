using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Mooring.Practice.Settings;
using Mooring.Web.Access;
using Mooring.Web.Components;
using Mooring.Web.Live;

namespace Mooring.Web;

/// <summary>Every address the server answers. Each names its policy.</summary>
internal static class Routes
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("live")).RequireAuthorization(Policies.Anyone);
        app.MapGet("/health/ready", Ready).RequireAuthorization(Policies.Anyone);
        Metrics.MetricsSetup.Map(app);
        AccessRoutes.Map(app);
        Locking.LockRoutes.Map(app);
        Pages.Bedside.Records.RecordRoutes.Map(app);
        Pages.Chart.Notes.NoteRoutes.Map(app);
        Pages.Chart.Documents.DocumentRoutes.Map(app);
        Pages.Board.Downtime.DowntimeRoutes.Map(app);
        Pages.Portal.OwnRoutes.Map(app);
        Pages.Settings.FeedRoutes.Map(app);
        Pages.Reports.TableRoutes.Map(app);
        LiveRoutes.Map(app);
        Tablets.TabletRoutes.Map(app);
        // Without it an unknown address falls to the rule for routes that name no policy, and reads as forbidden.
        app.MapFallback("{**address}", () => Results.NotFound()).RequireAuthorization(Policies.Anyone);
        // The framework adds a route of its own for redirects while streaming; it gives nothing away.
        app.MapRazorComponents<Layout.App>().Add(route =>
        {
            if (route is RouteEndpointBuilder { RoutePattern.RawText: "/_framework/opaque-redirect" })
                route.Metadata.Add(new AuthorizeAttribute(Policies.Anyone));
        });
    }

    // Alive is not ready: while the database does not answer, whoever balances or restarts is told so.
    private static async Task<IResult> Ready(ClinicsHere clinics, CancellationToken cancel)
    {
        try
        {
            await clinics.First(cancel);
            return Results.Text("ready");
        }
        catch (Exception failure) when (failure.IsStoreAway())
        {
            return Results.Text("the database does not answer", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
