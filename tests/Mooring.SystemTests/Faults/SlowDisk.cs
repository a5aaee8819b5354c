using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Mooring.Clinical;
using Mooring.Demo;
using Mooring.Devices.Mllp;
using Mooring.Devices.Simulator;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Faults;

/// <summary>A disk that does not come to say that it has kept something, and one that says it could not.</summary>
public sealed class SlowDisk : IDisposable
{
    private const int Monitors = 12;
    private readonly DateTimeOffset begin = TimeProvider.System.GetUtcNow().AddMinutes(-2);
    private readonly string place = Directory.CreateTempSubdirectory("mooring-slow-").FullName;
    private ServerProcess? server;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Wish => Path.Combine(place, "wish");

    [Fact]
    public async Task Is_waited_for_before_anything_is_acknowledged_and_one_that_fails_is_never_taken_for_kept()
    {
        Assert.SkipUnless(await Compile(), "There is no C compiler (cc) here to make the shim before the disk.");
        await using var clinic = await TestClinic.Open(Engine.Sqlite);
        var seated = await clinic.Seat();
        var token = await clinic.TokenFor(Role.Nurse);
        SqliteConnection.ClearAllPools();
        server = await ServerProcess.Start(clinic.DataFolder, Cancel, within: ["env", $"LD_PRELOAD={place}/slow-sync.so", $"SYNC_WISH={Wish}"]);
        using var nurse = new NoteSender(seated.Session, token, () => server);
        await nurse.OneMore();
        var links = await Task.WhenAll(Enumerable.Range(0, Monitors).Select(_ => MllpClient.Connect("127.0.0.1", server.MllpPort, Cancel)));
        List<Task<Answer>> All(char name) => [.. links.Select((link, n) => Ask(link, seated, name, n))];
        var quick = await Kept(() => All('A'));

        await File.WriteAllTextAsync(Wish, "hang", Cancel);
        var asked = All('B');
        var beside = await nurse.Page($"sessions/{seated.Session}", Cancel);
        var early = asked.Where(one => one.IsCompletedSuccessfully && one.Result.IsKept).ToList();
        await File.WriteAllTextAsync(Wish, "0", Cancel);
        await Task.WhenAll(asked);
        var waited = await Kept(() => All('B'));
        await File.WriteAllTextAsync(Wish, "fail", Cancel);
        var failed = await Task.WhenAll(All('C'));
        var page = await nurse.Page($"sessions/{seated.Session}", Cancel);
        var (note, accepted) = (await Record.ExceptionAsync(nurse.OneMore), nurse.Accepted.Count);
        await File.WriteAllTextAsync(Wish, "0", Cancel);
        var again = await Kept(() => All('C'));
        await nurse.OneMore();
        await server.Kill(Cancel);

        Assert.Equal(3 * Monitors, quick.Concat(waited).Concat(again).Select(one => one.Id).Distinct().Count());
        Assert.Empty(early);
        Assert.Contains("Noor Willow", beside, StringComparison.Ordinal);
        Assert.All(failed, one => Assert.Contains($"MSA|CE|{one.Id}\r", one.Said, StringComparison.Ordinal));
        Assert.Contains("Nothing from devices is being kept", page, StringComparison.Ordinal);
        Assert.Contains("answered with 5", Assert.IsType<InvalidOperationException>(note).Message, StringComparison.Ordinal);
        Assert.Equal(accepted + 1, nurse.Accepted.Count);
        Assert.Equal(("ok", 3L * Monitors, 3L * Monitors), await Count(clinic.DataFolder));
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

    // The same bytes each time, with a second of their own; each link is another monitor.
    private async Task<Answer> Ask(MllpClient link, Seat seated, char name, int n)
    {
        var (id, at) = (string.Create(CultureInfo.InvariantCulture, $"{name}{n}"), begin.AddSeconds(((name - 'A') * Monitors) + n));
        var message = MonitorMessage.Compose(new(n == 0 ? seated.Device : (n + 100).ToString("X16", CultureInfo.InvariantCulture), seated.Number, "CLINIC^ROOM^CHAIR 1"), new(88, 97, 87, 14, 38, 36.6, 120, 75), null, id, at);
        return new(id, Encoding.UTF8.GetString(await link.Ask(message, Cancel)));
    }

    // Those who hear "not now" keep their message and say it again, until each has been told that it is kept.
    private static async Task<Answer[]> Kept(Func<List<Task<Answer>>> ask)
    {
        Answer[] answers = [];
        await Patience.Until(async () => (answers = await Task.WhenAll(ask())).All(one => one.IsKept), () => string.Join('\n', answers.Select(one => one.Said)));
        return answers;
    }

    private static async Task<(string Integrity, long Messages, long Ids)> Count(string folder)
    {
        await using var file = new SqliteConnection($"Data Source={Path.Combine(folder, "mooring.db")};Pooling=False");
        await file.OpenAsync(Cancel);
        await using var command = file.CreateCommand();
        command.CommandText = """SELECT (SELECT integrity_check FROM pragma_integrity_check), COUNT(*), COUNT(DISTINCT "ControlId") FROM messages WHERE "ControlId" GLOB '[ABC][0-9]*'""";
        await using var row = await command.ExecuteReaderAsync(Cancel);
        await row.ReadAsync(Cancel);
        return (row.GetString(0), row.GetInt64(1), row.GetInt64(2));
    }

    private sealed record Answer(string Id, string Said)
    {
        public bool IsKept => Said.Contains($"MSA|CA|{Id}\r", StringComparison.Ordinal);
    }
}
