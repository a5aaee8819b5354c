using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Practice.Bedside;
using Mooring.Practice.Settings;

namespace Mooring.Web.Components;

/// <summary>A refused form is shown again with what was typed, and says so to machines too: 422.</summary>
public static class Refusing
{
    private static readonly object Taken = new();

    /// <summary>The refusals as the page says them: printed for its reader, in the clinic's time.</summary>
    public static IReadOnlyList<Refusal> Refuse(this IHttpContextAccessor http, IReadOnlyList<Refusal> refusals, Language language = Language.English)
    {
        if (http.HttpContext is { Response.HasStarted: false } context)
            context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        if (http.HttpContext is { } here && refusals.Any(SessionDesk.IsTaken))
            here.Items[Taken] = true;
        return [.. http.HttpContext.Printed(refusals, language).Select(refusal => refusal with { Sentence = Words.InDays(refusal.Says) })];
    }

    /// <summary>Refusals as this answer says them, on a page or to a program.</summary>
    public static IReadOnlyList<Refusal> Printed(this HttpContext? context, IReadOnlyList<Refusal> refusals, Language language = Language.English) =>
        refusals.Any(refusal => refusal.Sentence.Values.Count > 0) && context?.RequestServices.GetRequiredService<CurrentClinic>().Printer(language) is { } printer
            ? printer.Print(refusals)
            : refusals;

    /// <summary>The id that a form shown now makes its entry with: the page's own, or another when that one was just found taken.</summary>
    public static Guid Fresh(this IHttpContextAccessor http, Guid id, TimeProvider clock) =>
        http.HttpContext?.Items.ContainsKey(Taken) == true ? Guid.CreateVersion7(clock.GetUtcNow()) : id;
}
