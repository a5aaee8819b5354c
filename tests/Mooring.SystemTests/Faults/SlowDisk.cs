using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Devices.Mllp;
using Mooring.Devices.Simulator;
using Mooring.Storage.Access;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Faults;

/// <summary>A disk that takes its time to say that it has kept something, and one that says it could not.</summary>
public sealed class SlowDisk : IDisposable
{
    private const int Monitors = 12;
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(700);
    private readonly string place = Directory.CreateTempSubdirectory("mooring-slow-").FullName;
    private ServerProcess? server;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Wish => Path.Combine(place, "wish");

    [Fact]
    public async Task Is_waited_for_before_anything_is_acknowledged_and_one_that_fails_is_never_taken_for_kept()
    {
        Assert.SkipUnless(await Compile(), "There is no C compiler (cc) here to make the shim before the disk.");
        await using var clinic = await TestClinic.Open(Engine.Sqlite);
        var seated = await SeatedSession.In(clinic);
        var token = await clinic.As(Role.Nurse, services => services.GetRequiredService<LinkDesk>()
            .Make(LinkKind.Demo, clinic.Staff[Role.Nurse].Id, TimeSpan.FromHours(1), Cancel));
        SqliteConnection.ClearAllPools();
        server = await ServerProcess.Start(clinic.DataFolder, Cancel, within: ["env", $"LD_PRELOAD={place}/slow-sync.so", $"SYNC_WISH={Wish}"]);
        using var nurse = new NoteSender(seated.Session, token, () => server);
        await nurse.OneMore();
        var links = await Task.WhenAll(Enumerable.Range(0, Monitors).Select(_ => MllpClient.Connect("127.0.0.1", server.MllpPort, Cancel)));
        Task<Answer[]> All(string name) => Task.WhenAll(links.Select((link, n) => Ask(link, seated, string.Create(CultureInfo.InvariantCulture, $"{name}{n}"))));
        var quick = await All("A");

        await File.WriteAllTextAsync(Wish, Slow.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture), Cancel);
        var slow = All("B");
        var pageTook = await Timed(() => nurse.Page($"sessions/{seated.Session}", Cancel));
        var waited = await slow;
        await File.WriteAllTextAsync(Wish, "fail", Cancel);
        var failed = await All("C");
        var page = await nurse.Page($"sessions/{seated.Session}", Cancel);
        var (note, accepted) = (await Record.ExceptionAsync(nurse.OneMore), nurse.Accepted.Count);
        await File.WriteAllTextAsync(Wish, "0", Cancel);
        var again = await All("C");
        await nurse.OneMore();
        await server.Kill(Cancel);

        Assert.All(quick.Concat(waited).Concat(again), one => Assert.Contains($"MSA|CA|{one.Id}\r", one.Said, StringComparison.Ordinal));
        Assert.All(waited, one => Assert.True(one.Took >= Slow, $"{one.Id} was acknowledged after {one.Took}, before the disk had it."));
        Assert.True(pageTook < TimeSpan.FromSeconds(3), $"A page took {pageTook} beside it.");
        Assert.All(failed, one => Assert.Contains($"MSA|CE|{one.Id}\r", one.Said, StringComparison.Ordinal));
        Assert.Contains("Nothing from devices is being kept", page, StringComparison.Ordinal);
        Assert.Contains("answered with 5", Assert.IsType<InvalidOperationException>(note).Message, StringComparison.Ordinal);
        Assert.Equal(accepted + 1, nurse.Accepted.Count);
        Assert.Equal(("ok", 3L * Monitors, 3L * Monitors), await Kept(clinic.DataFolder));
        TestContext.Current.TestOutputHelper!.WriteLine(FormattableString.Invariant(
            $"acknowledged after {quick.Max(one => one.Took).TotalMilliseconds:0} ms at most, with syncs of {Slow.TotalMilliseconds:0} ms after {waited.Min(one => one.Took).TotalMilliseconds:0} to {waited.Max(one => one.Took).TotalMilliseconds:0} ms; a page took {pageTook.TotalMilliseconds:0} ms"));
        Array.ForEach(links, link => link.Dispose());
    }

    public void Dispose()
    {
        server?.Dispose();
        Directory.Delete(place, recursive: true);
    }

    private async Task<bool> Compile()
    {
        if (!File.Exists("/usr/bin/cc"))
            return false;
        using var made = Process.Start("/usr/bin/cc", ["-shared", "-fPIC", "-o", $"{place}/slow-sync.so", Path.Combine(AppContext.BaseDirectory, "Faults", "slow-sync.c"), "-ldl"]);
        await made.WaitForExitAsync(Cancel);
        Assert.Equal(0, made.ExitCode);
        return true;
    }

    private static async Task<Answer> Ask(MllpClient link, SeatedSession seated, string id)
    {
        var message = MonitorMessage.Compose(new(seated.Device, seated.Number, "CLINIC^ROOM^CHAIR 1"), new(88, 97, 87, 14, 38, 36.6, 120, 75), null, id, TimeProvider.System.GetUtcNow());
        var asked = Stopwatch.GetTimestamp();
        var said = Encoding.UTF8.GetString(await link.Ask(message, Cancel));
        return new(id, said, Stopwatch.GetElapsedTime(asked));
    }

    private static async Task<TimeSpan> Timed(Func<Task> act)
    {
        var begin = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(begin);
    }

    private static async Task<(string Integrity, long Messages, long Ids)> Kept(string folder)
    {
        await using var file = new SqliteConnection($"Data Source={Path.Combine(folder, "mooring.db")};Pooling=False");
        await file.OpenAsync(Cancel);
        await using var command = file.CreateCommand();
        command.CommandText = """SELECT (SELECT integrity_check FROM pragma_integrity_check), COUNT(*), COUNT(DISTINCT "ControlId") FROM messages WHERE "ControlId" GLOB '[ABC][0-9]*'""";
        await using var row = await command.ExecuteReaderAsync(Cancel);
        await row.ReadAsync(Cancel);
        return (row.GetString(0), row.GetInt64(1), row.GetInt64(2));
    }

    private sealed record Answer(string Id, string Said, TimeSpan Took);
}
