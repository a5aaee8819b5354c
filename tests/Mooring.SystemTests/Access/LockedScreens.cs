using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Charting;
using Mooring.Clinical.Sessions.Correcting;
using Mooring.Practice.Bedside;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Devices;

namespace Mooring.SystemTests.Access;

/// <summary>An idle screen writes nothing until somebody says who is there; what can not wait at a chair is taken all the same.</summary>
public class LockedScreens
{
    private static readonly (string, string)[] Values = [("Form.Values[0].Of", "hr"), ("Form.Values[0].Value", "74")];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task At_a_chair_refuse_a_note_and_go_on_showing(Engine engine)
    {
        await using var strict = await StrictClinic.Open(engine);
        using var nurse = await strict.Clinic.Visitor(Role.Nurse);
        var token = await StrictClinic.TokenOf(nurse, $"{strict.Chair}/note");

        strict.Clock.Pass(minutes: 6);
        using var note = await StrictClinic.Send(nurse, $"{strict.Chair}/note", token, "note", ("Form.About", "Technique"), ("Form.Text", "Calm and awake."));
        using var chair = await nurse.GetAsync(strict.Chair, Cancel);
        using var other = await nurse.GetAsync("/patients", Cancel);

        Assert.Equal(HttpStatusCode.Locked, note.StatusCode);
        Assert.Contains("Calm and awake.", await note.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, chair.StatusCode);
        Assert.Equal("/unlock?then=%2Fpatients", other.Headers.Location?.ToString());
        Assert.DoesNotContain((await Find(strict)).Journal, entry => entry.What is NoteAdded);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task At_a_chair_take_a_vital_sign_and_mark_it_until_somebody_confirms(Engine engine)
    {
        await using var strict = await StrictClinic.Open(engine);
        using var nurse = await strict.Clinic.Visitor(Role.Nurse);
        var token = await StrictClinic.TokenOf(nurse, $"{strict.Chair}/vitals");

        strict.Clock.Pass(minutes: 6);
        using var charted = await StrictClinic.Send(nurse, $"{strict.Chair}/vitals", token, "vitals", Values);
        var marked = await Find(strict);
        using var prescriber = await strict.Clinic.Visitor(Role.Prescriber);
        var shown = await prescriber.Page(strict.Chair);
        using var confirmed = await prescriber.Post($"{strict.Chair}/locked", "confirm-locked", ("Form.By", "Ben Rowan"));
        var after = await Find(strict);
        var record = await prescriber.Page($"{strict.Chair}/record");

        Assert.Equal(HttpStatusCode.Redirect, charted.StatusCode);
        var entry = Assert.Single(marked.Unconfirmed);
        Assert.Equal((strict.Clinic.Staff[Role.Nurse].Id, 5.0), (entry.By.Id, (entry.WhileLocked!.Since - entry.HappenedAt.AddMinutes(-6)).TotalMinutes));
        Assert.Contains("entered while locked since", shown, StringComparison.Ordinal);
        Assert.Contains("not confirmed yet", shown, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, confirmed.StatusCode);
        Assert.Empty(after.Unconfirmed);
        Assert.Contains("confirmed by", record, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("emergency", "open")]
    [InlineData("rescue", "oxygen")]
    [InlineData("dose", "stop")]
    [InlineData("dose", "pause")]
    public async Task Never_stand_in_the_way_of_what_can_not_wait(string page, string handler)
    {
        await using var strict = await StrictClinic.Open();
        using var nurse = await strict.Clinic.Visitor(Role.Nurse);
        var token = await StrictClinic.TokenOf(nurse, $"{strict.Chair}/{page}");

        strict.Clock.Pass(minutes: 6);
        using var taken = await StrictClinic.Send(nurse, $"{strict.Chair}/{page}", token, handler);

        Assert.NotEqual(HttpStatusCode.Locked, taken.StatusCode);
        Assert.NotEqual("/unlock", taken.Headers.Location?.OriginalString.Split('?')[0]);
    }

    [Fact]
    public async Task Are_opened_by_the_PIN_and_not_by_a_wrong_one()
    {
        await using var strict = await StrictClinic.Open();
        using var nurse = await strict.Clinic.Visitor(Role.Nurse);
        strict.Clock.Pass(minutes: 16);

        using var wrong = await nurse.Post("/unlock?then=%2Fpatients", "unlock", ("Form.Pin", "470000"));
        using var still = await nurse.GetAsync("/patients", Cancel);
        using var right = await nurse.Post("/unlock?then=%2Fpatients", "unlock", ("Form.Pin", StrictClinic.PinOf(Role.Nurse)));
        using var open = await nurse.GetAsync("/patients", Cancel);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, still.StatusCode);
        Assert.Equal("/patients", new Uri(strict.Clinic.Address, right.Headers.Location!).AbsolutePath);
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
    }

    [Fact]
    public async Task Take_what_was_typed_when_the_PIN_comes_with_it()
    {
        await using var strict = await StrictClinic.Open();
        using var nurse = await strict.Clinic.Visitor(Role.Nurse);
        var token = await StrictClinic.TokenOf(nurse, $"{strict.Chair}/note");
        strict.Clock.Pass(minutes: 6);

        using var kept = await StrictClinic.Send(
            nurse, $"{strict.Chair}/note", token, "note", ("Form.About", "Technique"), ("Form.Text", "Calm and awake."), ("unlock", StrictClinic.PinOf(Role.Nurse)));

        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        Assert.Null(Assert.Single((await Find(strict)).Journal, entry => entry.What is NoteAdded).WhileLocked);
    }

    [Fact]
    public async Task Do_not_come_to_a_chair_that_is_charting_nor_from_a_stream_that_goes_on()
    {
        await using var strict = await StrictClinic.Open();
        using var nurse = await strict.Clinic.Visitor(Role.Nurse);
        using var watching = await strict.Clinic.Visitor(Role.Prescriber);
        await watching.Page(strict.Chair);
        foreach (var _ in Enumerable.Range(0, 4))
        {
            using var charted = await nurse.Post($"{strict.Chair}/vitals", "vitals", Values);
            Assert.Equal(HttpStatusCode.Redirect, charted.StatusCode);
            using var polled = await watching.GetAsync($"{strict.Chair}/series", Cancel);
            strict.Clock.Pass(minutes: 4);
        }

        using var busy = await nurse.GetAsync("/patients", Cancel);
        using var idle = await watching.GetAsync("/patients", Cancel);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Redirect), (busy.StatusCode, idle.StatusCode));
        Assert.Empty((await Find(strict)).Unconfirmed);
    }

    [Fact]
    public async Task Take_what_a_tablet_kept_before_with_its_own_time()
    {
        await using var strict = await StrictClinic.Open();
        using var nurse = await strict.Clinic.Visitor(Role.Nurse);
        var token = await StrictClinic.TokenOf(nurse, $"{strict.Chair}/note");
        var entered = strict.Clock.GetUtcNow().AddMinutes(2);
        strict.Clock.Pass(minutes: 30);
        nurse.DefaultRequestHeaders.Add("Mooring-Entry", Guid.CreateVersion7().ToString());
        nurse.DefaultRequestHeaders.Add("Mooring-Entered-At", entered.ToString("O"));

        using var sent = await StrictClinic.Send(nurse, $"{strict.Chair}/note", token, "note", ("Form.About", "Technique"), ("Form.Text", "Calm and awake."));

        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        var note = Assert.Single((await Find(strict)).Journal, entry => entry.What is NoteAdded);
        Assert.Equal((entered, null), (note.EnteredAt, note.WhileLocked));
    }

    private static async Task<Session> Find(StrictClinic strict) =>
        (await strict.Clinic.As(Role.Nurse, services => services.GetRequiredService<SessionDesk>().Find(strict.Seat.Session, Cancel)))!;
}
