using System.Net;
using System.Text.RegularExpressions;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Faults;

/// <summary>
/// A nurse at the chair who writes note after note in the form of the bedside, sends each until the server has said
/// that it took it, and remembers which it took.
/// </summary>
internal sealed partial class NoteSender(Id<Session> session, string demoToken, Func<ServerProcess?> server) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);
    private readonly HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = true }) { Timeout = Patience.Long };
    private string? formToken;

    public HashSet<Guid> Accepted { get; } = [];

    public int Unsure { get; private set; }

    public string? LastTrouble { get; private set; }

    private string Path => $"sessions/{session}/note";

    public async Task Run(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
            while (!Accepted.Contains(id) && !stop.IsCancellationRequested)
            {
                try
                {
                    if (await Post(id, stop))
                        Accepted.Add(id);
                }
                catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
                {
                    Unsure++;
                    LastTrouble = failure.Message;
                    await Task.Delay(Pause, CancellationToken.None);
                }
            }
        }
    }

    /// <summary>Writes one more note; throws what the server says when it does not take it.</summary>
    public async Task OneMore()
    {
        using var stop = new CancellationTokenSource(Patience.Long);
        var id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        if (await Post(id, stop.Token))
            Accepted.Add(id);
    }

    /// <summary>A page as the nurse sees it.</summary>
    public Task<string> Page(string path, CancellationToken cancel) => http.GetStringAsync(new Uri(server()!.Web, path), cancel);

    public void Dispose() => http.Dispose();

    private async Task<bool> Post(Guid id, CancellationToken stop)
    {
        var web = (server() ?? throw new HttpRequestException("It is down.")).Web;
        formToken ??= await SignIn(web, stop);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["_handler"] = "note",
            ["__RequestVerificationToken"] = formToken,
            ["Form.EventId"] = id.ToString(),
            ["Form.Text"] = $"Note {id}",
        });
        using var answer = await http.PostAsync(new Uri(web, Path), form, stop);
        if (answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.ToString().EndsWith($"/sessions/{session}", StringComparison.Ordinal))
            return true;
        throw new InvalidOperationException(
            $"The note was answered with {(int)answer.StatusCode} {answer.Headers.Location}: {await answer.Content.ReadAsStringAsync(stop)}");
    }

    private async Task<string> SignIn(Uri web, CancellationToken stop)
    {
        using (await http.GetAsync(new Uri(web, $"enter/{demoToken}"), stop))
        {
        }

        var page = await http.GetStringAsync(new Uri(web, Path), stop);
        return TokenField().Match(page) is { Success: true } found
            ? found.Groups[1].Value
            : throw new InvalidOperationException($"The note page has no form: {page}");
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""", RegexOptions.None, 1000)]
    private static partial Regex TokenField();
}
