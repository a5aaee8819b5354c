using System.Globalization;
using Mooring.Clinical.Vitals;
using Mooring.Devices.Readings;
using static Mooring.Tests.Devices.Sample;

namespace Mooring.Tests.Devices;

/// <summary>A monitor that writes no zone, minute by minute through the night on which the clinic's clocks change.</summary>
public class WalkingThroughTheChangeOfTheClock
{
    private static readonly DateTimeOffset Spring = new(2026, 3, 8, 7, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Autumn = new(2026, 11, 1, 6, 0, 0, TimeSpan.Zero);

    public static TheoryData<bool, bool> Nights => new() { { true, true }, { true, false }, { false, true }, { false, false } };

    [Theory]
    [MemberData(nameof(Nights))]
    public void Every_value_is_filed_and_counts_as_measured_when_it_was(bool isSpring, bool isPutRight)
    {
        var change = isSpring ? Spring : Autumn;
        var (senders, newest) = (new SenderClock(Clinical.ScreeningContent.Library.DeviceTerms!.Value.Clock, Table.FutureAllowed), DateTimeOffset.MinValue);
        for (var at = change.AddHours(-3); at < change.AddHours(3); at = at.AddMinutes(1))
        {
            var shown = Shown(at, change, isPutRight);
            var read = Intake.Read(Bytes(Msh.Replace("20261122085959+0000", shown, StringComparison.Ordinal), Pid, Obr.Replace("20261122085958+0000", shown, StringComparison.Ordinal), HeartRate), Table, at, Clinic);

            var value = Assert.Single(read.Values);
            var measured = MeasuredAt.Of(value.At, value.SentAt, at, senders.HeldUp(read.SentAt!.Value, at));
            Assert.Equal(at, measured);
            Assert.True(measured > newest, $"{shown} does not take the place of the minute before.");
            newest = measured;
        }
    }

    [Fact]
    public void A_clock_that_nobody_put_back_is_flagged_for_as_long_as_it_is_ahead()
    {
        var doubted = Enumerable.Range(-90, 180).Select(minute => Autumn.AddMinutes(minute))
            .Where(at => Intake.Read(Bytes(Msh, Pid, Obr.Replace("20261122085958+0000", Shown(at, Autumn, isPutRight: false), StringComparison.Ordinal), HeartRate).AsSpan(), Table, at, Clinic) is { Values: [var value] } && value.TimeDoubts.HasFlag(TimeDoubts.Future));

        Assert.All(doubted, at => Assert.True(at >= Autumn));
    }

    private static string Shown(DateTimeOffset at, DateTimeOffset change, bool isPutRight) =>
        (isPutRight ? TimeZoneInfo.ConvertTime(at, Clinic) : at.ToOffset(Clinic.GetUtcOffset(change.AddHours(-1)))).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
}
