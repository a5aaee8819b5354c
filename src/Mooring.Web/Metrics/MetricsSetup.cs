using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Web.Access;
using Mooring.Web.Network;
using OpenTelemetry.Metrics;

namespace Mooring.Web.Metrics;

/// <summary>Figures for whoever operates the server, at <c>/metrics</c>, to be asked for from the machine itself.</summary>
internal static class MetricsSetup
{
    private const string Path = "/metrics";

    public static void AddServerMetrics(this IServiceCollection services)
    {
        services.AddSingleton<ServerMeter>();
        // Statements, addresses and query strings stay out: only which route, how long, with which answer.
        services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddMeter(ServerMeter.Name).AddAspNetCoreInstrumentation().AddRuntimeInstrumentation().AddPrometheusExporter());
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        app.ServiceProvider.GetRequiredService<ServerMeter>();
        app.MapPrometheusScrapingEndpoint(Path).RequireAuthorization(Policies.Anyone);
    }

    /// <summary>Nobody but this machine, and no one through a proxy on it, learns that the address is there.</summary>
    public static void UseMetricsOnlyFromHere(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!context.Request.Path.Equals(Path, StringComparison.Ordinal) || Nearby.IsHere(context))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });
}
