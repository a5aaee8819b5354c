using System.Text;
using Mooring.Devices.Simulator;
using static Mooring.Tests.Devices.Sample;

namespace Mooring.Tests.Devices;

public class ReplayingADay
{
    private static readonly byte[] Whole = Bytes(Msh, Pid, Obr, HeartRate.With(14, "20261122085957+0000"), HeartRate.With(14, "20261122035956"));

    [Fact]
    public void What_is_not_asked_to_change_goes_out_byte_for_byte() =>
        Assert.Same(Whole, new MessageReplay(new(), TimeProvider.System).Rewritten(new(Whole, Nine), Nine.AddDays(3)));

    [Fact]
    public void New_times_keep_every_value_as_old_as_it_was_and_its_zone_as_it_was_written()
    {
        var sent = Encoding.UTF8.GetString(new MessageReplay(new() { NewTimes = true }, TimeProvider.System).Rewritten(new(Whole, Nine), Nine.AddDays(1)));

        Assert.Contains("|20261123085959.000+0000||ORU", sent, StringComparison.Ordinal);
        Assert.Contains("SCT|||20261123085958.000+0000", sent, StringComparison.Ordinal);
        Assert.Contains("R|||20261123085957.000+0000\r", sent, StringComparison.Ordinal);
        Assert.Contains("R|||20261123035956.000\r", sent, StringComparison.Ordinal);
        Assert.Contains("|M1|P|2.6", sent, StringComparison.Ordinal);
    }

    [Fact]
    public void New_ids_change_the_control_id_alone()
    {
        var sent = Encoding.UTF8.GetString(new MessageReplay(new() { NewIds = true }, TimeProvider.System).Rewritten(new(Whole, Nine), Nine));

        Assert.StartsWith(Msh[..Msh.IndexOf("M1|", StringComparison.Ordinal)] + "M1-R", sent, StringComparison.Ordinal);
        Assert.EndsWith(Encoding.UTF8.GetString(Whole).Split('\r', 2)[1], sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pace_is_that_of_the_day_and_a_pause_of_the_night_is_not_slept_through()
    {
        var clock = new LeapingClock(Nine);
        List<TimeSpan> sent = [];
        var replay = new MessageReplay(new() { Speed = 60 }, clock);
        var messages = new[] { 0, 60, 120, 60 * 60 * 9 }.Select(second => new RecordedMessage(Whole, Nine.AddSeconds(second))).ToAsyncEnumerable();

        await replay.Run(messages, (_, _) => { sent.Add(clock.GetUtcNow() - Nine); return Task.CompletedTask; }, TestContext.Current.CancellationToken);

        Assert.Equal([0, 1, 2, 302], sent.Select(at => (int)Math.Round(at.TotalSeconds)));
    }

    /// <summary>A clock on which waiting takes no time.</summary>
    private sealed class LeapingClock(DateTimeOffset at) : TimeProvider
    {
        private DateTimeOffset now = at;

        public override DateTimeOffset GetUtcNow() => now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            now += dueTime;
            return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }
}
