using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Demo;
using Mooring.Storage;
using Mooring.Storage.Audit;
using Mooring.SystemTests.Clinics;
using Mooring.Web.Access;

namespace Mooring.SystemTests.Access;

/// <summary>
/// Every address that is read, asked by every role, of a patient of the clinic, of a child of another patient, of another
/// clinic and of nobody: each is a cell. Run by itself with <c>./mooring test --matrix</c>; it takes minutes.
/// </summary>
public class TheMatrix(ITestOutputHelper output)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Explicit = true)]
    public async Task Has_no_wrong_cell_and_each_read_leaves_the_line_that_the_rule_says()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var owners = await Owners(clinic);
        List<string> wrong = [];
        var cells = 0;
        foreach (var role in clinic.Staff.Keys.Order())
        {
            using var visitor = await clinic.Visitor(role);
            foreach (var route in Routes(clinic))
            {
                foreach (var owner in owners.Where(owner => owner.Fits(route)))
                {
                    cells++;
                    if (await Wrong(clinic, visitor, role, route, owner) is { } says)
                        wrong.Add($"{role} {route.RoutePattern.RawText} of {owner.Name}: {says}");
                }
            }
        }

        var unwritten = await LinesThatAreWrong(clinic, owners[0]);
        foreach (var cell in wrong)
            output.WriteLine(cell);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cells} cells, {wrong.Count} wrong; reads of a chart with a missing or a second line: {unwritten.Count}."));
        Assert.Empty(wrong);
        Assert.Empty(unwritten);
        Assert.True(cells > 2_000, $"Only {cells} cells were tried: the walk is blind.");
    }

    // What a role may not, it never gets; what belongs to somebody else does not exist for it.
    private static async Task<string?> Wrong(TestClinic clinic, HttpClient visitor, Role role, RouteEndpoint route, Owner owner)
    {
        using var answer = await visitor.GetAsync(owner.Path(route), HttpCompletionOption.ResponseHeadersRead, Cancel);
        var isRefused = answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.ToString().Contains("/not-yours", StringComparison.Ordinal);
        var right = route.Metadata.GetMetadata<IAuthorizeData>()!.Policy!;
        var may = clinic.Rights.Holders(Enum.Parse<Right>(right)).Contains(role);
        if ((int)answer.StatusCode >= 500)
            return $"answered {(int)answer.StatusCode}";
        if (isRefused == may)
            return may ? $"was refused with {right}" : $"was let in without {right}";
        if (may && !owner.IsTheirs && answer.StatusCode == HttpStatusCode.OK)
            return "was shown";
        if (answer.StatusCode == HttpStatusCode.OK && answer.Content.Headers.ContentType?.MediaType is "text/html")
            owner.Read.Add((clinic.Staff[role].Id, Page(route)));
        return null;
    }

    // As the log names a page: its address without what the ids are called. What feeds a page that has its line is none.
    private static string? Page(RouteEndpoint route)
    {
        var page = string.Join('/', route.RoutePattern.RawText!.TrimStart('/').Split('/').Select(part => part.StartsWith('{') ? "{id}" : part));
        return page.EndsWith("/series", StringComparison.Ordinal) || page.EndsWith("/what-if", StringComparison.Ordinal) ? null : "/" + page;
    }

    // No read without a line, and no second one of the same person, patient, sign-in and page within its minutes.
    private static async Task<IReadOnlyList<string>> LinesThatAreWrong(TestClinic clinic, Owner own)
    {
        var lines = await clinic.As(Role.Manager, services => services.GetRequiredService<MooringDb>().Set<AuditRow>().AsNoTracking()
            .Where(line => line.Action == "viewed" || line.Action == "printed").ToListAsync(Cancel));
        var pages = own.Read.Where(read => read.Page is { } page && (page.StartsWith("/patients/{id}", StringComparison.Ordinal) || page.StartsWith("/sessions/{id}", StringComparison.Ordinal))).Distinct();
        return
        [
            .. pages.Where(read => !lines.Exists(line => line.ActorId == read.Who && line.Subject == read.Page && line.PatientId == own.Patient)).Select(read => $"{read.Page} has no line of {read.Who}"),
            .. lines.GroupBy(line => (line.ActorId, line.Subject, line.PatientId, line.SubjectId, line.SignIn))
                .Where(same => same.OrderBy(line => line.At).Zip(same.OrderBy(line => line.At).Skip(1)).Any(pair => pair.Second.At - pair.First.At < Window && same.Key.SignIn is not null))
                .Select(same => $"{same.Key.Subject} has a second line of {same.Key.ActorId}"),
        ];
    }

    private static async Task<IReadOnlyList<Owner>> Owners(TestClinic clinic)
    {
        var (own, other) = (await clinic.Seat(), await clinic.Seat(2, "Theo"));
        var elsewhere = await clinic.As(Role.Manager, async services => await new SeatBuilder(
            await InventedClinic.Found(clinic.Services, "Elsewhere", "America/Chicago", Cancel, apart: ".elsewhere"), services.GetRequiredService<TimeProvider>()).Seat(3, "Ana", true));
        var nobody = Guid.Parse("01990000-0000-7000-8000-000000000001");
        return
        [
            new("a patient of the clinic", own.Patient.Value, own.Session.Value, nobody, IsTheirs: true),
            new("a child of another patient", own.Patient.Value, own.Session.Value, other.Session.Value, IsTheirs: false) { NeedsChild = true },
            new("another clinic", elsewhere.Patient.Value, elsewhere.Session.Value, nobody, IsTheirs: false) { NeedsId = true },
            new("nobody", nobody, nobody, nobody, IsTheirs: false) { NeedsId = true },
        ];
    }

    // Read by their address; a stream would not end, and patients' own pages have no id of anybody.
    private static IReadOnlyList<RouteEndpoint> Routes(TestClinic clinic) =>
    [
        .. clinic.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Where(route => route.Metadata.GetMetadata<IAuthorizeData>()?.Policy is { } policy && policy is not (Policies.Anyone or nameof(Right.UseOwnPages)))
            .Where(route => !route.RoutePattern.RawText!.EndsWith("/live", StringComparison.Ordinal))
            .OrderBy(route => route.RoutePattern.RawText, StringComparer.Ordinal),
    ];

    /// <summary>Whose ids stand in the address.</summary>
    private sealed record Owner(string Name, Guid Patient, Guid Session, Guid Child, bool IsTheirs)
    {
        public bool NeedsChild { get; init; }

        public bool NeedsId { get; init; }

        public List<(Guid Who, string? Page)> Read { get; } = [];

        public bool Fits(RouteEndpoint route)
        {
            var ids = route.RoutePattern.Parameters.Count(part => part.ParameterPolicies.Any(policy => policy.Content == "guid"));
            var isOfSomebody = route.RoutePattern.RawText!.TrimStart('/') is var text && (text.StartsWith("patients/{", StringComparison.Ordinal) || text.StartsWith("sessions/{", StringComparison.Ordinal));
            return NeedsChild ? ids > 1 && isOfSomebody : !NeedsId || (ids > 0 && isOfSomebody);
        }

        public string Path(RouteEndpoint route)
        {
            var first = route.RoutePattern.RawText!.TrimStart('/').StartsWith("sessions/", StringComparison.Ordinal) ? Session : Patient;
            var seen = 0;
            return "/" + string.Join('/', route.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part =>
                part is RoutePatternLiteralPart literal ? literal.Content : seen++ == 0 ? first.ToString() : Child.ToString()))));
        }
    }
}
