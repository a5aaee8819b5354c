using Mooring.Clinical;
using Mooring.Clinical.Vitals;
using static Mooring.Tests.Devices.Sample;

namespace Mooring.Tests.Devices;

public class MeasuringAClock
{
    private static readonly ClockTerms Terms = Clinical.ScreeningContent.Library.DeviceTerms!.Value.Clock;

    [Fact]
    public void Nothing_is_said_before_enough_messages_have_come()
    {
        var clock = Heard(Terms.AtLeast - 1, TimeSpan.FromMinutes(-6));

        Assert.Null(clock.Offset);
        Assert.Equal(Finding.Unknown, clock.IsOff);
        clock.Take(Nine.AddMinutes(-6).AddSeconds(30), Nine.AddSeconds(30));
        Assert.Equal((TimeSpan.FromMinutes(-6), Finding.Met), (clock.Offset!.Value, clock.IsOff));
    }

    [Theory]
    [InlineData(120, Finding.NotMet)]
    [InlineData(121, Finding.Met)]
    [InlineData(-120, Finding.NotMet)]
    [InlineData(-121, Finding.Met)]
    public void It_is_wrong_beyond_the_limit_of_the_content_ahead_and_behind(int seconds, Finding isOff) =>
        Assert.Equal(isOff, Heard(10, TimeSpan.FromSeconds(seconds)).IsOff);

    [Fact]
    public void One_message_that_was_held_up_moves_it_little()
    {
        var clock = Heard(10, TimeSpan.Zero);

        clock.Take(Nine.AddSeconds(11), Nine.AddMinutes(9));

        Assert.Equal(TimeSpan.Zero, clock.Offset);
    }

    [Fact]
    public void What_a_device_catches_up_with_is_no_slow_clock()
    {
        var clock = new ClockDrift(Terms);
        for (var i = 0; i < 200; i++)
            clock.Take(Nine.AddMinutes(-20).AddSeconds(5 * i), Nine.AddMilliseconds(10 * i));
        for (var i = 0; i < 6; i++)
            clock.Take(Nine.AddSeconds(10 + i), Nine.AddSeconds(10 + i));

        Assert.Equal(TimeSpan.Zero, clock.Offset);
    }

    [Fact]
    public void A_clock_that_was_set_right_is_right_after_some_messages()
    {
        var clock = Heard(Terms.MedianOf, TimeSpan.FromMinutes(-6));

        for (var i = 0; i < Terms.MedianOf; i++)
            clock.Take(Nine.AddMinutes(5).AddSeconds(i), Nine.AddMinutes(5).AddSeconds(i));

        Assert.Equal((TimeSpan.Zero, Finding.NotMet), (clock.Offset!.Value, clock.IsOff));
    }

    private static ClockDrift Heard(int messages, TimeSpan offset)
    {
        var clock = new ClockDrift(Terms);
        for (var i = 0; i < messages; i++)
            clock.Take(Nine.AddSeconds(i) + offset, Nine.AddSeconds(i));
        return clock;
    }
}
