using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Mooring.Web.Access;
using Mooring.Web.Live;

namespace Mooring.Web;

/// <summary>Every address the server answers. Each names its policy.</summary>
internal static class Routes
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/health/ready", () => Results.Text("ready")).RequireAuthorization(Policies.Anyone);
        Metrics.MetricsSetup.Map(app);
        AccessRoutes.Map(app);
        Pages.Bedside.Records.RecordRoutes.Map(app);
        Pages.Chart.Notes.NoteRoutes.Map(app);
        Pages.Chart.Documents.DocumentRoutes.Map(app);
        Pages.Portal.OwnRoutes.Map(app);
        Pages.Settings.FeedRoutes.Map(app);
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
}
