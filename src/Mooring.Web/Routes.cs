using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Mooring.Web.Access;
using Mooring.Web.Live;

namespace Mooring.Web;

/// <summary>Every address the server answers. Each names its policy.</summary>
internal static class Routes
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/health/ready", () => Results.Text("ready")).RequireAuthorization(Policies.Anyone);
        AccessRoutes.Map(app);
        LiveRoutes.Map(app);
        app.MapRazorComponents<Layout.App>();
    }
}
