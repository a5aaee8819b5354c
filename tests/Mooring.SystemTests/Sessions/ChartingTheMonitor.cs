using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Practice.Bedside;
using Mooring.Storage.Journals;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Live;

namespace Mooring.SystemTests.Sessions;

public class ChartingTheMonitor
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Takes_the_rest_with_one_tap_and_leaves_what_is_out_of_reason_to_be_typed()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        using var monitor = await seat.Monitor();
        await monitor.Ask(seat.Message("M1", TimeProvider.System.GetUtcNow(), null, MonitoredSeat.HeartRate(72), MonitoredSeat.SpO2(12)), Cancel);

        var (offer, charted) = await clinic.As(Role.Nurse, async services =>
        {
            var desk = services.GetRequiredService<ChartingDesk>();
            var now = TimeProvider.System.GetUtcNow();
            return (desk.Offer((await services.GetRequiredService<SessionDesk>().Find(seat.Session, Cancel))!), await desk.ChartFromMonitor(seat.Session, new EntryStamp(Guid.CreateVersion7(now), now, now), Cancel));
        });

        Assert.Equal(["hr"], offer.Values.Select(value => value.Sign.Code));
        Assert.Contains("SpO2 12% is out of reason", Assert.Single(offer.LeftOut), StringComparison.Ordinal);
        Assert.Empty(charted.Refusals);
        Assert.Equal(["hr"], charted.Value!.Chart.All.Select(value => value.Of));
    }
}
