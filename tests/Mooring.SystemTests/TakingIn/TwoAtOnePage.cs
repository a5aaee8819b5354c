using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Practice.Histories;
using Mooring.Practice.Patients;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Courses;
using Mooring.SystemTests.Devices;

namespace Mooring.SystemTests.TakingIn;

public class TwoAtOnePage
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_changes_of_a_person_stand()
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);
        var id = await clinic.Refer();
        var shown = await Find(clinic, id);

        var phone = await Change(clinic, shown with { Phone = "555-0199" }, shown);
        var escort = await Change(clinic, shown with { Escort = new("Alder Pike", "555-0111", "friend") }, shown);

        Assert.True(phone.IsDone && escort.IsDone);
        var now = await Find(clinic, id);
        Assert.Equal(("555-0199", "Alder Pike"), (now.Phone, now.Escort?.Name));
    }

    [Fact]
    public async Task The_second_is_told_when_both_changed_the_same()
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);
        var id = await clinic.Refer();
        var shown = await Find(clinic, id);
        await Change(clinic, shown with { Phone = "555-0199" }, shown);

        var other = await Change(clinic, shown with { Phone = "555-0200" }, shown);

        Assert.Equal("STO402", Assert.Single(other.Refusals).Code);
        Assert.Contains("555-0199", other.Refusals[0].Says, StringComparison.Ordinal);
        Assert.Equal("555-0199", (await Find(clinic, id)).Phone);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Nothing_told_of_a_history_in_the_same_moment_is_lost(Engine engine)
    {
        await using var clinic = await TestClinic.Open(engine);
        var id = await clinic.Refer();

        var told = await Task.WhenAll(Enumerable.Range(0, 5).Select(n => clinic.As(Role.Nurse, services => services.GetRequiredService<HistoryDesk>()
            .Change(id, new GoalReported($"Goal {n}"), Cancel))));

        Assert.All(told, one => Assert.Empty(one.Refusals));
        Assert.Equal(5, (await clinic.As(Role.Nurse, services => services.GetRequiredService<HistoryDesk>().Of(id, Cancel))).Goals.Count);
    }

    [Fact]
    public async Task What_was_typed_when_the_sign_in_had_ended_is_shown_once_more()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        using var desk = await clinic.Visitor(Role.FrontDesk);
        using var left = await PostedForm.Leave(desk);
        using var form = new FormUrlEncodedContent([new("_handler", "referral"), new("Form.GivenName", "Ivy"), new("Form.FamilyName", "Sedgewick"), new("Form.Secret", "not to be shown")]);

        using var answer = await desk.PostAsync(new Uri("/referrals/new", UriKind.Relative), form, Cancel);
        var page = await answer.Content.ReadAsStringAsync(Cancel);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("signed out meanwhile", page, StringComparison.Ordinal);
        Assert.Contains("Sedgewick", page, StringComparison.Ordinal);
        Assert.Contains("/sign-in?then=%2Freferrals%2Fnew", page, StringComparison.Ordinal);
        Assert.DoesNotContain("not to be shown", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("three")]
    [InlineData("2.5")]
    public async Task A_session_that_is_no_number_is_refused_and_not_dropped(string typed)
    {
        await using var care = await CareClinic.WithSomeoneTakenIn(start: true);
        using var therapist = await care.Clinic.Visitor(Role.Therapist);

        using var answer = await therapist.Post($"/patients/{care.Patient}/notes", "begin", ("Form.Template", "integration"), ("Form.Session", typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(typed, await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_no_plan_has_is_refused()
    {
        await using var care = await CareClinic.WithSomeoneKnown();
        await care.FindEligible();
        await care.Consent();
        Assert.Empty((await care.Sign(CareClinic.PlanForm("50"))).Refusals);

        var refused = await care.Ask(Role.Therapist, services => services.GetRequiredService<Mooring.Practice.Notes.NoteDesk>()
            .Begin(care.Patient, Id<Mooring.Clinical.Notes.Note>.New(care.Clock.Now), "integration", Guid.CreateVersion7().ToString(), Cancel));

        Assert.Equal(["NOT204"], refused.Refusals.Select(refusal => refusal.Code));
    }

    private static async Task<Patient> Find(TestClinic clinic, Id<Patient> id) =>
        (await clinic.As(Role.FrontDesk, services => services.GetRequiredService<PatientDesk>().Find(id, Cancel)))!;

    private static Task<Outcome<Patient>> Change(TestClinic clinic, Patient typed, Patient shown) =>
        clinic.As(Role.FrontDesk, services => services.GetRequiredService<PatientDesk>().Change(typed, shown, Cancel));
}
