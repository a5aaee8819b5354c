using System.Net;
using Mooring.Devices.Mllp;

namespace Mooring.Tests.Devices;

public class KeepingPlaces
{
    private static readonly IPAddress Stranger = IPAddress.Parse("192.0.2.66");
    private static readonly IPAddress Known = IPAddress.Parse("192.0.2.10");

    private readonly MovedClock clock = new();
    private readonly ConnectionPlaces places;
    private long connections;

    public KeepingPlaces() => places = new(new() { MostConnections = 10, MostOfStranger = 2, MostOfStrangers = 4, MostOfKnown = 3 }, clock);

    [Fact]
    public void A_stranger_has_two_of_ten()
    {
        Assert.Equal([true, true, false], Taken(Stranger, 3));
    }

    [Fact]
    public void Many_strangers_leave_the_places_of_known_addresses_free()
    {
        places.Remember(Known);
        for (var host = 1; host <= 200; host++)
            Taken(IPAddress.Parse(FormattableString.Invariant($"198.51.100.{host}")), 2);

        Assert.Equal([true, true, true], Taken(Known, 3));
    }

    [Fact]
    public void Silence_holds_no_place()
    {
        Taken(Stranger, 2);
        clock.Pass(TimeSpan.FromSeconds(2));

        Assert.True(places.Take(99, Stranger, out var givesWay));
        Assert.Equal(1, givesWay);
    }

    [Fact]
    public void A_known_device_that_spoke_gives_way_to_nobody()
    {
        Taken(Stranger, 2);
        places.Proved(1);
        places.Proved(2);
        Taken(Stranger, 1);
        places.Proved(3);
        clock.Pass(TimeSpan.FromHours(1));

        Assert.False(places.Take(99, Stranger, out _));
    }

    [Fact]
    public void Who_leaves_makes_room()
    {
        Taken(Stranger, 2);
        places.Left(1);

        Assert.Equal([true, false], Taken(Stranger, 2));
    }

    private sealed class MovedClock : TimeProvider
    {
        private long ticks = 1;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => ticks;

        public void Pass(TimeSpan time) => ticks += time.Ticks;
    }

    private bool[] Taken(IPAddress from, int times) => [.. Enumerable.Range(0, times).Select(_ => places.Take(++connections, from, out var _))];
}
