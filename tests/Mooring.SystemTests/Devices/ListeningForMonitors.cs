using System.Text;
using Mooring.Devices.Mllp;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Devices;

public class ListeningForMonitors
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_is_filed_and_then_acknowledged()
    {
        await using var gateway = new Gateway();
        using var monitor = await gateway.Connect(Cancel);

        var answer = await Ask(monitor, Gateway.Message("M1"));

        Assert.Contains("\rMSA|CA|M1\r", answer, StringComparison.Ordinal);
        Assert.Equal(72, Assert.Single(gateway.Filed).Value);
    }

    [Fact]
    public async Task One_byte_at_a_time_is_still_one_message()
    {
        await using var gateway = new Gateway();
        using var monitor = await gateway.Connect(Cancel);

        foreach (var part in Frame.Wrap(Gateway.Message("M1")))
            await monitor.Write(new[] { part }, Cancel);

        Assert.Contains("MSA|CA|M1", Text(await monitor.Answer(Cancel)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_in_one_packet_with_junk_around_are_answered_in_order()
    {
        await using var gateway = new Gateway();
        using var monitor = await gateway.Connect(Cancel);
        byte[] withoutReturn = [.. Frame.Wrap(Gateway.Message("M1"))[..^1]];

        await monitor.Write((byte[])[.. "noise"u8, .. withoutReturn, .. Frame.Wrap(Gateway.Message("M2"))], Cancel);

        Assert.Contains("MSA|CA|M1", Text(await monitor.Answer(Cancel)), StringComparison.Ordinal);
        Assert.Contains("MSA|CA|M2", Text(await monitor.Answer(Cancel)), StringComparison.Ordinal);
        Assert.Contains(gateway.Notices, notice => notice.What == LinkEvent.Dropped);
    }

    [Fact]
    public async Task A_resend_after_reconnecting_gets_the_same_answer_and_changes_nothing()
    {
        await using var gateway = new Gateway();
        byte[] first, second;
        using (var monitor = await gateway.Connect(Cancel))
            first = await monitor.Ask(Gateway.Message("1"), Cancel);
        using (var monitor = await gateway.Connect(Cancel))
            second = await monitor.Ask(Gateway.Message("1"), Cancel);

        Assert.Equal(Text(first), Text(second));
        Assert.Single(gateway.Filed);
    }

    [Fact]
    public async Task The_same_control_id_with_another_body_is_another_message()
    {
        await using var gateway = new Gateway();
        using var monitor = await gateway.Connect(Cancel);

        await Ask(monitor, Gateway.Message("0", heartRate: 70));
        await Ask(monitor, Gateway.Message("0", heartRate: 71));

        Assert.Equal([70d, 71d], gateway.Filed.Select(value => value.Value));
    }

    [Fact]
    public async Task While_the_store_is_down_the_monitor_is_told_to_keep_its_message()
    {
        await using var gateway = new Gateway { IsStoreDown = true };
        using var monitor = await gateway.Connect(Cancel);

        Assert.Contains("MSA|CE|M1", await Ask(monitor, Gateway.Message("M1")), StringComparison.Ordinal);
        gateway.IsStoreDown = false;

        Assert.Contains("MSA|CA|M1", await Ask(monitor, Gateway.Message("M1")), StringComparison.Ordinal);
        Assert.Single(gateway.Filed);
    }

    [Fact]
    public async Task A_failure_of_ours_closes_the_connection_unanswered_and_listening_goes_on()
    {
        await using var gateway = new Gateway { IsBroken = true };
        using (var monitor = await gateway.Connect(Cancel))
            await Assert.ThrowsAnyAsync<Exception>(() => monitor.Ask(Gateway.Message("M1"), Cancel));
        gateway.IsBroken = false;

        using var again = await gateway.Connect(Cancel);
        Assert.Contains("MSA|CA|M1", await Ask(again, Gateway.Message("M1")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hundred_megabytes_without_an_end_stay_bounded_and_the_next_message_is_read()
    {
        await using var gateway = new Gateway();
        using var monitor = await gateway.Connect(Cancel);
        var block = new byte[1024 * 1024];
        var before = GC.GetTotalMemory(forceFullCollection: true);

        await monitor.Write(new[] { Frame.Start }, Cancel);
        for (var i = 0; i < 100; i++)
            await monitor.Write(block, Cancel);
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        await monitor.Write(new[] { Frame.End, Frame.Return }, Cancel);

        Assert.True(grown < 16 * 1024 * 1024, $"grew by {grown} bytes");
        // What was too long is refused first.
        Assert.DoesNotContain("MSA|CA|", await Ask(monitor, Gateway.Message("M1")), StringComparison.Ordinal);
        Assert.Contains("MSA|CA|M1", await Ask(monitor, Gateway.Message("M2")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_peer_that_drips_bytes_is_cut_off()
    {
        await using var gateway = new Gateway(new() { WholeMessageWithin = TimeSpan.FromMilliseconds(300) });
        using var drips = await gateway.Connect(Cancel);

        await drips.Write(new[] { Frame.Start }, Cancel);
        var end = await Record.ExceptionAsync(() => Patience.Until(
            async () =>
            {
                await drips.Write("M"u8.ToArray(), Cancel);
                return false;
            },
            () => "the end of a message that never ends"));

        Assert.IsNotType<Xunit.Sdk.FailException>(end);
        await Closed(gateway, "not finished in time");
    }

    [Fact]
    public async Task A_peer_that_says_nothing_is_cut_off()
    {
        await using var gateway = new Gateway(new() { IdleFor = TimeSpan.FromMilliseconds(300) });
        using var silent = await gateway.Connect(Cancel);

        await Assert.ThrowsAnyAsync<Exception>(() => silent.Answer(Cancel));

        await Closed(gateway, "Nothing came");
    }

    [Fact]
    public async Task Connections_beyond_the_limit_are_refused_and_the_others_work_on()
    {
        await using var gateway = new Gateway(new() { MostConnections = 2, GivesWayAfter = TimeSpan.FromHours(1) });
        using var one = await gateway.Connect(Cancel);
        using var two = await gateway.Connect(Cancel);
        await Ask(one, Gateway.Message("M1"));
        await Ask(two, Gateway.Message("M2"));

        using var three = await gateway.Connect(Cancel);
        await Assert.ThrowsAnyAsync<Exception>(() => three.Ask(Gateway.Message("M3"), Cancel));

        Assert.Contains("MSA|CA|M4", await Ask(one, Gateway.Message("M4")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_hundred_monitors_that_come_back_at_once_are_all_heard()
    {
        await using var gateway = new Gateway();

        await Task.WhenAll(Enumerable.Range(0, 200).Select(async i =>
        {
            using var monitor = await gateway.Connect(Cancel);
            await monitor.Ask(Gateway.Message($"M{i}"), Cancel);
        }));

        Assert.Equal(200, gateway.Messages);
    }

    // The peer sees the end of its connection a moment before the gateway has said why.
    private static Task Closed(Gateway gateway, string because) => Patience.Until(
        () => gateway.Notices.Any(notice => notice.What == LinkEvent.Closed && notice.Says.Contains(because, StringComparison.Ordinal)), $"a connection closed because: {because}");

    private static async Task<string> Ask(MllpClient monitor, byte[] message) => Text(await monitor.Ask(message, Cancel));

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
