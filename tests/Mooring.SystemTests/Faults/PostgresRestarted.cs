using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Sessions.Charting;
using Mooring.Devices.Mllp;
using Mooring.Storage.Changes;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Live;
using Mooring.Web.Intake;

namespace Mooring.SystemTests.Faults;

/// <summary>The database server itself is stopped and started again, while monitors send and somebody charts.</summary>
public sealed class PostgresRestarted : IDisposable
{
    private const int Monitors = 12;

    private readonly PostgresCluster cluster = PostgresCluster.Start();
    private readonly ConcurrentBag<string> acknowledged = [];
    private readonly ConcurrentBag<(long At, string Answer)> refused = [];
    private readonly ConcurrentBag<(long Asked, long Said)> said = [];
    private long moments;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("fast")]
    [InlineData("immediate")]
    public async Task Refuses_while_it_is_away_lies_to_nobody_and_goes_on_with_everything_once(string mode)
    {
        await using var clinic = await TestClinic.Start(cluster);
        var seats = new List<MonitoredSeat>();
        for (var number = 1; number <= Monitors; number++)
            seats.Add(await MonitoredSeat.Seat(clinic, number));
        var (queue, keeping) = (clinic.Services.GetRequiredService<IntakeQueue>(), clinic.Services.GetRequiredService<StoreHealth>());
        using var done = new CancellationTokenSource();
        var sending = seats.Select(seat => Send(seat, done.Token)).ToList();
        await Until(() => acknowledged.Count > Monitors * 10);
        await Note(seats[0], "before");

        cluster.Stop(mode);
        var gone = Moment();
        var most = 0;
        await Until(() =>
        {
            most = Math.Max(most, queue.Count);
            return refused.Count(one => one.At > gone) > Monitors * 3;
        });
        var unsaved = await Record.ExceptionAsync(() => Note(seats[0], "while it was away"));
        var trouble = keeping.Trouble;
        var until = Moment();
        cluster.StartAgain();
        var before = acknowledged.Count;
        await Until(() => acknowledged.Count > before + (Monitors * 10));
        await done.CancelAsync();
        await Task.WhenAll(sending);
        await Note(seats[0], "after");

        Assert.DoesNotContain(said, one => one.Asked > gone && one.Said < until);
        Assert.All(refused, one => Assert.Matches("MSA\\|(CE|AE)\\|", one.Answer));
        Assert.InRange(most, 0, Monitors);
        Assert.NotNull(unsaved);
        Assert.NotEqual("the store fails", trouble!.Because);
        Assert.Null(keeping.Trouble);
        Assert.Equal(acknowledged.Order(), (await MonitoredSeat.Readings(clinic)).Select(one => one.ControlId).Order());
        Assert.Equal(["before", "after"], await Notes(seats[0]));
    }

    public void Dispose() => cluster.Dispose();

    // Each keeps its message until it is taken, as a monitor does, and stops between two.
    private async Task Send(MonitoredSeat seat, CancellationToken done)
    {
        using var link = await seat.Monitor();
        var begin = TimeProvider.System.GetUtcNow() - TimeSpan.FromHours(1);
        for (var n = 1; !done.IsCancellationRequested; n++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{seat.Device[^4..]}-{n}");
            var message = seat.Message(id, begin.AddSeconds(n), null, MonitoredSeat.HeartRate(60 + (n % 40)));
            while (!await IsTaken(link, id, message))
                await Task.Delay(50, Cancel);
            await Task.Delay(20, Cancel);
        }
    }

    private async Task<bool> IsTaken(MllpClient link, string id, byte[] message)
    {
        var asked = Moment();
        var answer = Encoding.UTF8.GetString(await link.Ask(message, Cancel));
        var at = Moment();
        if (!answer.Contains($"MSA|CA|{id}\r", StringComparison.Ordinal))
        {
            refused.Add((at, answer));
            return false;
        }

        said.Add((asked, at));
        acknowledged.Add(id);
        return true;
    }

    private static Task Note(MonitoredSeat seat, string text) => seat.Decide((session, act) => session.Note(act, text));

    private static Task<string[]> Notes(MonitoredSeat seat) => seat.Clinic.As(Role.Nurse, async services =>
        (await services.GetRequiredService<Mooring.Practice.Bedside.SessionDesk>().Find(seat.Session, Cancel))!.Told.Select(entry => entry.What).OfType<Mooring.Clinical.Sessions.Charting.NoteAdded>().Select(note => note.Text).ToArray());

    // What came before what, whatever a clock says.
    private long Moment() => Interlocked.Increment(ref moments);

    private static Task Until(Func<bool> isSo) => Patience.Until(isSo, "the next stage");
}
