using Mooring.Clinical.Scheduling;
using static Mooring.Tests.Clinical.Scheduling.BookExample;

namespace Mooring.Tests.Clinical.Scheduling;

public class FindingWhoWaits
{
    private static readonly Appointment Free = Place(Infusion(1, new(9, 0)), Book()).What;

    private static readonly DateTimeOffset Now = Free.Start.AddHours(-24);

    [Fact]
    public void Puts_need_before_patience()
    {
        var usual = Waits(2) with { Since = Now.AddDays(-30) };
        var missed = Waits(3) with { Priority = WaitPriority.MissedInduction };
        var longer = Waits(4) with { Priority = WaitPriority.MissedInduction, Since = Now.AddDays(-2) };

        Assert.Equal([longer.Id, missed.Id, usual.Id], WaitFit.Of([usual, missed, longer], Free, Now).Select(one => one.Id));
    }

    [Fact]
    public void Offers_only_what_they_can_use()
    {
        Assert.Single(WaitFit.Of([Waits(2) with { Types = ["dosing-iv"], Windows = [new(DayOfWeek.Monday, new(8, 0), new(12, 0))], Notice = TimeSpan.FromHours(24) }], Free, Now));
        Assert.Empty(WaitFit.Of([Waits(2) with { Types = ["consultation"] }], Free, Now));
        Assert.Empty(WaitFit.Of([Waits(2) with { Windows = [new(DayOfWeek.Monday, new(13, 0), new(17, 0))] }], Free, Now));
        Assert.Empty(WaitFit.Of([Waits(2) with { Windows = [new(DayOfWeek.Tuesday, new(8, 0), new(12, 0))] }], Free, Now));
        Assert.Empty(WaitFit.Of([Waits(2) with { Notice = TimeSpan.FromHours(25) }], Free, Now));
        Assert.Empty(WaitFit.Of([Waits(2) with { Until = Monday.AddDays(-1) }], Free, Now));
        Assert.Empty(WaitFit.Of([Waits(1)], Free, Now));
    }

    private static Waiting Waits(int patient) => new(new(Number(patient)), Patient(patient), [], [], TimeSpan.Zero, WaitPriority.Usual, Now, null);
}
