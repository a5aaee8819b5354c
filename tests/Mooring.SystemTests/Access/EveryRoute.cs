using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Facts;
using Mooring.Practice.Access;
using Mooring.Practice.Referrals;
using Mooring.SystemTests.Clinics;
using Mooring.Web.Access;

namespace Mooring.SystemTests.Access;

public sealed partial class EveryRoute
{
    // Each role that there is, so that a new one is walked before it is used.
    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Names_its_policy()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);

        var nameless = Routes(clinic).Where(route => Policy(route) is null).Select(route => route.RoutePattern.RawText).ToList();

        Assert.Empty(nameless);
    }

    [Fact]
    public async Task Names_a_right_and_each_right_of_a_page_is_somebodys()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);

        var policies = Routes(clinic).Select(Policy).OfType<string>().Where(policy => policy != Policies.Anyone).Distinct(StringComparer.Ordinal).ToList();

        Assert.All(policies, policy => Assert.NotEmpty(clinic.Rights.Holders(Enum.Parse<Right>(policy))));
        Assert.True(policies.Count > 20, $"Only {policies.Count} rights are asked by routes: the walk is blind.");
    }

    [Fact]
    public async Task Is_shut_to_a_stranger_unless_it_is_for_anyone()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        using var stranger = await clinic.Visitor();
        var walked = 0;

        foreach (var route in Routes(clinic).Where(route => Policy(route) != Policies.Anyone))
        {
            using var answer = await stranger.SendAsync(new(Method(route), Path(route)), Cancel);
            Assert.True(
                answer.StatusCode is HttpStatusCode.Redirect && answer.Headers.Location!.ToString() is var to
                && (to.Contains("/sign-in", StringComparison.Ordinal) || (Policy(route) == nameof(Right.UseOwnPages) && to == "/my/goodbye")),
                $"{Method(route)} {Path(route)} answered {(int)answer.StatusCode} to a stranger.");
            walked++;
        }

        Assert.True(walked > 10, $"Only {walked} routes were walked: the walk is blind.");
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Is_shut_to_a_role_it_is_not_for(Role role)
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        using var visitor = await Enter(clinic, role);

        foreach (var route in Routes(clinic).Where(route => Policy(route) is { } policy && policy != Policies.Anyone))
        {
            using var answer = await visitor.SendAsync(new(Method(route), Path(route)), HttpCompletionOption.ResponseHeadersRead, Cancel);
            var isRefused = answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.ToString().Contains("/not-yours", StringComparison.Ordinal);
            var isFor = IsOpenTo(clinic, route, role);
            Assert.True(isRefused != isFor, $"{Method(route)} {Path(route)} ({Policy(route)}) answered {(int)answer.StatusCode} to the {role}.");
        }
    }

    [Fact]
    public async Task Takes_no_form_that_another_site_could_have_sent()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var walked = 0;

        foreach (var role in Enum.GetValues<Role>().Where(role => role == Role.Patient || clinic.Staff.ContainsKey(role)))
        {
            using var visitor = await Enter(clinic, role);
            foreach (var route in Routes(clinic).Where(route => TakesForms(route) && IsOpenTo(clinic, route, role)))
            {
                using var answer = await visitor.PostAsync(Path(route), new FormUrlEncodedContent([new("_handler", "forged")]), Cancel);
                Assert.True(
                    answer.StatusCode is HttpStatusCode.BadRequest, $"{Path(route)} answered {(int)answer.StatusCode} to a form of the {role} without a token.");
                walked++;
            }
        }

        Assert.True(walked > 20, $"Only {walked} forms were tried: the walk is blind.");
    }

    [Fact]
    public async Task Forbids_scripts_frames_and_caches_of_others()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);

        foreach (var role in Enum.GetValues<Role>().Where(role => role == Role.Patient || clinic.Staff.ContainsKey(role)))
        {
            using var visitor = await Enter(clinic, role);
            foreach (var route in Routes(clinic).Where(route => Method(route) == HttpMethod.Get && IsOpenTo(clinic, route, role)))
            {
                using var answer = await visitor.GetAsync(Path(route), HttpCompletionOption.ResponseHeadersRead, Cancel);
                var policy = string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"));
                Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
                Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
                Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
                Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
                Assert.True(answer.Headers.CacheControl?.NoStore, $"{Path(route)} may be cached.");
            }
        }
    }

    // Addresses end up in histories, logs and the corner of a printed page. Ids, one-time tokens and words of our own
    // content may stand in them; a name, a date or a number of a person may not.
    [Fact]
    public async Task Has_nothing_in_its_address_that_says_who()
    {
        string[] tokens = ["token"];
        // Words of the product and its library; "address" is every address that leads nowhere.
        string[] ownWords = ["step", "occasion", "instrument", "code", "kind", "item", "text", "address"];
        await using var clinic = await TestClinic.Start(Engine.Sqlite);

        var telling = Routes(clinic)
            .SelectMany(route => route.RoutePattern.Parameters.Select(part => (Route: route.RoutePattern.RawText, Part: part)))
            .Where(one => !one.Part.ParameterPolicies.Any(policy => policy.Content == "guid")
                && !tokens.Concat(ownWords).Contains(one.Part.Name, StringComparer.OrdinalIgnoreCase))
            .Select(one => $"{one.Route}: {one.Part.Name}").ToList();

        Assert.Empty(telling);
    }

    private static async Task<HttpClient> Enter(TestClinic clinic, Role role)
    {
        if (role != Role.Patient)
            return await clinic.Visitor(role);
        var born = new DateOnly(1984, 3, 9);
        var token = await clinic.As(Role.FrontDesk, async services =>
        {
            var taken = await services.GetRequiredService<ReferralDesk>().TakeIn(
                new() { GivenName = "Noor", FamilyName = "Willow", BirthDate = born, Sex = Sex.Female, From = "Dr. Fern", Reason = "Low mood." }, Cancel);
            return (await services.GetRequiredService<LinkDesk>().Make(LinkKind.Patient, taken.Value.Value, TimeSpan.FromHours(1), Cancel)).Value;
        });
        var patient = await clinic.Visitor();
        var page = await patient.GetStringAsync($"/p/{token}", Cancel);
        using var form = new FormUrlEncodedContent(
        [
            new("_handler", "door"), new("__RequestVerificationToken", TokenField().Match(page).Groups[1].Value),
            new("Form.Month", "3"), new("Form.Day", "9"), new("Form.Year", "1984"),
        ]);
        using var entered = await patient.PostAsync($"/p/{token}", form, Cancel);
        Assert.Equal("/my", entered.Headers.Location is { IsAbsoluteUri: true } full ? full.AbsolutePath : entered.Headers.Location?.ToString());
        return patient;
    }

    // Pages take what is posted to them; other routes say so by their method.
    private static bool TakesForms(RouteEndpoint route) =>
        route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") == true
        && route.RoutePattern.RawText?.StartsWith("/_framework", StringComparison.Ordinal) == false;

    private static bool IsOpenTo(TestClinic clinic, RouteEndpoint route, Role role) =>
        Policy(route) is { } policy && policy != Policies.Anyone && clinic.Rights.Holders(Enum.Parse<Right>(policy)).Contains(role);

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

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""", RegexOptions.None, 1000)]
    private static partial Regex TokenField();
}
