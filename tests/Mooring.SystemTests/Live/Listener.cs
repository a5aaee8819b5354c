using System.Text.Json;
using System.Threading.Channels;
using Mooring.Clinical;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Live;

/// <summary>An event as it came: its id, its name, its data.</summary>
internal sealed record Heard(string Id, string Name, string Data)
{
    public string Target => JsonDocument.Parse(Data).RootElement.GetProperty("target").GetString()!;

    public string Html => JsonDocument.Parse(Data).RootElement.GetProperty("html").GetString()!;
}

/// <summary>What a page's script does: keeps a stream open and reads its events.</summary>
internal sealed class Listener : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly Channel<Heard> events = Channel.CreateUnbounded<Heard>();
    private readonly List<Heard> all = [];
    private readonly HttpClient visitor;
    private readonly HttpResponseMessage answer;
    private readonly Task reading;

    private Listener(HttpClient visitor, HttpResponseMessage answer, Stream stream)
    {
        (this.visitor, this.answer) = (visitor, answer);
        reading = Read(stream);
    }

    public HttpResponseMessage Answer => answer;

    public static async Task<Listener> To(TestClinic clinic, string path, Role role = Role.Nurse)
    {
        return await To(await clinic.Visitor(role), path);
    }

    /// <summary>The same in the name of a visitor who is there already; it is the listener's from then on.</summary>
    public static async Task<Listener> To(HttpClient visitor, string path)
    {
        var answer = await visitor.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
        return new(visitor, answer, await answer.Content.ReadAsStreamAsync());
    }

    /// <summary>Everything that was listened to, in order.</summary>
    public IReadOnlyList<Heard> All => all;

    /// <summary>The next event that is wanted; fails when none comes.</summary>
    public async Task<Heard> Next(Func<Heard, bool> wanted)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience.Long);
        await foreach (var one in events.Reader.ReadAllAsync(patience.Token))
        {
            all.Add(one);
            if (wanted(one))
                return one;
        }

        throw new InvalidOperationException("The stream ended first.");
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        answer.Dispose();
        await reading;
        visitor.Dispose();
        stop.Dispose();
    }

    private async Task Read(Stream stream)
    {
        var (id, name, data) = ("", "", "");
        try
        {
            using var reader = new StreamReader(stream);
            while (await reader.ReadLineAsync(stop.Token) is { } line)
            {
                if (line.Length == 0 && data.Length > 0)
                {
                    events.Writer.TryWrite(new(id, name, data));
                    (name, data) = ("", "");
                }
                else if (line.StartsWith("id: ", StringComparison.Ordinal))
                    id = line[4..];
                else if (line.StartsWith("event: ", StringComparison.Ordinal))
                    name = line[7..];
                else if (line.StartsWith("data: ", StringComparison.Ordinal))
                    data = line[6..];
            }
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The server ended it, or the test has heard enough.
        }

        events.Writer.TryComplete();
    }
}
