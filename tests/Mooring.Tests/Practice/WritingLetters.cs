using Mooring.Clinical;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Notes;
using Mooring.Clinical.Patients;
using Mooring.Practice.Histories;
using Mooring.Practice.Letters;
using Mooring.Practice.Notes;
using Mooring.Practice.Tasks;

namespace Mooring.Tests.Practice;

/// <summary>Letters with the chart's facts, signed and sent; a referral that is closed when the referrer knows.</summary>
public class WritingLetters
{
    [Fact]
    public async Task Begins_with_the_facts_of_the_chart_and_is_edited_before_it_is_signed()
    {
        await using var clinic = await ClinicInMemory.Open();
        var letter = await Begun(clinic, "practitioner", "en");

        var draft = (await clinic.As(Role.Prescriber, (NoteDraftDesk desk) => desk.Mine(letter.Id, default)))!;

        Assert.Contains("Noor", draft.Text.Of("greeting"), StringComparison.Ordinal);
        Assert.Contains(draft.Text.Pulled, fact => fact is { Fact: NoteFact.Medicines, Lines: ["Nobody went through the list yet."] });
        Assert.True(letter.IsDraft);
    }

    [Fact]
    public async Task Tells_the_dose_of_a_medicine_and_what_an_allergy_did()
    {
        await using var clinic = await ClinicInMemory.Open();
        var patient = await ChairInMemory.TakenIn(clinic);
        await Told(new MedicineReported(new("sertraline", null, IsTaken: true) { Use = new() { Dose = "100 mg", Frequency = "each morning" } }));
        await Told(new MedicineReported(new("bupropion", null, IsTaken: true)));
        await Told(new AllergyReported(new("penicillin", null) { Reaction = "rash", Severity = AllergySeverity.Moderate }));
        await Told(new AllergyReported(new("latex", null)));

        Assert.Equal(["sertraline, 100 mg, each morning", "bupropion"], await Lines(NoteFact.Medicines, "en"));
        Assert.Equal(["penicillin: rash, moderada", "latex"], await Lines(NoteFact.Allergies, "es"));

        Task Told(HistoryChange change) => clinic.As(Role.Nurse, (HistoryDesk desk) => desk.Change(patient, change, default));

        async Task<IReadOnlyList<string>> Lines(NoteFact fact, string language) =>
            (await clinic.As(Role.Nurse, (ChartFacts facts) => facts.Of(patient, "part", fact, language, default))).Lines;
    }

    [Fact]
    public async Task Is_written_in_the_language_of_its_reader()
    {
        await using var clinic = await ClinicInMemory.Open();
        var letter = await Begun(clinic, "practitioner", "es");

        var draft = (await clinic.As(Role.Prescriber, (NoteDraftDesk desk) => desk.Mine(letter.Id, default)))!;

        Assert.Equal("es", letter.Head.Letter!.Language);
        Assert.Contains(draft.Text.Pulled, fact => fact is { Title: "Alergias", Lines: ["Nadie ha revisado la lista todavía."] });
    }

    [Fact]
    public async Task Tells_an_employer_of_attendance_alone_and_only_when_the_patient_agreed()
    {
        await using var clinic = await ClinicInMemory.Open();
        var letter = await Begun(clinic, "employer", "en");
        var draft = (await clinic.As(Role.Prescriber, (NoteDraftDesk desk) => desk.Mine(letter.Id, default)))!;

        var pulled = await clinic.As(Role.Prescriber, (NoteDraftDesk desk) => desk.Pull(letter.Patient, letter.Id, new(), "attended", NoteFact.Diagnoses, default));
        var refused = await Sign(clinic, letter, draft.Text, agreed: false);
        var signed = await Sign(clinic, letter, draft.Text, agreed: true);

        Assert.Equal([NoteFact.Attendance], draft.Text.Pulled.Select(fact => fact.Fact));
        Assert.Equal(["NOT220"], Codes(pulled));
        Assert.Equal(["LTR104"], Codes(refused));
        Assert.NotNull(signed.Value!.Signed);
    }

    [Fact]
    public async Task Closes_the_step_of_the_referral_that_it_answers_once_it_is_sent()
    {
        await using var clinic = await ClinicInMemory.Open();
        var letter = await Begun(clinic, "decision", "en");
        var today = clinic.Clinic.DayOf(clinic.Clock.GetUtcNow());

        Assert.Equal(["LTR105"], Codes(await Sent(clinic, letter, today, "fax")));
        await Sign(clinic, letter, (await clinic.As(Role.Prescriber, (NoteDraftDesk desk) => desk.Mine(letter.Id, default)))!.Text, agreed: false);
        Assert.Equal(["LTR106", "LTR107"], Codes(await Sent(clinic, letter, today.AddDays(1), " ")));
        var sent = await Sent(clinic, letter, today, "fax");

        var state = (await clinic.As(Role.Prescriber, (ReferralLoopDesk desk) => desk.Of(letter.Patient, default)))!.States.Single(one => one.Step == ReferralStep.Decision);
        Assert.Equal((today, "fax"), (sent.Value!.Sent!.On, sent.Value.Sent.Says));
        Assert.Equal((letter.Id.Value, today), (state.Done!.Letter, state.Done.On));
    }

    [Fact]
    public async Task Waits_for_the_front_desk_which_marks_it_as_sent_and_writes_none()
    {
        await using var clinic = await ClinicInMemory.Open();
        var letter = await Begun(clinic, "decision", "en");
        Assert.Empty(await Waiting(Role.FrontDesk));
        await Sign(clinic, letter, (await clinic.As(Role.Prescriber, (NoteDraftDesk desk) => desk.Mine(letter.Id, default)))!.Text, agreed: false);

        var waits = Assert.Single(await Waiting(Role.FrontDesk));
        var sent = await clinic.As(Role.FrontDesk, (LetterDesk desk) => desk.Sent(letter.Patient, letter.Id, clinic.Clinic.DayOf(clinic.Clock.GetUtcNow()), "mail", default));
        var written = await clinic.As(Role.FrontDesk, (LetterDesk desk) => desk.Begin(letter.Patient, new(Guid.CreateVersion7()), "decision", "en", "Dr. Fern", default));

        Assert.Equal((letter.Id, "Dr. Fern\n12 Harbor Street"), (waits.Id, waits.To));
        Assert.Equal("mail", sent.Value!.Sent!.Says);
        Assert.Equal(["WEB150"], Codes(written));
        Assert.Empty(await Waiting(Role.FrontDesk));
        Assert.Empty(await Waiting(Role.Biller));

        Task<IReadOnlyList<OutgoingLetter>> Waiting(Role role) => clinic.As(role, (OutgoingDesk desk) => desk.Waiting(default));
    }

    [Fact]
    public async Task Says_by_hand_that_a_step_was_done_and_only_once()
    {
        await using var clinic = await ClinicInMemory.Open();
        var patient = await ChairInMemory.TakenIn(clinic);
        var today = clinic.Clinic.DayOf(clinic.Clock.GetUtcNow());

        Assert.Equal(["LTR108"], Codes(await Say(clinic, patient, ReferralStep.Seen, today.AddDays(-1))));
        Assert.Empty(Codes(await Say(clinic, patient, ReferralStep.Seen, today)));
        Assert.Equal(["LTR111"], Codes(await Say(clinic, patient, ReferralStep.Seen, today)));
        Assert.DoesNotContain(await clinic.As(Role.Prescriber, (WaitingDesk desk) => desk.All(ClinicInMemory.Person(Role.Prescriber), default)), task => task.Kind == TaskKind.AnswerReferrer);
    }

    [Fact]
    public async Task Asks_which_letter_it_is_and_to_whom_it_goes()
    {
        await using var clinic = await ClinicInMemory.Open();
        var patient = await ChairInMemory.TakenIn(clinic);

        Assert.Equal(["LTR101", "LTR102"], Codes(await clinic.As(Role.Prescriber, (LetterDesk desk) => desk.Begin(patient, new(Guid.CreateVersion7()), "none", "en", " ", default))));
    }

    private static async Task<Note> Begun(ClinicInMemory clinic, string letter, string language)
    {
        var patient = await ChairInMemory.TakenIn(clinic);
        return (await clinic.As(Role.Prescriber, (LetterDesk desk) => desk.Begin(patient, Id<Note>.New(clinic.Clock.GetUtcNow()), letter, language, "Dr. Fern\n12 Harbor Street", default))).Value!;
    }

    private static Task<Outcome<Note>> Sign(ClinicInMemory clinic, Note letter, NoteText text, bool agreed) =>
        clinic.As(Role.Prescriber, (NoteDesk desk) => desk.Sign(letter.Patient, letter.Id, new(text, 0, null) { PatientAgreed = agreed }, default));

    private static Task<Outcome<Note>> Sent(ClinicInMemory clinic, Note letter, DateOnly on, string how) =>
        clinic.As(Role.Prescriber, (LetterDesk desk) => desk.Sent(letter.Patient, letter.Id, on, how, default));

    private static Task<Outcome<AnsweredReferral>> Say(ClinicInMemory clinic, Id<Patient> patient, ReferralStep step, DateOnly on) =>
        clinic.As(Role.Prescriber, (ReferralLoopDesk desk) => desk.Say(patient, step, on, null, default));

    private static IEnumerable<string> Codes<T>(Outcome<T> outcome) => outcome.Refusals.Select(refusal => refusal.Code);
}
