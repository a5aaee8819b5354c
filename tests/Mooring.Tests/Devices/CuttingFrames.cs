using System.Text;
using Mooring.Devices.Mllp;

namespace Mooring.Tests.Devices;

public class CuttingFrames
{
    private const string Vt = "\u000b";
    private const string Fs = "\u001c";

    [Theory]
    [InlineData(Vt + "one" + Fs + "\r", "one")]
    [InlineData(Vt + "one" + Fs + "\r" + Vt + "two" + Fs + "\r", "one,two")]
    [InlineData(Vt + "one" + Fs + Vt + "two" + Fs, "one,two")]
    [InlineData("junk" + Vt + "one" + Fs + "\r", "!,one")]
    [InlineData("\r\n" + Vt + "one" + Fs + "\r\n\r\n", "one")]
    [InlineData(Vt + "lost" + Vt + "two" + Fs + "\r", "!,two")]
    [InlineData(Vt + "12345678901" + Fs + "\r" + Vt + "two" + Fs + "\r", "!,two")]
    [InlineData(Vt + "1234567890" + Fs + "\r", "1234567890")]
    [InlineData(Vt + Fs + "\r", "")]
    [InlineData(Vt + "begun", null)]
    public void Whole_messages_come_out_however_they_came_in(string stream, string? expected)
    {
        Assert.Equal(expected, Cut(stream, stream.Length));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Packets_of_any_size_make_no_difference(int size)
    {
        var stream = Vt + "one" + Fs + "\r" + Vt + "lost" + Vt + "two" + Fs + Vt + "12345678901" + Fs + "\r" + Vt + "end" + Fs;

        Assert.Equal("one,!,two,!,end", Cut(stream, size));
    }

    [Fact]
    public void A_message_without_end_takes_no_more_memory_than_the_cap()
    {
        var frames = new FrameReader(1024 * 1024);
        var block = new byte[64 * 1024];
        frames.Feed([Frame.Start], _ => { });
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 1600; i++)
            frames.Feed(block, _ => { });

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 8 * 1024 * 1024);
    }

    private static string? Cut(string stream, int size)
    {
        var frames = new FrameReader(10);
        var found = new List<string>();
        foreach (var packet in Encoding.ASCII.GetBytes(stream).Chunk(size))
            frames.Feed(packet, frame => found.Add(frame.Dropped is null ? Encoding.ASCII.GetString(frame.Bytes) : "!"));
        return found.Count == 0 ? null : string.Join(',', found);
    }
}
