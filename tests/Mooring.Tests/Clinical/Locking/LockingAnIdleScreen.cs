using Mooring.Clinical.Locking;

namespace Mooring.Tests.Clinical.Locking;

public class LockingAnIdleScreen
{
    private static readonly DateTimeOffset Nine = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly IdleLimits Limits = new(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15));

    [Theory]
    [InlineData(Workplace.Chair, 4.9, false)]
    [InlineData(Workplace.Chair, 5, true)]
    [InlineData(Workplace.Desk, 14.9, false)]
    [InlineData(Workplace.Desk, 15, true)]
    public void Comes_sooner_at_a_chair_than_at_a_desk(Workplace place, double idleMinutes, bool isLocked)
    {
        var since = IdleLock.Since(Nine, null, Limits.At(place), Nine.AddMinutes(idleMinutes));

        Assert.Equal(isLocked, since is not null);
    }

    [Fact]
    public void Counts_from_the_moment_that_the_limit_was_reached()
    {
        var since = IdleLock.Since(Nine, null, Limits.AtChair, Nine.AddHours(2));

        Assert.Equal(Nine.AddMinutes(5), since);
    }

    [Fact]
    public void Stays_when_it_was_locked_by_hand_however_lately_it_was_used()
    {
        var since = IdleLock.Since(Nine, Nine.AddSeconds(1), Limits.AtDesk, Nine.AddSeconds(2));

        Assert.Equal(Nine.AddSeconds(1), since);
    }

    [Theory]
    [InlineData(true, null, LockedEntry.TakenAndMarked)]
    [InlineData(false, null, LockedEntry.Refused)]
    [InlineData(false, -1.0, LockedEntry.Taken)]
    [InlineData(true, -1.0, LockedEntry.Taken)]
    [InlineData(false, 1.0, LockedEntry.TakenAndMarked)]
    [InlineData(true, 1.0, LockedEntry.TakenAndMarked)]
    public void Takes_what_can_not_wait_and_what_a_tablet_kept(bool isNeverRefused, double? keptMinutesAfter, LockedEntry expected)
    {
        var judged = IdleLock.Judge(isNeverRefused, keptMinutesAfter is { } after ? Nine.AddMinutes(after) : null, Nine);

        Assert.Equal(expected, judged);
    }
}
