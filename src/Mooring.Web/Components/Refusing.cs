using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Content.Library;
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
        var printed = http.HttpContext.Printed(refusals, language);
        return language == Language.English ? [.. printed.Select(refusal => refusal with { Sentence = Words.InDays(refusal.Says) })] : printed;
    }

    /// <summary>Refusals as this answer says them, on a page or to a program.</summary>
    public static IReadOnlyList<Refusal> Printed(this HttpContext? context, IReadOnlyList<Refusal> refusals, Language language = Language.English)
    {
        if (context?.RequestServices is not { } services)
            return refusals;
        IReadOnlyList<Refusal> worded = language == Language.English ? refusals : [.. refusals.Select(refusal => services.GetRequiredService<InterfaceTexts>().Of(language, refusal))];
        return worded.Any(refusal => refusal.Sentence.Values.Count > 0) && services.GetRequiredService<CurrentClinic>().Printer(language) is { } printer
            ? printer.Print(worded)
            : worded;
    }

    /// <summary>The id that a form shown now makes its entry with: the page's own, or another when that one was just found taken.</summary>
    public static Guid Fresh(this IHttpContextAccessor http, Guid id, TimeProvider clock) =>
        http.HttpContext?.Items.ContainsKey(Taken) == true ? Guid.CreateVersion7(clock.GetUtcNow()) : id;
}
