using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical.Locking;
using Mooring.Practice.Access;
using Mooring.Practice.Settings;
using Mooring.Storage;
using Mooring.Web.Access;
using Mooring.Web.Components;
using Mooring.Web.Tablets;

namespace Mooring.Web.Locking;

/// <summary>
/// The lock of a screen that lies untouched, kept by the server: nothing is written until somebody says who is there. What a
/// chair shows goes on, and what can not wait there is taken and marked.
/// </summary>
internal static class ScreenLock
{
    public static void UseScreenLock(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var services = context.RequestServices;
        if (services.GetRequiredService<SignInCheck>().Now is not { } signIn || context.User.Actor() is not { } actor)
        {
            await next(context);
            return;
        }

        services.GetRequiredService<ClinicScope>().On(signIn.Id, null);
        // A patient's own device has no lock, and one that is handed to a patient reaches one page only.
        if (actor.IsPatient || context.User.HandedTo() is not null)
        {
            await next(context);
            return;
        }

        var signIns = services.GetRequiredService<SignInsDesk>();
        if (signIn.Locked(await Limits(services, context.RequestAborted), services.GetRequiredService<TimeProvider>().GetUtcNow()) is not { } locked)
        {
            if (LockedPaths.IsByHand(context.Request))
                await IfItCan(signIns.Active(signIn, LockedPaths.Place(context.Request.Path), context.RequestAborted));
            await next(context);
            return;
        }

        // From now on it does not depend on a clock or a setting.
        if (signIn.LockedAt is null)
            await IfItCan(signIns.Lock(signIn.Id, locked.Since, context.RequestAborted));
        if (await MayPass(context, signIn, locked))
            await next(context);
    });

    /// <summary>How long sign-ins of this clinic may lie untouched.</summary>
    public static async Task<IdleLimits> Limits(IServiceProvider services, CancellationToken cancel)
    {
        var (clinic, options) = (await services.GetRequiredService<CurrentClinic>().Find(cancel), services.GetRequiredService<ServerOptions>());
        return new(clinic?.LockAfter ?? options.LockAfter, clinic?.DeskLockAfter ?? options.DeskLockAfter);
    }

    // A page is shown also while the store takes nothing; the next one writes it.
    private static async Task IfItCan(Task written)
    {
        try
        {
            await written;
        }
        catch (Exception failure) when (failure.IsStoreAway())
        {
            return;
        }
    }

    private static async Task<bool> MayPass(HttpContext context, SignInNow signIn, LockedScreen locked)
    {
        var request = context.Request;
        if (LockedPaths.IsDoor(request.Path) || (!HttpMethods.IsPost(request.Method) && LockedPaths.IsDisplay(request.Path)))
            return true;
        if (HttpMethods.IsPost(request.Method))
            return await MaySend(context, signIn, locked);
        if (LockedPaths.WantsPage(request))
            context.Response.Redirect($"/unlock?then={Uri.EscapeDataString(request.Path + request.QueryString)}");
        else
            await Refuse(context);
        return false;
    }

    private static async Task<bool> MaySend(HttpContext context, SignInNow signIn, LockedScreen locked)
    {
        var services = context.RequestServices;
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
        if (OfflineForms.NameOf(context.Request.Path, form["_handler"].ToString()) is { } name
            && IdleLock.Judge(OfflineForms.NeverLocked.Contains(name), WaitedEntry.In(context.Request)?.EnteredAt, locked.Since) is var judged and not LockedEntry.Refused)
        {
            services.GetRequiredService<ClinicScope>().On(signIn.Id, judged == LockedEntry.TakenAndMarked ? locked : null);
            return true;
        }

        var wrong = false;
        if (form[TypedInVain.UnlockField].ToString() is { Length: > 0 } secret)
        {
            var proof = await services.GetRequiredService<Proving>().Prove(signIn.Person, secret, context.RequestAborted);
            wrong = !proof.IsDone;
            if (!wrong)
            {
                await services.GetRequiredService<SignInsDesk>().Unlock(signIn.Id, context.RequestAborted);
                return true;
            }
        }

        if (!await TypedInVain.TakeLocked(context, wrong))
            await Refuse(context);
        return false;
    }

    // With words of its own, so that no page is drawn in its place.
    private static Task Refuse(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status423Locked;
        context.Response.ContentType = "text/plain";
        return context.Response.WriteAsync("LCK101 This screen is locked. Nothing was kept. Say who is there, then send it again.", context.RequestAborted);
    }
}
