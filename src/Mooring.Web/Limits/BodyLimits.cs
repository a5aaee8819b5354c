using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Mooring.Clinical;
using Mooring.Web.Access;

namespace Mooring.Web.Limits;

/// <summary>
/// How much is read of what is sent: little of strangers, more of those who are signed in, and of documents what their pages
/// say. Then every field is held to the table of lengths before any page sees it.
/// </summary>
internal static class BodyLimits
{
    /// <summary>Sign-in, joining, a patient's door: some names and secrets.</summary>
    public const long OfStrangers = 64 * 1024;

    /// <summary>A form whose sign-in has ended is shown once more to whoever typed it.</summary>
    public const long OfSignedOut = 200_000;

    /// <summary>A form of somebody who is signed in.</summary>
    public const long OfForms = 1024 * 1024;

    // What is read and thrown away, so that the answer reaches a browser that is still sending.
    private const long Dropped = 16 * 1024 * 1024;

    public static void UseBodyLimits(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (HttpMethods.IsPost(context.Request.Method) && !Fits(context))
        {
            var most = MostNow(context);
            await Drain(context);
            Refuse(context, most);
            return;
        }

        try
        {
            await next(context);
        }
        catch (BadHttpRequestException tooMuch) when (tooMuch.StatusCode == StatusCodes.Status413PayloadTooLarge && !context.Response.HasStarted)
        {
            Refuse(context, MostNow(context));
        }
        catch (TextTooLongException tooLong) when (!context.Response.HasStarted)
        {
            context.Request.Method = HttpMethods.Get;
            TypedTooLong.Say(context, [tooLong.Refusal], StatusCodes.Status422UnprocessableEntity);
        }
    });

    public static void UseTextLimits(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (HttpMethods.IsPost(context.Request.Method) && context.Request.HasFormContentType
            && TypedTooLong.In(await context.Request.ReadFormAsync(context.RequestAborted)) is { Count: > 0 } because)
        {
            TypedTooLong.Say(context, because, StatusCodes.Status422UnprocessableEntity);
            // A page shows what was typed again and does nothing; what is no page has nothing to show.
            if (context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is null)
            {
                context.Request.Method = HttpMethods.Get;
                return;
            }
        }

        await next(context);
    });

    // True when what is sent may be read; how much of it is said to the server as well, for what does not say its length.
    private static bool Fits(HttpContext context)
    {
        var endpoint = context.GetEndpoint();
        var most = endpoint?.Metadata.GetMetadata<IRequestSizeLimitMetadata>() is { MaxRequestBodySize: var own } ? own : Most(context, endpoint);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
            feature.MaxRequestBodySize = most;
        return context.Request.ContentLength is not { } length || most is not { } limit || length <= limit;
    }

    private static long Most(HttpContext context, Endpoint? endpoint) =>
        context.User.Identity?.IsAuthenticated == true ? OfForms
        : endpoint is null || endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(data => data.Policy == Policies.Anyone) ? OfStrangers
        : OfSignedOut;

    // A browser that is still sending when the connection ends shows its own error in place of ours: what somebody who is
    // signed in sends is read to its end and dropped, up to a bound.
    private static async Task Drain(HttpContext context)
    {
        if (context.User.Identity?.IsAuthenticated != true || context.Request.ContentLength is not { } length || length > Dropped)
            return;
        var most = context.Features.Get<IHttpMaxRequestBodySizeFeature>();
        if (most is not { IsReadOnly: false })
            return;
        most.MaxRequestBodySize = length;
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
    }

    private static long MostNow(HttpContext context) => context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize ?? OfForms;

    private static void Refuse(HttpContext context, long most)
    {
        // What is still on its way then is not read: the connection ends with the answer, which is the page that says so.
        context.Request.Method = HttpMethods.Get;
        context.Response.Headers.Connection = "close";
        TypedTooLong.Say(
            context,
            [new("LIM202", FormattableString.Invariant($"More was sent than is taken at once: {most / 1024} KB at most. Nothing was kept; go back, shorten it, and send it again."))],
            StatusCodes.Status413PayloadTooLarge);
    }
}
