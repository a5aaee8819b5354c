using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Practice.Access;
using Mooring.Practice.Bedside;
using Mooring.Practice.Curves;
using Mooring.Web.Assets;

namespace Mooring.Web.Pages.Bedside.Records;

/// <summary>The record of a session as one self-contained page of HTML: the article of the screen with its style inside.</summary>
public sealed class RecordPaper(IServiceProvider services, SessionDesk desk, StaffDesk staff, SessionCurves curves, SubjectDesk subjects, Practice.Devices.ChairDevicesDesk devices, TimeProvider clock)
{
    /// <summary>Null when there is no such session in this clinic.</summary>
    /// <param name="release">What goes along where it leaves the house.</param>
    public async Task<string?> Html(Id<Session> id, CancellationToken cancel, Practice.Privacy.Release? release = null)
    {
        if (await desk.Find(id, cancel) is not { } session)
            return null;
        var given = ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(RecordArticle.Session)] = session,
            [nameof(RecordArticle.Clinic)] = await staff.Clinic(cancel),
            [nameof(RecordArticle.Patient)] = await desk.PatientOf(session, cancel),
            [nameof(RecordArticle.Curve)] = curves.Of(session, clock.GetUtcNow(), await subjects.Of(session.Plan, cancel)),
            [nameof(RecordArticle.Devices)] = await devices.Kept(session, cancel),
            [nameof(RecordArticle.Head)] = await desk.Head(id, cancel),
            [nameof(RecordArticle.Now)] = clock.GetUtcNow(),
        });
        await using var renderer = new HtmlRenderer(services, new LoggerFactory());
        var article = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<RecordArticle>(given)).ToHtmlString());
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>Session record</title><style>{await InlineStyle.Read(cancel)}</style></head>
            <body>{article}{Handing.Notice(release)}</body>
            </html>
            """;
    }
}
