using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Practice.Access;
using Mooring.Practice.Chairs;
using Mooring.Storage.Changes;
using Mooring.Storage.Telemetry;
using Mooring.Web.Pages.Board;

namespace Mooring.Web.Live;

/// <summary>The screen on the wall: every chair, no names.</summary>
internal sealed record WallSubject(Id<Clinic> Clinic) : LiveSubject(Clinic)
{
    public override string Page => "/board/wall/live";

    public override TimeSpan Pace => TimeSpan.FromMilliseconds(500);

    public override bool Wants(Change change) => true;

    public override async Task<Snapshot> Look(IServiceProvider services, CancellationToken cancel)
    {
        var seats = WallSeat.Of(BoardView.Of(
            await services.GetRequiredService<BoardDesk>().Look(cancel),
            services.GetRequiredService<LatestReadings>(),
            services.GetRequiredService<TimeProvider>().GetUtcNow(),
            BoardOrder.Room,
            (await services.GetRequiredService<StaffDesk>().Clinic(cancel))!));
        var drawn = await Drawing.Of(services, seats
            .Select(seat => (seat.ElementId, typeof(WallChair), new Dictionary<string, object?> { ["Of"] = seat }))
            .Append(("wall", typeof(WallChairs), new() { ["Seats"] = seats })));
        return new([.. drawn.SkipLast(1)], drawn[^1], string.Join(' ', seats.Select(seat => seat.ElementId)));
    }
}
