using System.Diagnostics;
using Microsoft.Playwright;

namespace Mooring.SystemTests.Tour;

/// <summary>Counts the clicks that a task takes, and says how long the page took for them; only the clicks are held to a limit.</summary>
internal sealed class Hand
{
    private int clicks;

    public List<string> Said { get; } = [];

    public Task Click(ILocator on)
    {
        clicks++;
        return on.ClickAsync();
    }

    public async Task Takes(string what, int most, Func<Task> does)
    {
        clicks = 0;
        var since = Stopwatch.GetTimestamp();
        await does();
        Said.Add(FormattableString.Invariant($"{what}: {clicks} clicks, {Stopwatch.GetElapsedTime(since).TotalSeconds:0.0} s of the machine"));
        Assert.True(clicks <= most, Said[^1]);
    }
}
