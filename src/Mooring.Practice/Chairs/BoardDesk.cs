using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Protocols;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Staffing;
using Mooring.Clinical.Vitals;
using Mooring.Content.Library;
using Mooring.Practice.Access;
using Mooring.Practice.Plans;
using Mooring.Practice.Sessions;
using Mooring.Storage;
using Mooring.Storage.Telemetry;

namespace Mooring.Practice.Chairs;

/// <summary>A chair and who sits in it.</summary>
/// <param name="Session">Null when it is free.</param>
/// <param name="Devices">How many devices are assigned to it.</param>
/// <param name="Picture">What stands out; null when the chair is free.</param>
public sealed record BoardSeat(Chair Chair, Session? Session, int Devices, NoticePicture? Picture = null)
{
    /// <summary>The devices' own alarms that are on, or of which nothing is known since a restart.</summary>
    public IReadOnlyList<DeviceAlarm> Alarms { get; init; } = [];

    public DateTimeOffset ListeningSince { get; init; }
}

/// <summary>Every chair, and who is expected without one yet.</summary>
/// <param name="Staffing">Rules on staffing that are not kept now.</param>
public sealed record Board(IReadOnlyList<BoardSeat> Seats, IReadOnlyList<Session> Arrivals, IReadOnlyList<OnSite> OnSite, IReadOnlyList<StaffingNotice> Staffing)
{
    /// <summary>Dosing visits of today that no session was opened for yet.</summary>
    public IReadOnlyList<DayVisit> Expected { get; init; } = [];
}

/// <summary>Looks at all chairs at once.</summary>
public sealed class BoardDesk(MooringDb db, SessionJournal journal, ChairDesk chairs, NoticeCache notices, LatestAlarms alarms, PresenceDesk presence,
    SessionContent content, VisitDesk visits, TimeProvider clock)
{
    private const int MostArrivals = 30;

    public async Task<Board> Look(CancellationToken cancel)
    {
        var open = await db.Set<SessionRow>().AsNoTracking().Where(row => !row.IsClosed).OrderBy(row => row.OpenedAt)
            .Select(row => new { row.Id, row.ChairId, row.IsSeated, row.Phase }).ToListAsync(cancel);
        var devices = await db.Set<DeviceRow>().AsNoTracking().Where(device => device.ChairId != null)
            .GroupBy(device => device.ChairId).Select(tied => new { Chair = tied.Key, Count = tied.Count() }).ToListAsync(cancel);

        List<BoardSeat> seats = [];
        foreach (var chair in await chairs.All(cancel))
        {
            var sits = open.FirstOrDefault(row => row.IsSeated && row.ChairId == chair.Id);
            // One that was retired under somebody is shown until they leave it.
            if (chair.IsRetired && sits is null)
                continue;
            var session = sits is null ? null : await journal.Load(sits.Id, cancel);
            seats.Add(new(
                chair,
                session,
                devices.FirstOrDefault(tied => tied.Chair == chair.Id)?.Count ?? 0,
                session is null ? null : await notices.Of(session, db, clock.GetUtcNow(), cancel))
            {
                Alarms = session is null ? [] : [.. alarms.Of(session.Id).Where(alarm => alarm.StageAt(alarms.ListeningSince) != AlarmStage.Over)],
                ListeningSince = alarms.ListeningSince,
            });
        }

        List<Session> arrivals = [];
        foreach (var row in open.Where(row => row.Phase == Phase.Arriving).Take(MostArrivals))
        {
            if (await journal.Load(row.Id, cancel) is { } session)
                arrivals.Add(session);
        }

        var here = await presence.OnSite(cancel);
        return new(seats, arrivals, here, StaffingView.Notices(content.Staffing, [.. seats.Select(seat => seat.Session).OfType<Session>()], here, clock.GetUtcNow()))
        {
            Expected = [.. (await visits.Today(cancel)).Where(each => each.Visit is { What.Kind: VisitKind.Dosing, SessionId: null })],
        };
    }
}
