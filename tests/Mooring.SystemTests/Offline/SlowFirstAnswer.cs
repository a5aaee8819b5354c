using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Sessions;

namespace Mooring.SystemTests.Offline;

/// <summary>A server that does not answer when a tablet asks for its keys as the chair is opened, and answers later.</summary>
public class SlowFirstAnswer
{
    [Fact]
    public async Task Leaves_no_tablet_without_keys_and_copies_until_its_page_is_loaded_anew()
    {
        var clock = new RunningClock(TimeProvider.System.GetUtcNow());
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var bedside = await Bedside.Arriving(clinic, clock);
        await bedside.CheckIn();
        await using var tablet = await Tablet.At(clinic, bedside.Session.Value);
        var asked = 0;
        await tablet.Context.RouteAsync("**/tablet/*/keys", route => asked++ == 0 ? route.AbortAsync() : route.ContinueAsync());

        await tablet.Arm();

        Assert.True(asked > 1);
    }
}
