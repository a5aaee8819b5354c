using System.Net;
using System.Net.Sockets;
using Mooring.SystemTests.Clinics;
using Mooring.Web.Pages.Bedside.Records;

namespace Mooring.SystemTests.Sessions;

/// <summary>What a page could do to the program that prints it, were something in it that nobody meant.</summary>
public class PrintingSafely
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reaches_no_file_and_no_server()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var asked = listener.AcceptTcpClientAsync(Cancel).AsTask();
        var elsewhere = $"http://{listener.LocalEndpoint}/";

        var hostile = await PdfPrinter.Print(Page("/etc/passwd"), Cancel);
        var nothing = await PdfPrinter.Print(Page("/etc/nothing-here"), Cancel);
        string Page(string file) => $"""
            <html><head><meta http-equiv="refresh" content="0;url=file://{file}"><link rel="stylesheet" href="{elsewhere}a.css"></head>
            <body><h1>Session record</h1><iframe src="file://{file}" width="600" height="600"></iframe><object data="file://{file}"></object>
            <img src="file://{file}"><img src="{elsewhere}b.png"><script>document.body.innerText = "ran"; fetch("{elsewhere}")</script></body></html>
            """;

        Assert.True(hostile.IsDone, string.Join(' ', hostile.Refusals.Select(refusal => refusal.Says)));
        Assert.False(asked.IsCompleted);
        // A file that is there prints as one that is not.
        Assert.InRange(hostile.Value!.Length, nothing.Value!.Length - 50, nothing.Value.Length + 50);
        listener.Stop();
    }

    [Fact]
    public async Task Twelve_at_once_are_printed_or_refused_at_once()
    {
        var printed = await Task.WhenAll(Enumerable.Range(0, 12).Select(number => PdfPrinter.Print($"<html><body><h1>Record {number}</h1></body></html>", Cancel)));

        Assert.All(printed, one => Assert.True(one.IsDone ? one.Value!.AsSpan().StartsWith("%PDF"u8) : one.Refusals[0].Code == "LIM203"));
        Assert.Contains(printed, one => one.IsDone);
    }

    [Fact]
    public async Task More_than_may_wait_are_told_to_come_again()
    {
        using var turns = new PdfTurns(1, 1, Patience.Long);
        var free = new TaskCompletionSource<string>();

        var first = turns.Take(() => free.Task, Cancel);
        var second = turns.Take(() => Task.FromResult("second"), Cancel);
        var third = await turns.Take(() => Task.FromResult("third"), Cancel);
        free.SetResult("first");

        Assert.Equal(("first", "second", null), (await first, await second, third));
    }
}
