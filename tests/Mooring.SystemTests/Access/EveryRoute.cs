using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.SystemTests.Clinics;
using Mooring.Web.Access;

namespace Mooring.SystemTests.Access;

public class EveryRoute
{
    [Fact]
    public async Task Names_its_policy()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);

        var nameless = Routes(clinic).Where(route => Policy(route) is null).Select(route => route.RoutePattern.RawText).ToList();

        Assert.Empty(nameless);
    }

    [Fact]
    public async Task Is_shut_to_a_stranger_unless_it_is_for_anyone()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        using var stranger = await clinic.Visitor();
        var walked = 0;

        foreach (var route in Routes(clinic).Where(route => Policy(route) != Policies.Anyone))
        {
            using var answer = await stranger.SendAsync(new(Method(route), Path(route)), TestContext.Current.CancellationToken);
            Assert.True(
                answer.StatusCode is HttpStatusCode.Redirect && answer.Headers.Location!.ToString() is var to
                && (to.Contains("/sign-in", StringComparison.Ordinal) || (Policy(route) == Policies.Patient && to == "/my/goodbye")),
                $"{Method(route)} {Path(route)} answered {(int)answer.StatusCode} to a stranger.");
            walked++;
        }

        Assert.True(walked > 10, $"Only {walked} routes were walked: the walk is blind.");
    }

    [Theory]
    [InlineData(Role.Prescriber)]
    [InlineData(Role.Nurse)]
    [InlineData(Role.Therapist)]
    [InlineData(Role.FrontDesk)]
    [InlineData(Role.Manager)]
    public async Task Is_shut_to_a_role_it_is_not_for(Role role)
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        using var visitor = await clinic.Visitor(role);

        foreach (var route in Routes(clinic).Where(route => Policy(route) is { } policy && policy != Policies.Anyone))
        {
            using var answer = await visitor.SendAsync(new(Method(route), Path(route)), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            var isRefused = answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.ToString().Contains("/not-yours", StringComparison.Ordinal);
            var isFor = Policies.RolesOf(Policy(route)!).Contains(role);
            Assert.True(isRefused != isFor, $"{Method(route)} {Path(route)} ({Policy(route)}) answered {(int)answer.StatusCode} to the {role}.");
        }
    }

    private static IEnumerable<RouteEndpoint> Routes(TestClinic clinic) =>
        clinic.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();

    private static string? Policy(RouteEndpoint route) => route.Metadata.GetMetadata<IAuthorizeData>()?.Policy;

    private static HttpMethod Method(RouteEndpoint route) =>
        new(route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Order(StringComparer.Ordinal).FirstOrDefault() ?? "GET");

    // Any id will do: access is judged before the object is looked for.
    private static string Path(RouteEndpoint route) => "/" + string.Join('/', route.RoutePattern.PathSegments.Select(segment =>
        string.Concat(segment.Parts.Select(part => part is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal
            ? literal.Content
            : "01990000-0000-7000-8000-000000000001"))));
}
