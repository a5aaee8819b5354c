using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Practice.Access;
using Mooring.Practice.Bedside;
using Mooring.Practice.Curves;
using Mooring.Practice.Devices;
using Mooring.Storage.Changes;
using Mooring.Storage.Telemetry;
using Mooring.Web.Pages.Bedside.Panels;

namespace Mooring.Web.Live;

/// <summary>One session's page.</summary>
/// <param name="MayCorrect">Whether its timeline offers corrections to those who watch.</param>
/// <param name="As">The roles of those who watch, without their name: what is due is a way for some, and waits for others.</param>
internal sealed record SessionSubject(Id<Clinic> Clinic, Id<Session> Session, bool MayCorrect, Actor? As = null) : LiveSubject(Clinic)
{
    public override string Page => "/sessions/{id}/live";

    public override TimeSpan Pace => TimeSpan.FromMilliseconds(250);

    public override bool Wants(Change change) => change.Session == Session;

    public override async Task<Snapshot> Look(IServiceProvider services, CancellationToken cancel)
    {
        var desk = services.GetRequiredService<SessionDesk>();
        var session = await desk.Find(Session, cancel);
        var clinic = await services.GetRequiredService<StaffDesk>().Clinic(cancel);
        if (session is null || clinic is null)
            return new([]);

        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var picture = await services.GetRequiredService<WatchingDesk>().Notices(session, cancel);
        var view = BedsideView.Of(session, services.GetRequiredService<LatestReadings>(), now, clinic, picture);
        return new(await Drawing.Of(
            services,
            ("values", typeof(Values), With(view)),
            ("clocks", typeof(Clocks), With(view)),
            ("due", typeof(DueList), new() { ["View"] = view, ["Me"] = As }),
            ("keeping", typeof(StoreOutageNotice), []),
            ("notices", typeof(Notices), With(view)),
            ("signals", typeof(Signals), With(view)),
            ("chair-devices", typeof(ChairDevicesView), new() { ["Devices"] = await services.GetRequiredService<ChairDevicesDesk>().Now(session, cancel), ["Clinic"] = clinic }),
            ("timeline", typeof(TimelineList), new() { ["View"] = view, ["MayCorrect"] = MayCorrect })))
        { Patients = [session.Plan.Patient] };
    }

    // An entry, or an older value taken back, may change what lies behind; a new value only adds a point.
    public override async Task<(IReadOnlyList<LiveEvent> Events, DateTimeOffset Until)> News(
        IServiceProvider services, IReadOnlyList<Change> changes, DateTimeOffset since, CancellationToken cancel)
    {
        List<LiveEvent> events = [];
        if (changes.Any(change => change.IsRewritten || !change.IsTelemetry))
            events.Add(new("series", "{}"));
        if (!changes.Any(change => change.IsTelemetry))
            return (events, since);
        if (services.GetRequiredService<LatestReadings>().Arrived(Session) is { } arrived && arrived.ReceivedAt < since)
            // The server's clock was put back: what comes now lies before what is drawn.
            return ([new("series", "{}")], arrived.ReceivedAt);
        var (points, until) = await services.GetRequiredService<SeriesDesk>().Since(Session, since, cancel);
        if (points.Count > 0)
            events.Add(new("points", JsonSerializer.Serialize(points, JsonSerializerOptions.Web)));
        return (events, until);
    }

    private static Dictionary<string, object?> With(BedsideView view) => new() { ["View"] = view };
}
