using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Mooring.Clinical;
using Mooring.Clinical.Sessions.Charting;
using Mooring.Clinical.Sessions.Dosing;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Sessions;

namespace Mooring.SystemTests.Offline;

/// <summary>What a tablet sends by itself, seen from the server.</summary>
public sealed partial class SendingTwice
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Changes_nothing_also_when_the_session_has_moved_on_meanwhile()
    {
        var clock = new RunningClock(TimeProvider.System.GetUtcNow());
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var bedside = await Bedside.Arriving(clinic, clock);
        await bedside.Ready();
        await bedside.Start();
        clock.Pass(TimeSpan.FromMinutes(20));
        using var nurse = await clinic.Visitor(Role.Nurse);
        var (pause, resume) = (Guid.CreateVersion7(clock.GetUtcNow()), Guid.CreateVersion7(clock.GetUtcNow()));
        var pausedAt = clock.GetUtcNow() - TimeSpan.FromMinutes(10);

        var answers = new[]
        {
            await Post(nurse, bedside, "dose", pause, pausedAt, ("_handler", "pause"), ("Rest.Reason", "Sits up.")),
            await Post(nurse, bedside, "dose", resume, pausedAt.AddMinutes(3), ("_handler", "resume")),
            await Post(nurse, bedside, "dose", pause, pausedAt, ("_handler", "pause"), ("Rest.Reason", "Sits up.")),
            await Post(nurse, bedside, "dose", resume, pausedAt.AddMinutes(3), ("_handler", "resume")),
        };

        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.OK, $"/sessions/{bedside.Session}"), answer));
        var session = (await bedside.Find())!;
        var paused = Assert.Single(session.Journal, entry => entry.What is InfusionPaused);
        Assert.Single(session.Journal, entry => entry.What is InfusionResumed);
        Assert.Equal((pause, pausedAt.ToUnixTimeMilliseconds()), (paused.EventId, paused.HappenedAt.ToUnixTimeMilliseconds()));
        Assert.True(paused.ReceivedAt - paused.EnteredAt > TimeSpan.FromMinutes(9));
    }

    [Fact]
    public async Task Tells_a_sign_in_that_has_ended_from_an_entry_that_was_taken()
    {
        var clock = new RunningClock(TimeProvider.System.GetUtcNow());
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var bedside = await Bedside.Arriving(clinic, clock);
        await bedside.CheckIn();
        using var nurse = await clinic.Visitor(Role.Nurse);
        using var stranger = await clinic.Visitor();
        var token = await Token(nurse, bedside);

        var ended = await Send(stranger, bedside, "note", Guid.CreateVersion7(clock.GetUtcNow()), clock.GetUtcNow(), token, ("_handler", "note"), ("Form.Text", "Too late."));
        var tooEarly = await Post(nurse, bedside, "note", Guid.CreateVersion7(clock.GetUtcNow()), clock.GetUtcNow().AddDays(-1), ("_handler", "note"), ("Form.Text", "By a wrong clock."));

        Assert.Equal(HttpStatusCode.Unauthorized, ended.Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooEarly.Status);
        Assert.DoesNotContain((await bedside.Find())!.Told, entry => entry.What is NoteAdded);
    }

    private static async Task<(HttpStatusCode Status, string? Then)> Post(HttpClient who, Bedside bedside, string page, Guid id, DateTimeOffset at, params (string Name, string Value)[] fields) =>
        await Send(who, bedside, page, id, at, await Token(who, bedside), fields);

    private static async Task<(HttpStatusCode Status, string? Then)> Send(
        HttpClient who, Bedside bedside, string page, Guid id, DateTimeOffset at, string token, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/sessions/{bedside.Session}/{page}")
        {
            Content = new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), new("__RequestVerificationToken", token)]),
        };
        request.Headers.Add("Mooring-Entry", id.ToString());
        request.Headers.Add("Mooring-Entered-At", at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
        using var answer = await who.SendAsync(request, Cancel);
        return (answer.StatusCode, answer.Headers.TryGetValues("Mooring-Then", out var then) ? then.Single() : null);
    }

    private static async Task<string> Token(HttpClient who, Bedside bedside) =>
        TokenField().Match(await who.GetStringAsync($"/sessions/{bedside.Session}/note", Cancel)).Groups[1].Value;

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""", RegexOptions.None, 1000)]
    private static partial Regex TokenField();
}
