using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Practice.Access;
using Mooring.Practice.Chairs;
using Mooring.Practice.Scheduling;
using Mooring.Storage.Changes;
using Mooring.Storage.Telemetry;
using Mooring.Web.Pages.Bedside.Panels;
using Mooring.Web.Pages.Board;

namespace Mooring.Web.Live;

/// <summary>The board of all chairs, in one of its orders.</summary>
/// <param name="MayTake">Whether those who watch may take a chair.</param>
internal sealed record BoardSubject(Id<Clinic> Clinic, BoardOrder Order, bool MayTake) : LiveSubject(Clinic)
{
    public override string Page => "/board/live";

    public override TimeSpan Pace => TimeSpan.FromMilliseconds(500);

    public override bool Wants(Change change) => true;

    public override async Task<Snapshot> Look(IServiceProvider services, CancellationToken cancel)
    {
        var clinic = (await services.GetRequiredService<StaffDesk>().Clinic(cancel))!;
        var board = await services.GetRequiredService<BoardDesk>().Look(cancel);
        var view = BoardView.Of(
            board,
            services.GetRequiredService<LatestReadings>(),
            services.GetRequiredService<TimeProvider>().GetUtcNow(),
            Order,
            clinic,
            await services.GetRequiredService<BookDesk>().HoursOf([.. board.Expected.Select(each => each.Visit.Id)], cancel));
        var drawn = await Drawing.Of(services, view.Cards
            .Select(card => (card.ElementId, typeof(ChairCard), new Dictionary<string, object?> { ["Of"] = card, ["MayTake"] = MayTake }))
            .Append(("keeping", typeof(StoreOutageNotice), []))
            .Append(("staffing", typeof(StaffingStrip), new() { ["View"] = view }))
            .Append(("people", typeof(PeopleDue), new() { ["View"] = view }))
            .Append(("arrivals", typeof(Arrivals), new() { ["View"] = view, ["Clinic"] = clinic }))
            .Append(("board", typeof(ChairCards), new() { ["View"] = view, ["MayTake"] = MayTake })));
        return new([.. drawn.SkipLast(1)], drawn[^1], string.Join(' ', view.Cards.Select(card => card.ElementId))) { Patients = view.Patients };
    }
}
