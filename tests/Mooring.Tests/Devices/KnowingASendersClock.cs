using Mooring.Clinical.Vitals;
using static Mooring.Tests.Devices.Sample;

namespace Mooring.Tests.Devices;

public class KnowingASendersClock
{
    private static readonly ClockTerms Terms = Clinical.ScreeningContent.Library.DeviceTerms!.Value.Clock;

    [Theory]
    [InlineData(-3600)]
    [InlineData(60)]
    [InlineData(3600)]
    [InlineData(259200)]
    public void One_that_is_wrong_holds_up_nothing(int ahead)
    {
        var clock = new SenderClock(Terms, Table.FutureAllowed);

        Assert.All(Enumerable.Range(0, 30), second => Assert.Equal(TimeSpan.Zero, clock.HeldUp(Nine.AddSeconds(second + ahead), Nine.AddSeconds(second))));
    }

    [Fact]
    public void One_that_is_behind_by_less_than_a_clock_may_be_is_known_after_a_few_messages()
    {
        var clock = Live(new(Terms, Table.FutureAllowed), Terms.AtLeast + 1, TimeSpan.FromSeconds(-50));

        Assert.Equal(TimeSpan.Zero, clock.HeldUp(Nine.AddSeconds(8 - 50), Nine.AddSeconds(8)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3600)]
    public void What_was_kept_while_the_link_was_cut_is_as_old_as_it_waited(int ahead)
    {
        var clock = Live(new(Terms, Table.FutureAllowed), 20, TimeSpan.FromSeconds(ahead));
        var back = Nine.AddMinutes(10);

        // Ten minutes of them, in one rush, and then live again.
        for (var second = 20; second < 600; second++)
            Assert.Equal(600 - second, clock.HeldUp(Nine.AddSeconds(second + ahead), back.AddMilliseconds(second)).TotalSeconds, 1.0);
        Assert.Equal(0, clock.HeldUp(back.AddSeconds(1 + ahead), back.AddSeconds(1)).TotalSeconds, 1.0);
    }

    [Theory]
    [InlineData(-3600)]
    [InlineData(3600)]
    public void A_server_whose_own_clock_is_set_holds_up_nothing(int set)
    {
        var clock = new SenderClock(Terms, Table.FutureAllowed);

        for (var second = 0; second < 60; second++)
            Assert.Equal(TimeSpan.Zero, clock.HeldUp(Nine.AddSeconds(second), Nine.AddSeconds(second < 30 ? second : second + set), TimeSpan.FromSeconds(second)));
    }

    [Fact]
    public void The_same_after_a_restart_by_what_was_known_before_it()
    {
        var clock = SenderClock.Known(Terms, Table.FutureAllowed, TimeSpan.Zero, Nine);

        Assert.Equal(TimeSpan.FromSeconds(599), clock.HeldUp(Nine.AddSeconds(1), Nine.AddMinutes(10)));
    }

    [Theory]
    [InlineData(0, -3600)]
    [InlineData(3600, 0)]
    [InlineData(60, 0)]
    [InlineData(259200, -5)]
    public void Put_back_it_counts_at_once(int before, int after)
    {
        var clock = Live(new(Terms, Table.FutureAllowed), 30, TimeSpan.FromSeconds(before));

        Assert.True(clock.HeldUp(Nine.AddSeconds(30 + after), Nine.AddSeconds(30)) <= TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Put_back_while_it_was_silent_it_counts_after_a_few_messages()
    {
        var clock = Live(new(Terms, Table.FutureAllowed), 30, TimeSpan.Zero);
        var later = Nine.AddHours(2);

        Assert.Equal(TimeSpan.FromHours(1), clock.HeldUp(later.AddHours(-1), later));
        for (var second = 1; second <= Terms.AtLeast + 1; second++)
            clock.HeldUp(later.AddHours(-1).AddSeconds(second), later.AddSeconds(second));
        Assert.Equal(TimeSpan.Zero, clock.HeldUp(later.AddHours(-1).AddSeconds(20), later.AddSeconds(20)));
    }

    [Fact]
    public void Late_by_ever_more_is_no_clock_but_a_slow_link()
    {
        var clock = Live(new(Terms, Table.FutureAllowed), 30, TimeSpan.Zero);
        var heldUp = TimeSpan.Zero;

        for (var message = 1; message <= 100; message++)
            heldUp = clock.HeldUp(Nine.AddSeconds(30 + message), Nine.AddSeconds(30 + (message * 1.5)));

        Assert.Equal(50, heldUp.TotalSeconds, 1.0);
    }

    [Fact]
    public void Nobody_knew_it_and_it_sends_what_it_had_kept_then_it_counts_as_right()
    {
        var clock = new SenderClock(Terms, Table.FutureAllowed);

        for (var second = 0; second < 30; second++)
            clock.HeldUp(Nine.AddMinutes(-10).AddSeconds(second), Nine.AddMilliseconds(second));

        Assert.Equal(570, clock.HeldUp(Nine.AddMinutes(-10).AddSeconds(30), Nine.AddMilliseconds(30)).TotalSeconds, 1.0);
    }

    [Theory]
    [InlineData(-30, -30, 0)]
    [InlineData(-30, 0, -30)]
    [InlineData(60, 60, 0)]
    [InlineData(60, 0, 0)]
    [InlineData(-3600, -3600, 0)]
    [InlineData(-3600, 0, -3600)]
    [InlineData(0, 5, -5)]
    public void A_value_is_as_old_as_its_sender_said_when_it_sent_it(int said, int sent, int measured) =>
        Assert.Equal(Nine.AddSeconds(measured), MeasuredAt.Of(Nine.AddSeconds(said), Nine.AddSeconds(sent), Nine, TimeSpan.Zero));

    private static SenderClock Live(SenderClock clock, int messages, TimeSpan ahead)
    {
        for (var second = 0; second < messages; second++)
            clock.HeldUp(Nine.AddSeconds(second) + ahead, Nine.AddSeconds(second));
        return clock;
    }
}
