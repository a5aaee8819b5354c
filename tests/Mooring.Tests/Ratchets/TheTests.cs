using System.Text.RegularExpressions;

namespace Mooring.Tests.Ratchets;

/// <summary>A test waits for what must come and never for time, and says nothing about the speed of the machine that runs it.</summary>
public sealed partial class TheTests
{
    // Those that let time pass, and why no test depends on how much: file, how often.
    private static readonly Dictionary<string, int> LettingTimePass = new(StringComparer.Ordinal)
    {
        ["tests/Mooring.SystemTests/Clinics/Patience.cs"] = 1, // looks again for what must come
        ["tests/Mooring.SystemTests/Faults/KilledServer.cs"] = 1, // spreads the moments of dying
        ["tests/Mooring.SystemTests/Faults/MessageSender.cs"] = 1, // a sender that tries again
        ["tests/Mooring.SystemTests/Faults/NoteSender.cs"] = 1, // the same
        ["tests/Mooring.SystemTests/Faults/PostgresRestarted.cs"] = 2, // the same
        ["tests/Mooring.SystemTests/Faults/ServerProcess.cs"] = 1, // dies at some moment of its start
    };

    // Those that look at the time that passes: the bound of all waits, a clock that runs, and those that say how long it took and judge nothing by it.
    private static readonly HashSet<string> LookingAtTime =
    [
        "tests/Mooring.SystemTests/Clinics/Patience.cs", "tests/Mooring.SystemTests/Clinics/RunningClock.cs", "tests/Mooring.SystemTests/Tour/Hand.cs",
        "tests/Mooring.SystemTests/Access/SignInsOnTheServer.cs", "tests/Mooring.SystemTests/Devices/TenThousandSockets.cs", "tests/Mooring.SystemTests/Offline/ScreenAtTheChair.cs",
    ];

    [Fact]
    public void Wait_for_what_must_come_and_not_for_time()
    {
        var found = In(Pausing()).GroupBy(place => place.Split(':')[0]).ToDictionary(places => places.Key, places => places.Count(), StringComparer.Ordinal);

        Assert.Equal(LettingTimePass.OrderBy(one => one.Key, StringComparer.Ordinal), found.OrderBy(one => one.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void Measure_no_time() => Assert.Empty(In(Measuring()).Where(place => !LookingAtTime.Contains(place.Split(':')[0])));

    [Fact]
    public void Have_one_bound_for_all_waits() => Assert.Empty(In(Bounding()));

    // The canaries: each pattern finds what it is for.
    [Fact]
    public void Would_be_seen_waiting_measuring_and_bounding()
    {
        Assert.Matches(Pausing(), "await Task." + "Delay(100, Cancel);");
        Assert.Matches(Measuring(), "var watch = Stop" + "watch.StartNew();");
        Assert.Matches(Measuring(), "TimeProvider.System.GetElapsed" + "Time(begun)");
        Assert.Matches(Bounding(), "await page.ClickAsync(new() { Time" + "out = 60_000 });");
        Assert.Matches(Bounding(), "time.Cancel" + "After(TimeSpan.FromSeconds(10));");
        Assert.Matches(Bounding(), "new CancellationToken" + "Source(TimeSpan.FromSeconds(20))");
    }

    private static List<string> In(Regex pattern) =>
    [
        .. from file in SourceFiles.All
           where file.Path.StartsWith("tests/", StringComparison.Ordinal) && !file.Path.EndsWith("Ratchets/TheTests.cs", StringComparison.Ordinal)
           from line in file.Lines.Index()
           where pattern.IsMatch(line.Item)
           select FormattableString.Invariant($"{file.Path}:{line.Index + 1}: {line.Item.Trim()}"),
    ];

    [GeneratedRegex(@"\b(Task\.Delay|Thread\.Sleep)\(", RegexOptions.None, 1000)]
    private static partial Regex Pausing();

    [GeneratedRegex(@"\bStopwatch\b|\bGetElapsedTime\(|\bTickCount", RegexOptions.None, 1000)]
    private static partial Regex Measuring();

    [GeneratedRegex(@"\bTimeout = (\d|TimeSpan)|(CancelAfter|WaitAsync|CancellationTokenSource|SetDefaultTimeout)\((TimeSpan|\d)", RegexOptions.None, 1000)]
    private static partial Regex Bounding();
}
