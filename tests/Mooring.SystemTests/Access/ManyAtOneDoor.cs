using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Practice.Access;
using Mooring.Practice.Records;
using Mooring.Storage;
using Mooring.Storage.Audit;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Courses;
using Mooring.SystemTests.TakingIn;

namespace Mooring.SystemTests.Access;

/// <summary>What holds when several come at once, come back, or come without their keys.</summary>
public class ManyAtOneDoor
{
    private static readonly DateOnly Born = new(1984, 3, 9);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Two_set_up_links_at_once_make_one_clinic(Engine engine)
    {
        await using var server = await EmptyServer.Open(engine);
        var links = new[] { await server.Ask(desk => desk.FirstLink(Cancel)), await server.Ask(desk => desk.FirstLink(Cancel)) };
        SetUpForm Form(int at) => new() { Clinic = $"Quay Clinic {at}", FullName = "Ada Linden", UserName = $"ada{at}", Password = "a boat rests at its mooring", Again = "a boat rests at its mooring" };

        var made = await Task.WhenAll(Enumerable.Range(0, 6).Select(at => server.Ask(desk => desk.SetUp(links[at % 2]!, Form(at), Cancel))));

        Assert.Single(made, one => one.IsDone);
        Assert.All(made.Where(one => !one.IsDone), one => Assert.True(one.Refusals[0].Code is "WEB116" or "WEB121", one.Refusals[0].Code));
        Assert.Equal(1, await server.Clinics());
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_thousand_guesses_at_once_over_all_links_of_a_person_are_five(Engine engine)
    {
        await using var clinic = await TestClinic.Open(engine);
        var patient = await clinic.Refer();
        // A link of before there was only one: both live, as after an upgrade.
        var (one, two) = (await clinic.OwnLink(patient), await clinic.OwnLink(patient));
        await clinic.As(Role.Manager, services => services.GetRequiredService<MooringDb>().Set<LinkRow>().ExecuteUpdateAsync(row => row.SetProperty(link => link.EndedAt, (DateTimeOffset?)null), Cancel));

        var wrong = await Task.WhenAll(Enumerable.Range(1, 1_000).Select(day => Open(clinic, day % 2 == 0 ? one : two, Born.AddDays(day))));
        // The right one comes last; with a counter that loses some, it would still open.
        var right = await Open(clinic, one, Born);

        Assert.All(wrong, tried => Assert.Equal("WEB120", Assert.Single(tried.Refusals).Code));
        Assert.Equal("WEB120", Assert.Single(right.Refusals).Code);
        var judged = await clinic.As(Role.Manager, services => services.GetRequiredService<MooringDb>().Set<AuditRow>().CountAsync(line => line.Action == AccessActs.LinkFailed && line.Subject == "wrong birth date", Cancel));
        Assert.InRange(judged, 1, 5);
    }

    [Fact]
    public async Task A_right_birth_date_begins_the_count_anew()
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);
        var token = await clinic.OwnLink(await clinic.Refer());
        for (var day = 1; day <= 4; day++)
            await Open(clinic, token, Born.AddDays(day));

        Assert.True((await Open(clinic, token, Born)).IsDone);

        for (var day = 1; day <= 4; day++)
            await Open(clinic, token, Born.AddDays(day));
        Assert.True((await Open(clinic, token, Born)).IsDone);
    }

    [Fact]
    public async Task A_cookie_of_before_stays_worthless_after_being_let_in_again()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        using var nurse = await clinic.Visitor(Role.Nurse);
        var id = clinic.Staff[Role.Nurse].Id;
        Assert.Equal(HttpStatusCode.OK, (await nurse.GetAsync("/patients", Cancel)).StatusCode);

        foreach (var isDisabled in new[] { true, false })
            Assert.True((await clinic.As(Role.Manager, services => services.GetRequiredService<StaffDesk>().SetDisabled(id, isDisabled, Cancel))).IsDone);

        Assert.Contains("/sign-in", (await nurse.GetAsync("/patients", Cancel)).Headers.Location?.ToString(), StringComparison.Ordinal);
        using var again = await clinic.Visitor(Role.Nurse);
        Assert.Equal(HttpStatusCode.OK, (await again.GetAsync("/patients", Cancel)).StatusCode);
    }

    [Theory]
    [InlineData("seal.key")]
    [InlineData("checkpoint.key")]
    public async Task A_server_whose_key_is_lost_does_not_begin_and_makes_no_other(string key)
    {
        await using var care = await CareClinic.WithSomeoneTakenIn();
        await care.Ask(Role.Therapist, services => services.GetRequiredService<Mooring.Practice.Notes.TherapyNoteDesk>()
            .WritePsychotherapy(care.Patient, Id<Mooring.Practice.Notes.PsychotherapyNote>.New(care.Clock.Now), "the harbor", Cancel));
        var file = Path.Combine(care.Clinic.DataFolder, "keys", key);
        var kept = await File.ReadAllBytesAsync(file, Cancel);
        File.Delete(file);

        var refused = await Assert.ThrowsAsync<KeyIsMissingException>(() => care.Clinic.Restarted(_ => Task.FromResult(true)));

        Assert.Contains(file, refused.Message, StringComparison.Ordinal);
        Assert.Contains("backup", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(file));
        await File.WriteAllBytesAsync(file, kept, Cancel);
        Assert.True(await care.Clinic.Restarted(_ => Task.FromResult(true)));
    }

    [Fact]
    public async Task A_note_that_another_key_sealed_is_named_and_breaks_no_page()
    {
        await using var care = await CareClinic.WithSomeoneTakenIn();
        await care.Ask(Role.Therapist, services => services.GetRequiredService<Mooring.Practice.Notes.TherapyNoteDesk>()
            .WritePsychotherapy(care.Patient, Id<Mooring.Practice.Notes.PsychotherapyNote>.New(care.Clock.Now), "the harbor", Cancel));
        await care.Ask(Role.Manager, async services =>
        {
            var rows = services.GetRequiredService<MooringDb>().Database;
            return await Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlAsync(rows, $"UPDATE psychotherapy_notes SET Text = randomblob(60)");
        });

        var notes = await care.Ask(Role.Therapist, services => services.GetRequiredService<Mooring.Practice.Notes.TherapyNoteDesk>().Psychotherapy(care.Patient, Cancel));

        Assert.Contains("another key", Assert.Single(notes).Text, StringComparison.Ordinal);
        await Assert.ThrowsAsync<KeyIsMissingException>(() => care.Clinic.Restarted(_ => Task.FromResult(true)));
    }

    private static Task<Outcome<OpenedLink>> Open(TestClinic clinic, string token, DateOnly born) =>
        clinic.As(Role.FrontDesk, services => services.GetRequiredService<PatientLinkDesk>().Open(token, born, null, null, Cancel));
}
