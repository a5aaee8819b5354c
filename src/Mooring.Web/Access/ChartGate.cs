using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Privacy;
using Mooring.Practice.Privacy;
using Mooring.Storage.Audit;

namespace Mooring.Web.Access;

/// <summary>
/// Asks of every page, paper and stream of one patient whether its reader may see this chart, before anything of it is read.
/// An emergency and a rescue medicine ask nobody.
/// </summary>
internal static class ChartGate
{
    /// <summary>What a reader is shown who may not: the name, and how to open the chart.</summary>
    public const string Barrier = "/patients/{id}/restricted";

    private const string Team = "/patients/{id}/team";

    public static void UseChartGate(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.User.Actor() is { IsPatient: false } me && Asked(context) is { } page && page != Barrier)
        {
            foreach (var patient in await Patients(context, page))
            {
                if (!await MaySee(context, me, page, patient))
                    return;
            }
        }

        await next(context);
    });

    /// <summary>Whether the reader of a stream may see the chart still; true of a stream of nobody's chart.</summary>
    public static async Task<bool> IsOpenStill(HttpContext context, IServiceProvider services)
    {
        if (Asked(context) is not { } page)
            return true;
        services.GetRequiredService<Storage.ClinicScope>().Enter(context.User.Clinic(), context.User.Actor());
        var access = services.GetRequiredService<ChartAccess>();
        foreach (var patient in await Patients(context, page))
        {
            if ((await access.Of(patient, context.RequestAborted)).IsShut())
                return false;
        }

        return true;
    }

    private static string? Asked(HttpContext context)
    {
        if (ChartAddress.Written(context) is not { } page || !(ChartAddress.IsOfPatient(page) || ChartAddress.IsOfSession(page)))
            return null;
        return page.StartsWith("/sessions/{id}/emergency", StringComparison.Ordinal) || page.StartsWith("/sessions/{id}/rescue", StringComparison.Ordinal) ? null : page;
    }

    // Whose chart it is, and whose stands beside it where two are compared.
    private static async Task<IReadOnlyList<Id<Patient>>> Patients(HttpContext context, string page)
    {
        if (await ChartAddress.Patient(context, page, context.RequestServices, context.RequestAborted) is not { } whose)
            return [];
        return ChartAddress.IsOfPatient(page) && Guid.TryParse(context.Request.Query["with"], out var other) ? [new(whose), new(other)] : [new(whose)];
    }

    private static async Task<bool> MaySee(HttpContext context, Actor me, string page, Id<Patient> patient)
    {
        var door = await context.RequestServices.GetRequiredService<ChartAccess>().Of(patient, context.RequestAborted);
        switch (door)
        {
            case ChartDoor.AtTheChair:
                await Seen(context, patient);
                return true;
            // Who reads no charts sees no papers of a restricted one either.
            case ChartDoor.NameOnly when page.StartsWith("/patients/{id}/documents", StringComparison.Ordinal):
            case ChartDoor.Shut when !(page == Team && me.May(Right.RestrictCharts)):
            case ChartDoor.NotShared:
                await Refuse(context, me, page, patient);
                return false;
            default:
                return true;
        }
    }

    private static async Task Seen(HttpContext context, Id<Patient> patient)
    {
        await using var scope = context.RequestServices.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Storage.ClinicScope>().Enter(context.User.Clinic(), context.User.Actor());
        await scope.ServiceProvider.GetRequiredService<OpeningDesk>().SeenAtTheChair(patient, context.RequestAborted);
    }

    private static async Task Refuse(HttpContext context, Actor me, string page, Id<Patient> patient)
    {
        await context.RequestServices.GetRequiredService<AccessLog>().Note(
            context.User.Clinic(), new(AccessActs.PageRefused, page) { By = me, Patient = patient.Value, SignIn = context.User.Visit() }, context.RequestAborted);
        if (HttpMethods.IsGet(context.Request.Method) && !page.EndsWith("/live", StringComparison.Ordinal) && !page.EndsWith("/series", StringComparison.Ordinal))
            context.Response.Redirect(me.May(Right.FindPatients) ? Barrier.Replace("{id}", patient.ToString(), StringComparison.Ordinal) : "/not-yours");
        else
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
    }
}
