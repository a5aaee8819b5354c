using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Practice.Records;

namespace Mooring.Web.Access;

/// <summary>Whose chart the address of a request is about. Whose session it is, is asked once for a request, whoever wants to know.</summary>
internal static class ChartAddress
{
    private static readonly object Asked = new();

    /// <summary>The address as it is written, without what the ids are called and of which type they are; null where there is none.</summary>
    public static string? Written(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText is { } pattern ? Written(pattern) : null;

    public static string Written(string pattern) => "/" + string.Join('/', pattern.TrimStart('/').Split('/').Select(part => part.StartsWith('{') ? "{id}" : part));

    public static bool IsOfPatient(string page) => page.StartsWith("/patients/{id}", StringComparison.Ordinal);

    public static bool IsOfSession(string page) => page.StartsWith("/sessions/{id}", StringComparison.Ordinal);

    /// <summary>The session that a page of one names.</summary>
    public static Guid? Session(HttpContext context, string page) => IsOfSession(page) ? Named(context, "id") : null;

    /// <summary>The patient that a page of one is about; null for nobody in this clinic.</summary>
    /// <param name="services">A scope in which the clinic of the request is entered.</param>
    public static async Task<Guid?> Patient(HttpContext context, string page, IServiceProvider services, CancellationToken cancel)
    {
        if (Session(context, page) is not { } session)
            return IsOfPatient(page) ? Named(context, "id") ?? Named(context, "patient") : null;
        if (!context.Items.TryGetValue(Asked, out var found))
            context.Items[Asked] = found = await services.GetRequiredService<ChartReads>().PatientOf(new Id<Session>(session), cancel);
        return (Guid?)found;
    }

    private static Guid? Named(HttpContext context, string name) => Guid.TryParse(context.Request.RouteValues[name]?.ToString(), out var id) ? id : null;
}
