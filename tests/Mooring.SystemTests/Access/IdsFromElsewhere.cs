using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Sessions;
using Mooring.Demo;
using Mooring.Practice.Bedside;
using Mooring.Practice.Consents;
using Mooring.Practice.Histories;
using Mooring.Practice.Notes;
using Mooring.Practice.Planning;
using Mooring.Practice.Questionnaires;
using Mooring.Practice.Screening;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Courses;

namespace Mooring.SystemTests.Access;

/// <summary>An id comes from a browser, so it may be another person's, or the same page sent again with other words.</summary>
public class IdsFromElsewhere
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Entries => ["note", "psychotherapy", "measurement", "sheet", "review", "consent", "plan", "decision"];

    [Theory]
    [MemberData(nameof(Entries))]
    public async Task Keep_the_same_entry_once(string entry)
    {
        await using var care = await Ready();
        var id = Guid.CreateVersion7(Now);

        var (first, again) = (await Send(care, entry, care.Patient, id, "one"), await Send(care, entry, care.Patient, id, "one"));

        Assert.Empty(first);
        Assert.Empty(again);
        Assert.Equal(1, await Count(care, entry, care.Patient));
    }

    [Theory]
    [MemberData(nameof(Entries))]
    public async Task Refuse_other_words_under_the_same_id_and_lose_nothing(string entry)
    {
        await using var care = await Ready();
        var id = Guid.CreateVersion7(Now);
        await Send(care, entry, care.Patient, id, "one");

        var refused = await Send(care, entry, care.Patient, id, "two");

        Assert.Equal(["STO401"], refused);
        Assert.Equal(1, await Count(care, entry, care.Patient));
    }

    [Theory]
    [InlineData("note")]
    [InlineData("psychotherapy")]
    [InlineData("measurement")]
    [InlineData("sheet")]
    public async Task Refuse_the_id_of_another_persons_entry(string entry)
    {
        await using var care = await Ready();
        var other = await care.TakeIn("Theo", "Fern");
        var id = Guid.CreateVersion7(Now);
        await Send(care, entry, other, id, "one");

        var refused = await Send(care, entry, care.Patient, id, "one");

        Assert.Equal(["STO401"], refused);
        Assert.Equal(0, await Count(care, entry, care.Patient));
        Assert.Empty(await Send(care, entry, care.Patient, Guid.CreateVersion7(Now.AddSeconds(1)), "one"));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Keep_one_of_two_that_are_sent_in_the_same_moment(Engine engine)
    {
        await using var care = await CareClinic.WithSomeoneTakenIn(engine);
        var id = Guid.CreateVersion7(Now);

        var all = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Send(care, "note", care.Patient, id, "one")));

        Assert.All(all, Assert.Empty);
        Assert.Equal(1, await Count(care, "note", care.Patient));
    }

    [Fact]
    public async Task Refuse_an_entry_of_another_session_and_one_with_other_words()
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);
        var (one, two) = (await clinic.Seat(), await clinic.Seat(2));
        var id = Guid.CreateVersion7(Now);
        Task<Outcome<Session>> Note(Seat seat, string text) => clinic.As(Role.Nurse, services =>
            services.GetRequiredService<ChartingDesk>().Note(seat.Session, new() { Text = text }, Stamp.Now(id), CancellationToken.None));

        var kept = await Note(one, "Feels warm.");
        var same = await Note(one, "Feels warm.");
        var other = await Note(one, "Feels cold.");
        var elsewhere = await Note(two, "Feels warm.");

        Assert.Empty(kept.Refusals);
        Assert.Empty(same.Refusals);
        Assert.Equal(["STO401"], other.Refusals.Select(refusal => refusal.Code));
        Assert.Equal(["STO401"], elsewhere.Refusals.Select(refusal => refusal.Code));
    }

    [Fact]
    public async Task Refuse_to_open_the_session_of_somebody_else()
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);
        var (one, two) = (await clinic.Seat(), await clinic.Seat(2));

        var opened = await clinic.As(Role.Nurse, async services =>
        {
            var desk = services.GetRequiredService<SessionDesk>();
            var plan = (await desk.Find(two.Session, CancellationToken.None))!.Plan;
            return await desk.OpenFor(one.Session, plan, Stamp.Now(), CancellationToken.None);
        });

        Assert.Equal(["STO401"], opened.Refusals.Select(refusal => refusal.Code));
    }

    private static async Task<CareClinic> Ready()
    {
        var care = await CareClinic.WithSomeoneKnown();
        Assert.Empty((await care.FindEligible()).Refusals);
        Assert.Empty((await care.Consent()).Refusals);
        Assert.Empty((await care.Sign(CareClinic.PlanForm("40"))).Refusals);
        return care;
    }

    private static async Task<IEnumerable<string>> Send(CareClinic care, string entry, Id<Patient> patient, Guid id, string word)
    {
        var refusals = entry switch
        {
            "note" => (await care.Ask(Role.Therapist, services => services.GetRequiredService<NoteDesk>().Begin(patient, new(id), word == "one" ? "integration" : "preparation", null, CancellationToken.None))).Refusals,
            "psychotherapy" => (await care.Ask(Role.Therapist, services => services.GetRequiredService<TherapyNoteDesk>().WritePsychotherapy(patient, new(id), word, CancellationToken.None))).Refusals,
            "measurement" => (await care.Ask(Role.Nurse, services => services.GetRequiredService<MeasurementDesk>()
                .Add(patient, new(id), "weight", word == "one" ? 70 : 80, Now, CancellationToken.None))).Refusals,
            "sheet" => (await care.Ask(Role.Nurse, services => services.GetRequiredService<QuestionnaireDesk>()
                .Enter(patient, new(id), "phq-9", [1, 1, 1, 1, 1, 1, 1, 1, 0, word == "one" ? 1 : 2], "referral", Now, isFromPaper: false, CancellationToken.None))).Refusals,
            "review" => (await care.Ask(Role.Prescriber, services => services.GetRequiredService<ReviewDesk>()
                .Decide(patient, new(id), ReviewChoice(), word, CancellationToken.None))).Refusals,
            "consent" => (await Consent(care, patient, id, word)).Refusals,
            "plan" => (await care.Ask(Role.Prescriber, services => services.GetRequiredService<PlanDesk>()
                .Sign(patient, new(id), CareClinic.PlanForm(word == "one" ? "40" : "45"), CancellationToken.None))).Refusals,
            _ => (await care.Ask(Role.Prescriber, services => services.GetRequiredService<ScreeningDesk>()
                .Decide(patient, new(id), CareClinic.Protocol, new() { Choice = Clinical.Screening.EligibilityChoice.NotEligible, Reason = word }, CancellationToken.None))).Refusals,
        };
        return refusals.Select(refusal => refusal.Code);
    }

    private static Clinical.Courses.ReviewChoice ReviewChoice() => Clinical.Courses.ReviewChoice.Continue;

    private static Task<Outcome<Clinical.Consent.SignedConsent>> Consent(CareClinic care, Id<Patient> patient, Guid id, string word) =>
        care.Ask(Role.Nurse, services => services.GetRequiredService<ConsentDesk>().Sign(patient, new(id), CareClinic.Protocol, CareClinic.Answers(services) with { Told = word }, CancellationToken.None));

    private static Task<int> Count(CareClinic care, string entry, Id<Patient> patient) => care.Ask(Role.Therapist, async services => entry switch
    {
        "note" => (await services.GetRequiredService<NoteDesk>().Of(patient, CancellationToken.None)).Count,
        "psychotherapy" => (await services.GetRequiredService<TherapyNoteDesk>().Psychotherapy(patient, CancellationToken.None)).Count,
        "measurement" => (await services.GetRequiredService<MeasurementDesk>().Of(patient, CancellationToken.None)).Count,
        "sheet" => (await services.GetRequiredService<QuestionnaireDesk>().Of(patient, CancellationToken.None)).Count,
        "review" => (await services.GetRequiredService<ReviewDesk>().Of(patient, CancellationToken.None)).Count,
        // One of each was needed before.
        "consent" => (await services.GetRequiredService<ConsentDesk>().Given(patient, CancellationToken.None)).Count - 1,
        "plan" => (await services.GetRequiredService<PlanDesk>().Plans(patient, CancellationToken.None)).Count - 1,
        _ => (await services.GetRequiredService<ScreeningDesk>().Decisions(patient, CancellationToken.None)).Count - 1,
    });
}
