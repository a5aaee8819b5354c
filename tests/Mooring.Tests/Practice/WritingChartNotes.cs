using Mooring.Clinical;
using Mooring.Clinical.Notes;
using Mooring.Clinical.Patients;
using Mooring.Practice.Goals;
using Mooring.Practice.Histories;
using Mooring.Practice.Notes;
using Mooring.Practice.Tasks;

namespace Mooring.Tests.Practice;

/// <summary>Notes of the chart: typed, kept, signed, amended, co-signed. Nothing signed is overwritten, nothing typed is lost.</summary>
public class WritingChartNotes
{
    [Fact]
    public async Task Keeps_what_is_typed_and_signs_it_as_the_first_version()
    {
        await using var clinic = await ClinicInMemory.Open();
        var note = await Begun(clinic);
        await Save(clinic, note, Phone("Asked for a new day."));

        var signed = await Sign(clinic, note);

        var version = Assert.Single(signed.Value!.Versions);
        Assert.Equal(("Asked for a new day.", "Nurse Rowan", null), (version.Text.Of("said"), version.By.Name, version.Reason));
        Assert.Null(await clinic.As(Role.Nurse, (NoteDraftDesk desk) => desk.Mine(note.Id, default)));
    }

    [Fact]
    public async Task Signs_nothing_without_what_is_owed()
    {
        await using var clinic = await ClinicInMemory.Open();
        var note = await Begun(clinic);

        Assert.Equal(["NOT205"], Codes(await Sign(clinic, note)));
        await Save(clinic, note, new() { Parts = Words(("said", "Asked for a new day.")) });

        Assert.Equal(["part-who", "part-done"], (await Sign(clinic, note)).Refusals.Select(refusal => refusal.At));
    }

    [Fact]
    public async Task Amends_with_a_reason_and_leaves_the_version_of_before()
    {
        await using var clinic = await ClinicInMemory.Open();
        var note = await Signed(clinic);
        var text = note.Signed!.Text;

        Assert.Equal(["NOT208", "NOT209"], Codes(await SignAs(clinic, Role.Nurse, note, new(text, 1, " "))));
        var amended = await SignAs(clinic, Role.Nurse, note, new(Changed(text, "said", "Asked for Thursday."), 1, "The day was wrong."));

        Assert.Equal(["Asked for a new day.", "Asked for Thursday."], amended.Value!.Versions.Select(version => version.Text.Of("said")));
        Assert.Equal("The day was wrong.", amended.Value.Signed!.Reason);
    }

    [Fact]
    public async Task Keeps_the_work_of_two_at_one_note()
    {
        await using var clinic = await ClinicInMemory.Open();
        var note = await Begun(clinic);
        await Save(clinic, note, Phone("The nurse heard this."));
        await clinic.As(Role.Therapist, (NoteDraftDesk desk) => desk.Save(note.Patient, note.Id, Phone("The therapist heard that."), default));
        await Sign(clinic, note);

        var overtaken = await SignAs(clinic, Role.Therapist, note, new(Text(Phone("The therapist heard that.")), 0, null));
        var taken = await clinic.As(Role.Therapist, (NoteDraftDesk desk) => desk.TakeIn(note.Patient, note.Id, Phone("The therapist heard that."), default));
        var both = await SignAs(clinic, Role.Therapist, note, new(taken.Value!.Text, taken.Value.BasedOn, "Heard it too."));

        Assert.Equal(["NOT207"], Codes(overtaken).Take(1));
        Assert.Equal("The nurse heard this.\n\nThe therapist heard that.", both.Value!.Signed!.Text.Of("said"));
    }

    [Fact]
    public async Task Asks_when_the_same_writer_has_it_open_in_two_windows()
    {
        await using var clinic = await ClinicInMemory.Open();
        var note = await Begun(clinic);
        var (one, two) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await Save(clinic, note, Phone("In the first.") with { Page = one });

        var refused = await Save(clinic, note, Phone("In the second.") with { Page = two });
        var again = await Save(clinic, note, Phone("In the first, more.") with { Page = one });
        var known = await Save(clinic, note, Phone("In the second, knowing.") with { Page = two, Shown = one });

        Assert.Equal(["NOT212"], refused.Refusals.Select(refusal => refusal.Code));
        Assert.Equal(("In the first, more.", "In the second, knowing."), (again.Value!.Text.Of("said"), known.Value!.Text.Of("said")));
    }

    [Fact]
    public async Task Takes_what_a_page_still_sends_after_signing_for_nothing_new()
    {
        await using var clinic = await ClinicInMemory.Open();
        var note = await Begun(clinic);
        var page = Guid.CreateVersion7();
        await Save(clinic, note, Phone("Asked for a new day.") with { Page = page });
        await Sign(clinic, note);

        Assert.Empty((await Save(clinic, note, Phone("Asked for a ne") with { Page = page })).Refusals);
        Assert.Null(await clinic.As(Role.Nurse, (NoteDraftDesk desk) => desk.Mine(note.Id, default)));
    }

    [Fact]
    public async Task Takes_facts_of_the_chart_in_with_their_source_and_says_unknown_where_nobody_asked()
    {
        await using var clinic = await ClinicInMemory.Open();
        var note = await Begun(clinic);

        var before = await Pull(clinic, note);
        await clinic.As(Role.Nurse, (HistoryDesk desk) => desk.Change(note.Patient, [new MedicineReported(new("sertraline", null, true)), new ListReviewed(HistoryList.Medicines)], default));
        var after = await Pull(clinic, note);

        Assert.Equal(["Nobody went through the list yet."], before.Lines);
        Assert.Null(before.AsOf);
        Assert.Equal(["sertraline"], after.Lines);
        Assert.Equal(("history", clinic.Clock.GetUtcNow()), (after.Source, after.AsOf));
    }

    [Fact]
    public async Task Waits_for_the_colleague_who_was_asked_until_they_co_sign_what_stands()
    {
        await using var clinic = await ClinicInMemory.Open();
        var note = await Signed(clinic);

        Assert.Equal(["NOT214"], Codes(await Ask(clinic, note, Role.Nurse)));
        await Ask(clinic, note, Role.Prescriber);
        var waits = await Tasks(clinic, Role.Prescriber);
        var amended = await SignAs(clinic, Role.Nurse, note, new(Changed(note.Signed!.Text, "said", "Asked for Thursday."), 1, "The day was wrong."));
        Assert.Equal(["NOT216"], Codes(await clinic.As(Role.Prescriber, (CoSignDesk desk) => desk.CoSign(note.Patient, note.Id, 1, default))));
        var co = await clinic.As(Role.Prescriber, (CoSignDesk desk) => desk.CoSign(note.Patient, note.Id, amended.Value!.Number, default));

        Assert.Contains(waits, task => task.Kind == TaskKind.CoSignNote && task.Subject == note.Id.Value);
        Assert.Null(co.Value!.AwaitsCoSignature);
        Assert.DoesNotContain(await Tasks(clinic, Role.Prescriber), task => task.Kind == TaskKind.CoSignNote);
    }

    [Fact]
    public async Task Names_a_draft_as_work_of_its_writer_until_it_is_signed_or_discarded()
    {
        await using var clinic = await ClinicInMemory.Open();
        var note = await Begun(clinic);

        Assert.Contains(await Tasks(clinic, Role.Nurse), task => task.Kind == TaskKind.UnsignedNote);
        Assert.Equal(["NOT217"], Codes(await clinic.As(Role.Nurse, (NoteDesk desk) => desk.Discard(note.Patient, note.Id, "", default))));
        await clinic.As(Role.Nurse, (NoteDesk desk) => desk.Discard(note.Patient, note.Id, "Wrong person.", default));

        Assert.DoesNotContain(await Tasks(clinic, Role.Nurse), task => task.Kind == TaskKind.UnsignedNote);
        Assert.Equal(["NOT211"], Codes(await Sign(clinic, note)));
    }

    [Theory]
    [InlineData(Role.Nurse, "evaluation", null, "NOT203")]
    [InlineData(Role.Nurse, "nothing", null, "NOT201")]
    [InlineData(Role.Therapist, "integration", "77", "NOT204")]
    [InlineData(Role.FrontDesk, "phone", null, "WEB150")]
    public async Task Begins_only_what_is_theirs_and_about_a_session_that_there_is(Role role, string template, string? session, string code)
    {
        await using var clinic = await ClinicInMemory.Open();
        var patient = await ChairInMemory.TakenIn(clinic);

        Assert.Equal([code], Codes(await clinic.As(role, (NoteDesk desk) => desk.Begin(patient, Id<Note>.New(clinic.Clock.GetUtcNow()), template, session, default))));
    }

    [Fact]
    public async Task Keeps_no_section_that_is_too_long_or_unknown()
    {
        await using var clinic = await ClinicInMemory.Open();
        var note = await Begun(clinic);

        Assert.Equal(["NOT210"], (await Save(clinic, note, Phone(new('x', NoteDecisions.LongestSection + 1)))).Refusals.Select(refusal => refusal.Code));
        Assert.Equal(["NOT219"], (await Save(clinic, note, new() { Parts = Words(("elsewhere", "x")) })).Refusals.Select(refusal => refusal.Code));
    }

    [Fact]
    public async Task Rates_a_goal_on_its_scale_and_keeps_each_rating()
    {
        await using var clinic = await ClinicInMemory.Open();
        var patient = await ChairInMemory.TakenIn(clinic);
        await clinic.As(Role.Nurse, (HistoryDesk desk) => desk.Change(patient, new GoalReported("Walk each morning"), default));

        Assert.Equal(["GOL102"], Codes(await Rate(clinic, patient, "Walk each morning", 11)));
        Assert.Equal(["GOL101"], Codes(await Rate(clinic, patient, "Something else", 3)));
        await Rate(clinic, patient, "Walk each morning", 2);
        await Rate(clinic, patient, "Walk each morning", 6);

        Assert.Equal([2, 6], Assert.Single(await clinic.As(Role.Nurse, (GoalDesk desk) => desk.Of(patient, default))).Ratings.Select(rating => rating.Value));
    }

    private static async Task<Note> Begun(ClinicInMemory clinic)
    {
        var patient = await ChairInMemory.TakenIn(clinic);
        return (await clinic.As(Role.Nurse, (NoteDesk desk) => desk.Begin(patient, Id<Note>.New(clinic.Clock.GetUtcNow()), "phone", null, default))).Value!;
    }

    private static async Task<Note> Signed(ClinicInMemory clinic)
    {
        var note = await Begun(clinic);
        await Save(clinic, note, Phone("Asked for a new day."));
        return (await Sign(clinic, note)).Value!;
    }

    private static Task<Outcome<NoteDraft>> Save(ClinicInMemory clinic, Note note, NoteDraftForm form) =>
        clinic.As(Role.Nurse, (NoteDraftDesk desk) => desk.Save(note.Patient, note.Id, form, default));

    private static async Task<Outcome<Note>> Sign(ClinicInMemory clinic, Note note)
    {
        var draft = await clinic.As(Role.Nurse, (NoteDraftDesk desk) => desk.Mine(note.Id, default));
        return await SignAs(clinic, Role.Nurse, note, new(draft?.Text ?? NoteText.Empty, draft?.BasedOn ?? 0, null));
    }

    private static Task<Outcome<Note>> SignAs(ClinicInMemory clinic, Role role, Note note, NoteSigning signing) =>
        clinic.As(role, (NoteDesk desk) => desk.Sign(note.Patient, note.Id, signing, default));

    private static Task<Outcome<Note>> Ask(ClinicInMemory clinic, Note note, Role whom) =>
        clinic.As(Role.Nurse, (CoSignDesk desk) => desk.Ask(note.Patient, note.Id, ClinicInMemory.Person(whom).Id, default));

    private static async Task<PulledFact> Pull(ClinicInMemory clinic, Note note)
    {
        var pulled = await clinic.As(Role.Nurse, (NoteDraftDesk desk) => desk.Pull(note.Patient, note.Id, new(), "said", NoteFact.Medicines, default));
        return Assert.Single(pulled.Value!.Text.Pulled);
    }

    private static Task<Outcome<GoalRating>> Rate(ClinicInMemory clinic, Id<Patient> patient, string goal, int value) =>
        clinic.As(Role.Therapist, (GoalDesk desk) => desk.Rate(patient, new(Guid.CreateVersion7()), goal, value, null, default));

    private static Task<IReadOnlyList<WaitingTask>> Tasks(ClinicInMemory clinic, Role role) =>
        clinic.As(role, (WaitingDesk desk) => desk.All(ClinicInMemory.Person(role), default));

    private static NoteDraftForm Phone(string said) => new() { Parts = Words(("who", "The patient called; known by birth date."), ("said", said), ("done", "Booked.")) };

    private static Dictionary<string, string> Words(params IReadOnlyList<(string Section, string Says)> parts) => parts.ToDictionary(part => part.Section, part => part.Says, StringComparer.Ordinal);

    private static NoteText Text(NoteDraftForm form) => new([.. form.Parts.Select(part => new NotePart(part.Key, part.Key, part.Value))]);

    private static NoteText Changed(NoteText text, string section, string says) => text with { Parts = [.. text.Parts.Select(part => part.Section == section ? part with { Text = says } : part)] };

    private static IEnumerable<string> Codes<T>(Outcome<T> outcome) => outcome.Refusals.Select(refusal => refusal.Code);
}
