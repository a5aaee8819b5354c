using Mooring.Clinical;
using Mooring.Clinical.Coverage;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Patients;
using Mooring.Clinical.SafetyPlans;
using Mooring.Practice.Coverage;
using Mooring.Practice.Histories;
using Mooring.Practice.Patients;
using Mooring.Practice.SafetyPlans;

namespace Mooring.Tests.Practice;

public class WhatAChartTells
{
    private static readonly Id<SafetyPlan> First = new(Guid.Parse("00000000-0000-0000-0000-0000000000a1"));

    [Fact]
    public async Task Keeps_a_safety_plan_and_the_one_before_it()
    {
        await using var clinic = await ClinicInMemory.Open();
        var patient = await clinic.Seats.TakeIn("Marta", "Rowan", new(1984, 5, 12));

        var first = await clinic.As<SafetyPlanDesk, Outcome<SafetyPlan>>(Role.Therapist, desk => desk.Agree(patient.Id, First, Draft("Cannot sleep"), null, default));
        var second = await clinic.As<SafetyPlanDesk, Outcome<SafetyPlan>>(Role.Nurse, desk => desk.Agree(patient.Id, Id<SafetyPlan>.New(clinic.Clock.GetUtcNow()), Draft("Stops answering calls"), First, default));

        Assert.True(first.IsDone && second.IsDone);
        var all = await clinic.As<SafetyPlanDesk, IReadOnlyList<SafetyPlan>>(Role.Nurse, desk => desk.Of(patient.Id, default));
        Assert.Equal(2, all.Count);
        Assert.Equal("Stops answering calls", (await clinic.As<SafetyPlanDesk, SafetyPlan?>(Role.Nurse, desk => desk.Current(patient.Id, default)))!.Steps[SafetyStep.WarningSigns].Single());
    }

    [Fact]
    public async Task Tells_who_kept_another_safety_plan_meanwhile()
    {
        await using var clinic = await ClinicInMemory.Open();
        var patient = await clinic.Seats.TakeIn("Marta", "Rowan", new(1984, 5, 12));
        await clinic.As<SafetyPlanDesk, Outcome<SafetyPlan>>(Role.Therapist, desk => desk.Agree(patient.Id, First, Draft("Cannot sleep"), null, default));

        var late = await clinic.As<SafetyPlanDesk, Outcome<SafetyPlan>>(Role.Nurse, desk => desk.Agree(patient.Id, Id<SafetyPlan>.New(clinic.Clock.GetUtcNow()), Draft("Drinks"), null, default));

        Assert.Equal("SFP105", Assert.Single(late.Refusals).Code);
    }

    [Fact]
    public async Task Refuses_a_safety_plan_that_would_not_help_at_each_empty_step()
    {
        await using var clinic = await ClinicInMemory.Open();
        var patient = await clinic.Seats.TakeIn("Marta", "Rowan", new(1984, 5, 12));

        var refused = await clinic.As<SafetyPlanDesk, Outcome<SafetyPlan>>(Role.Nurse, desk => desk.Agree(patient.Id, First, new(new Dictionary<SafetyStep, string?> { [SafetyStep.Coping] = new('x', 201) }, default), null, default));

        Assert.Equal(["coping", "professionals", "saferSurroundings", "warningSigns"], refused.Refusals.Select(refusal => refusal.At).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Counts_a_look_into_the_monitoring_program_as_one_and_none_where_it_gave_no_answer()
    {
        await using var clinic = await ClinicInMemory.Open();
        var patient = await clinic.Seats.TakeIn("Marta", "Rowan", new(1984, 5, 12));

        var silent = await Look(PdmpOutcome.NoAnswer, "The site was down.");
        var before = await Measured();
        var found = await Look(PdmpOutcome.NotAsTold, "Oxycodone in May, by another prescriber.");

        Assert.True(silent.IsDone && found.IsDone);
        Assert.Equal((0, 1), (before, await Measured()));
        Assert.Equal("PDM102", Assert.Single((await Look(PdmpOutcome.NotAsTold, " ")).Refusals).Code);

        Task<Outcome<PdmpCheck>> Look(PdmpOutcome outcome, string says) => clinic.As<PdmpDesk, Outcome<PdmpCheck>>(Role.Prescriber, desk => desk.Add(patient.Id, Id<PdmpCheck>.New(clinic.Clock.GetUtcNow()), "il", outcome, says, null, default));

        async Task<int> Measured() => (await clinic.As<MeasurementDesk, IReadOnlyList<Measurement>>(Role.Prescriber, desk => desk.Of(patient.Id, default))).Count(each => each.Observation.Code == "pdmp-looked-into");
    }

    [Fact]
    public async Task Moves_the_other_insurance_up_when_the_first_ends()
    {
        await using var clinic = await ClinicInMemory.Open();
        var patient = await clinic.Seats.TakeIn("Marta", "Rowan", new(1984, 5, 12));
        var first = await Card("Harbor Mutual");
        var second = await Card("Lakeside Health");

        await clinic.As<InsuranceDesk, Outcome<InsuranceCard>>(Role.FrontDesk, desk => desk.End(patient.Id, first.Value!.Id, default));

        Assert.Equal((1, 2), (first.Value!.Rank, second.Value!.Rank));
        var cards = await clinic.As<InsuranceDesk, IReadOnlyList<KeptCard>>(Role.FrontDesk, desk => desk.Of(patient.Id, default));
        Assert.Equal(["Lakeside Health", "Harbor Mutual"], cards.Select(kept => kept.Card.Payer));
        Assert.Equal(1, cards[0].Card.Rank);
        Assert.NotNull(cards[1].EndedAt);

        Task<Outcome<InsuranceCard>> Card(string payer) => clinic.As<InsuranceDesk, Outcome<InsuranceCard>>(Role.FrontDesk, desk => desk.Add(patient.Id, new() { Id = Id<InsuranceCard>.New(clinic.Clock.GetUtcNow()), Rank = 1, Payer = payer, MemberId = "H-1" }, default));
    }

    [Fact]
    public async Task Keeps_how_a_medicine_is_used_how_an_allergy_showed_and_the_background()
    {
        await using var clinic = await ClinicInMemory.Open();
        var patient = await clinic.Seats.TakeIn("Marta", "Rowan", new(1984, 5, 12));

        await Change(new MedicineReported(new("sertraline", null, IsTaken: true) { Use = new() { Dose = "100 mg", Frequency = "each morning", Adherence = Adherence.MissesSome } }));
        await Change(new AllergyReported(new("penicillin", null) { Reaction = "rash", Severity = AllergySeverity.Moderate }));
        var told = await Change(new BackgroundReported(BackgroundPart.AsaClass, " II "));
        var tooLong = await Change(new BackgroundReported(BackgroundPart.Airway, new('x', BackgroundReported.Longest + 1)));

        Assert.Equal(("100 mg", Adherence.MissesSome), (told.Value!.Medicines.Single().Use!.Dose, told.Value.Medicines.Single().Use!.Adherence));
        Assert.Equal(("rash", AllergySeverity.Moderate), (told.Value.Allergies.Single().Reaction, told.Value.Allergies.Single().Severity));
        Assert.Equal("II", told.Value.Background[BackgroundPart.AsaClass]);
        Assert.Equal(("STO158", "airway"), (tooLong.Refusals.Single().Code, tooLong.Refusals.Single().At));

        Task<Outcome<History>> Change(HistoryChange change) => clinic.As<HistoryDesk, Outcome<History>>(Role.Nurse, desk => desk.Change(patient.Id, change, default));
    }

    [Fact]
    public async Task Asks_for_a_phone_of_whoever_is_called_in_an_emergency()
    {
        await using var clinic = await ClinicInMemory.Open();
        var patient = await clinic.Seats.TakeIn("Marta", "Rowan", new(1984, 5, 12));

        var refused = await Change(patient with { EmergencyContact = new("Noor", "") });
        var kept = await Change(patient with { EmergencyContact = new("Noor", "312 555 0110", "sister"), Address = new("12 Pier Road", "Chicago", "IL", "60601") });

        Assert.Equal(("STO118", "emergencyPhone"), (refused.Refusals.Single().Code, refused.Refusals.Single().At));
        Assert.Equal("12 Pier Road, Chicago, IL 60601", kept.Value!.Address!.ToString());

        Task<Outcome<Patient>> Change(Patient changed) => clinic.As<PatientDesk, Outcome<Patient>>(Role.FrontDesk, desk => desk.Change(changed, default));
    }

    private static SafetyPlanDraft Draft(string sign) => new(
        new Dictionary<SafetyStep, string?>
        {
            [SafetyStep.WarningSigns] = sign,
            [SafetyStep.Coping] = "Walk to the lake\nMusic",
            [SafetyStep.Professionals] = "The clinic, 312 555 0100",
            [SafetyStep.SaferSurroundings] = "The sister keeps the medicines",
        },
        SafetyPlanGiven.OnPaper);
}
