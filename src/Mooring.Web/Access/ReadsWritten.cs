using System.Collections.Frozen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Practice.Records;
using Mooring.Storage;
using Mooring.Storage.Audit;

namespace Mooring.Web.Access;

/// <summary>
/// Writes down each look at a chart before the page goes out: of one patient by the address of the page, of a list by what
/// the page says that it showed. Streams write for themselves. The patients' own pages are theirs and are not written.
/// </summary>
internal static class ReadsWritten
{
    // Nobody is held up by a line of a log here; it is written a moment later.
    private static readonly string[] Urgent = ["/sessions/{id}/emergency", "/sessions/{id}/rescue"];

    // Papers and files.
    private static readonly FrozenSet<string> Papers =
        new[] { "/sessions/{id}/record.pdf", "/sessions/{id}/record", "/sessions/{id}/instructions", "/patients/{id}/screening/letter", "/patients/{id}/notes/{id}/note.pdf", "/patients/{id}/documents/{id}/file", "/patients/{id}/safety-plan/print", "/patients/{id}/disclosures.csv" }.ToFrozenSet(StringComparer.Ordinal);

    // They feed a page that has its line, or write their own.
    private static readonly string[] Parts = ["/live", "/series", "/what-if"];

    public static void UseReadsWritten(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (Place(context) is { } page && context.User.Actor() is { } actor && !actor.IsPatient)
            context.Response.OnStarting(() => context.Response.StatusCode == StatusCodes.Status200OK ? Write(context, page) : Task.CompletedTask);
        return next(context);
    });

    /// <summary>The page as its address is written, without what the ids are called and of which type they are; null for what is no page of a chart.</summary>
    public static string? Page(string? pattern)
    {
        var page = pattern is null ? null : ChartAddress.Written(pattern);
        return page is null || Array.Exists(Parts, part => page.EndsWith(part, StringComparison.Ordinal)) ? null : page;
    }

    private static string? Place(HttpContext context) => Page((context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText);

    // In a scope of its own: the page may be in the middle of a question to its own database context.
    private static async Task Write(HttpContext context, string page)
    {
        var shown = context.RequestServices.GetRequiredService<PatientsShown>();
        await using var scope = context.RequestServices.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ClinicScope>().Enter(context.User.Clinic(), context.User.Actor());
        var reads = scope.ServiceProvider.GetRequiredService<ChartReads>();
        var isUrgent = Array.Exists(Urgent, place => page.StartsWith(place, StringComparison.Ordinal));
        if (await ChartAddress.Patient(context, page, scope.ServiceProvider, CancellationToken.None) is { } one)
            await reads.Write(Papers.Contains(page) ? ReadKind.Printed : ReadKind.Viewed, page, context.User.Visit(), [one], ChartAddress.Session(context, page), isUrgent, CancellationToken.None);
        else
            await reads.Write(shown.IsSearch ? ReadKind.Searched : ReadKind.Listed, page, context.User.Visit(), shown.All, null, isUrgent, CancellationToken.None);
    }
}
