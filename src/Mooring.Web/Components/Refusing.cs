using Microsoft.AspNetCore.Http;
using Mooring.Clinical;
using Mooring.Practice.Bedside;

namespace Mooring.Web.Components;

/// <summary>A refused form is shown again with what was typed, and says so to machines too: 422.</summary>
public static class Refusing
{
    private static readonly object Taken = new();

    public static IReadOnlyList<Refusal> Refuse(this IHttpContextAccessor http, IReadOnlyList<Refusal> refusals)
    {
        if (http.HttpContext is { Response.HasStarted: false } context)
            context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        if (http.HttpContext is { } here && refusals.Any(SessionDesk.IsTaken))
            here.Items[Taken] = true;
        return [.. refusals.Select(refusal => refusal with { Says = Words.InDays(refusal.Says) })];
    }

    /// <summary>The id that a form shown now makes its entry with: the page's own, or another when that one was just found taken.</summary>
    public static Guid Fresh(this IHttpContextAccessor http, Guid id, TimeProvider clock) =>
        http.HttpContext?.Items.ContainsKey(Taken) == true ? Guid.CreateVersion7(clock.GetUtcNow()) : id;
}
