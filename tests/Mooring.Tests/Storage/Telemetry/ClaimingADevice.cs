using Mooring.Clinical;
using Mooring.Storage.Telemetry;

namespace Mooring.Tests.Storage.Telemetry;

/// <summary>Who speaks for a device: one sender however it connects, or two.</summary>
public class ClaimingADevice
{
    private static readonly DateTimeOffset Start = new(2026, 11, 29, 9, 0, 0, TimeSpan.Zero);
    private static readonly Id<Clinic> Clinic = Id<Clinic>.New(Start);
    private readonly DeviceClaims claims = new();

    [Fact]
    public void One_that_opens_a_connection_for_each_message_is_one()
    {
        for (var message = 0; message < 20; message++)
        {
            Assert.False(Take("monitor", message, message).IsDisputed);
            claims.Closed(message);
        }
    }

    [Fact]
    public void One_that_uses_two_connections_in_turn_is_one_and_leaves_neither()
    {
        for (var message = 0; message < 20; message++)
        {
            var claim = Take("monitor", message % 2, message);
            Assert.False(claim.IsDisputed);
            Assert.Equal(message == 1 ? [0L] : [], claim.Left);
        }

        Assert.True(claims.IsHeardAfter(0, Start.AddSeconds(1)));
    }

    [Fact]
    public void One_that_connects_anew_leaves_the_other_connection_behind()
    {
        Take("monitor", 1, 0);

        Assert.Equal([1L], Take("monitor", 2, 1).Left);
        Assert.False(claims.IsHeardAfter(1, Start.AddSeconds(1)));
    }

    [Fact]
    public void Two_live_ones_are_two_until_one_has_gone()
    {
        Take("monitor", 1, 0);
        Assert.True(Take("other", 2, 1) is { IsDisputed: true, IsNews: true });
        Assert.True(Take("monitor", 1, 2) is { IsDisputed: true, IsNews: false });
        claims.Closed(2);

        Assert.True(Take("monitor", 1, 60).IsDisputed);
        Assert.False(Take("monitor", 1, 180).IsDisputed);
    }

    [Fact]
    public void Two_under_one_name_are_two_where_they_say_different_things_of_one_moment()
    {
        Take("monitor", 1, 0, ("SpO2 at 9:00", 97));
        Assert.False(Take("monitor", 2, 1, ("SpO2 at 9:00", 97), ("SpO2 at 9:01", 96)).IsDisputed);

        Assert.True(Take("monitor", 1, 2, ("SpO2 at 9:01", 61)).IsDisputed);
        Assert.Equal(2, claims.Of(Clinic, "device", Start.AddSeconds(3))!.Senders.Count);
    }

    private Claim Take(string sender, long connection, int second, params (string Slot, double Value)[] values)
    {
        claims.Heard(connection, Start.AddSeconds(second));
        return claims.Take(Clinic, "device", sender, connection, values, Start.AddSeconds(second));
    }
}
