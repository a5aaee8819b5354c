using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Sessions.Clearance;
using Mooring.Clinical.Signing;
using Mooring.Practice.Bedside;
using Mooring.Practice.Content;
using Mooring.Practice.Records;
using Mooring.Storage;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Courses;
using Mooring.SystemTests.Devices;
using Mooring.SystemTests.Sessions;

namespace Mooring.SystemTests.Access;

/// <summary>Who signs says again who they are, and what they said is kept with it.</summary>
public class SigningWithAPin
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_go_is_refused_without_it_and_keeps_how_it_was_signed(Engine engine)
    {
        var clock = new PassingClock(new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero));
        await using var clinic = await TestClinic.Start(engine, clock, TestClinic.Strict);
        var bedside = await Checked(clinic, clock);
        using var prescriber = await clinic.Visitor(Role.Prescriber);
        var page = $"/sessions/{bedside.Session}/go";

        using var none = await prescriber.Post(page, "go", ("Form.Go", "true"), ("Form.Reason", "As planned."));
        using var wrong = await prescriber.Post(page, "go", ("Form.Go", "true"), ("Form.Reason", "As planned."), ("pin", "470000"));
        var before = await bedside.Find();
        using var right = await prescriber.Post(page, "go", ("Form.Go", "true"), ("Form.Reason", "As planned."), ("pin", StrictClinic.PinOf(Role.Prescriber)));
        var after = await bedside.Find();

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (none.StatusCode, wrong.StatusCode, right.StatusCode));
        Assert.Contains("As planned.", await wrong.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Null(before!.Decision);
        var entry = Assert.Single(after!.Journal, entry => entry.What is GoDecided);
        Assert.Equal(ToSign.Go.By(ProofKind.Pin), entry.Signature);
        Assert.Contains("approved, by pin", await prescriber.Page($"/sessions/{bedside.Session}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_no_go_never_waits_for_it()
    {
        var clock = new PassingClock(new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero));
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock, TestClinic.Strict);
        var bedside = await Checked(clinic, clock);
        using var prescriber = await clinic.Visitor(Role.Prescriber);

        using var done = await prescriber.Post($"/sessions/{bedside.Session}/go", "go", ("Form.Go", "false"), ("Form.Reason", "Fever."));

        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
    }

    [Fact]
    public async Task Five_wrong_ones_shut_it_also_when_they_come_at_once()
    {
        await using var strict = await StrictClinic.Open();
        using var director = await strict.Clinic.Visitor(Role.MedicalDirector);
        var token = await StrictClinic.TokenOf(director, "/library/rules/ix-maoi");

        var guesses = await Task.WhenAll(Enumerable.Range(0, 20).Select(guess => Unlock(director, token, $"47{guess:0000}")));
        using var right = await Unlock(director, token, StrictClinic.PinOf(Role.MedicalDirector));

        Assert.All(guesses, guess => Assert.Equal(HttpStatusCode.UnprocessableEntity, guess.StatusCode));
        Assert.Contains("shut", await right.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        foreach (var guess in guesses)
            guess.Dispose();
    }

    [Theory]
    [InlineData(Role.Manager)]
    [InlineData(Role.Prescriber)]
    [InlineData(Role.Pharmacist)]
    public async Task Content_is_put_into_force_by_nobody_but_the_medical_director(Role role)
    {
        await using var strict = await StrictClinic.Open();
        var library = strict.Clinic.Services.GetRequiredService<Mooring.Content.Library.ClinicalLibrary>();

        var theirs = await strict.Clinic.As(role, services => services.GetRequiredService<SignatureDesk>().Sign(Guid.CreateVersion7(), "asking.yaml", library.Review.Hashes["asking.yaml"], Cancel));
        var directors = await strict.Clinic.As(Role.MedicalDirector, services => services.GetRequiredService<SignatureDesk>().Sign(Guid.CreateVersion7(), "asking.yaml", library.Review.Hashes["asking.yaml"], Cancel));

        Assert.Equal("LIB503", Assert.Single(theirs.Refusals).Code);
        Assert.Empty(directors.Refusals);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_plan_a_consent_and_a_file_that_were_changed_afterwards_are_named(Engine engine)
    {
        await using var care = await CareClinic.WithSomeoneKnown(engine);
        Assert.Empty((await care.FindEligible()).Refusals);
        Assert.Empty((await care.Consent()).Refusals);
        Assert.Empty((await care.Sign(CareClinic.PlanForm("50"))).Refusals);
        var hash = care.Clinic.Services.GetRequiredService<Mooring.Content.Library.ClinicalLibrary>().Review.Hashes["asking.yaml"];
        await care.Ask(Role.MedicalDirector, services => services.GetRequiredService<SignatureDesk>().Sign(Guid.CreateVersion7(), "asking.yaml", hash, Cancel));

        var sound = await Walk(care);
        foreach (var (table, column) in new[] { ("plans", "What"), ("consents", "What"), ("content_signatures", "Hash") })
            await Change(care, table, column);
        var changed = await Walk(care);

        Assert.Equal(["consents", "content_signatures", "plans"], sound.Select(one => one.What).Order());
        Assert.All(sound, one => Assert.Null(one.Break));
        Assert.All(changed, one => Assert.Contains("is not what", one.Break?.Says, StringComparison.Ordinal));
    }

    private static Task<IReadOnlyList<VerifiedSignature>> Walk(CareClinic care) =>
        care.Ask(Role.Manager, services => services.GetRequiredService<SignatureWalk>().Walk(null, Cancel));

    // As somebody with the database in hand would.
    private static Task Change(CareClinic care, string table, string column) => care.Ask(Role.Manager, async services =>
    {
        var sql = column == "Hash" ? $"UPDATE {table} SET \"Hash\" = '00'" : $"UPDATE {table} SET \"What\" = replace(\"What\", 'Mara Alder', 'Mara Elder')";
        if (table == "consents")
            sql = "UPDATE consents SET \"What\" = replace(\"What\", 'Noor Willow', 'Noor Millow')";
        return await services.GetRequiredService<MooringDb>().Database.ExecuteSqlRawAsync(sql, Cancel);
    });

    private static async Task<HttpResponseMessage> Unlock(HttpClient visitor, string token, string pin)
    {
        using var body = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("pin", pin)]);
        return await visitor.PostAsync(new Uri("/lock/open", UriKind.Relative), body, Cancel);
    }

    private static async Task<Bedside> Checked(TestClinic clinic, PassingClock clock)
    {
        var bedside = await Bedside.Arriving(clinic, clock);
        var session = await bedside.CheckIn();
        await bedside.Vitals();
        var gates = session.Gates.Select(gate => new GateTyped { Item = gate.Id, Answer = GateAnswer.Met, Value = "as asked" }).ToList();
        await bedside.Do(Role.Nurse, (ClearanceDesk desk, Mooring.Storage.Journals.EntryStamp stamp) => desk.AnswerGates(bedside.Session, new() { Gates = gates }, stamp, default));
        return bedside;
    }
}
