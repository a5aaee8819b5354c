using Mooring.Clinical.Monitoring;

namespace Mooring.Tests.Clinical.Watching;

/// <summary>Whatever the route, a tick at the door is held against the last charted values.</summary>
public class LeavingByEveryRoute
{
    public static TheoryData<string> Packs => [.. Content.Library.Packs.Select(pack => pack.Value!.Id)];

    [Theory]
    [MemberData(nameof(Packs))]
    public void Has_a_measure_behind_being_alert_the_pressure_and_the_breathing(string id)
    {
        MonitoringPack pack = Content.Library.Packs.Single(pack => pack.Value!.Id == id).Value!;

        foreach (var criterion in new[] { "be-alert", "settle-pressure", "breathe-well" })
            Assert.NotEmpty(Assert.Single(pack.Discharge.Criteria, one => one.Id == criterion).Measured);
    }
}
