using Microsoft.AspNetCore.Http;
using Mooring.Clinical;

namespace Mooring.Web.Components;

/// <summary>A refused form is shown again with what was typed, and says so to machines too: 422.</summary>
public static class Refusing
{
    public static IReadOnlyList<Refusal> Refuse(this IHttpContextAccessor http, IReadOnlyList<Refusal> refusals)
    {
        if (http.HttpContext is { Response.HasStarted: false } context)
            context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return refusals;
    }
}
