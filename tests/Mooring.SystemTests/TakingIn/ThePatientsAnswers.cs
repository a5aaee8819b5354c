using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Practice.Access;
using Mooring.Practice.Histories;
using Mooring.Practice.Questionnaires;
using Mooring.Practice.Screening;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.TakingIn;

public class ThePatientsAnswers
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Are_kept_one_by_one_and_go_on_where_they_stopped(Engine engine)
    {
        await using var clinic = await TestClinic.Open(engine);
        var patient = await clinic.Refer();

        var begun = await clinic.AsPatient(patient, services => Desk(services).Start(patient, "gad-7", "intake", CancellationToken.None));
        await clinic.AsPatient(patient, services => Desk(services).Answer(patient, begun.Value!.Id, "1", 2, CancellationToken.None));
        var again = await clinic.AsPatient(patient, services => Desk(services).Start(patient, "gad-7", "intake", CancellationToken.None));

        Assert.Equal(begun.Value!.Id, again.Value!.Id);
        Assert.Equal(2, again.Value.Answers[0]);
    }

    [Fact]
    public async Task Belong_to_the_patient_alone()
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);
        var (own, another) = (await clinic.Refer(), await clinic.Refer("Theo"));
        var sheet = await clinic.AsPatient(own, services => Desk(services).Start(own, "phq-9", "intake", CancellationToken.None));

        var (found, answered) = await clinic.AsPatient(another, async services => (
            await Desk(services).Find(another, sheet.Value!.Id, CancellationToken.None),
            await Desk(services).Answer(another, sheet.Value!.Id, "1", 1, CancellationToken.None)));

        Assert.Null(found);
        Assert.Equal("STO143", Assert.Single(answered.Refusals).Code);
    }

    [Fact]
    public async Task Keep_the_version_and_hash_of_what_was_asked_and_change_no_more_once_finished()
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);
        var patient = await clinic.Refer();
        var sheet = (await clinic.Enter(patient, "phq-9", Intakes.Calm)).Value!;

        var late = await clinic.As(Role.Nurse, services => Desk(services).Answer(patient, sheet.Id, "1", 3, CancellationToken.None));

        Assert.Equal(64, sheet.Hash.Length);
        Assert.True(sheet.InstrumentVersion > 0);
        Assert.Equal("STO143", Assert.Single(late.Refusals).Code);
    }

    [Fact]
    public async Task Do_not_include_what_a_clinician_asks()
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);
        var patient = await clinic.Refer();

        var refused = await clinic.AsPatient(patient, services => Desk(services).Start(patient, "c-ssrs-screener", "intake", CancellationToken.None));

        Assert.Equal("STO155", Assert.Single(refused.Refusals).Code);
    }

    [Fact]
    public async Task Become_the_facts_that_screening_judges()
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);
        var patient = await clinic.Refer();
        await clinic.Enter(patient, "phq-9", Intakes.Calm);
        await clinic.AsPatient(patient, services => services.GetRequiredService<HistoryDesk>().Change(patient,
            [new MedicineReported(new("Lorazepam", null, IsTaken: true)), new QuestionAnswered("pregnant", false)], CancellationToken.None));
        await clinic.As(Role.Nurse, services => services.GetRequiredService<MeasurementDesk>().Add(
            patient, new(Guid.CreateVersion7(TimeProvider.System.GetUtcNow())), "weight", 71.4, TimeProvider.System.GetUtcNow(), CancellationToken.None));

        var facts = await clinic.As(Role.Nurse, services => services.GetRequiredService<FactsDesk>().Of(patient, CancellationToken.None));

        Assert.Equal("6470", Assert.Single(facts!.Medicines.Items).RxNorm);
        Assert.False(facts.Answers["pregnant"]);
        Assert.Equal(9 - 1, Assert.Single(facts.Scores).Total);
        Assert.Equal("71.4 kg", Assert.Single(facts.Observations).Value.ToString());
        Assert.Equal(new DateOnly(1984, 3, 9), facts.BornOn);
    }

    [Fact]
    public async Task Can_not_take_back_what_the_clinic_confirmed()
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);
        var patient = await clinic.Refer();
        await clinic.As(Role.Nurse, services => services.GetRequiredService<HistoryDesk>().Change(patient, new AllergyReported(new("ketamine", null)), CancellationToken.None));

        var refused = await clinic.AsPatient(patient, services => services.GetRequiredService<HistoryDesk>().Change(patient, new Removed(HistoryList.Allergies, "ketamine"), CancellationToken.None));

        Assert.Equal("STO123", Assert.Single(refused.Refusals).Code);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Are_shut_in_after_ten_wrong_birth_dates(Engine engine)
    {
        await using var clinic = await TestClinic.Open(engine);
        var token = await clinic.OwnLink(await clinic.Refer());

        for (var tried = 0; tried < 10; tried++)
            Assert.False((await Try(clinic, token, new(1990, 1, 1 + tried))).IsDone);

        Assert.False((await Try(clinic, token, new(1984, 3, 9))).IsDone);
    }

    private static Task<Outcome<OpenedLink>> Try(TestClinic clinic, string token, DateOnly born) =>
        clinic.As(Role.FrontDesk, services => services.GetRequiredService<PatientLinkDesk>().Open(token, born, null, null, CancellationToken.None));

    private static QuestionnaireDesk Desk(IServiceProvider services) => services.GetRequiredService<QuestionnaireDesk>();
}
