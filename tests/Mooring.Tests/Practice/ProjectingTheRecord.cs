using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Instruments;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Rescuing;
using Mooring.Practice.Bedside;
using Mooring.Practice.Questionnaires;
using Mooring.Practice.Sessions;
using Mooring.Storage;
using Mooring.Storage.Projections;

namespace Mooring.Tests.Practice;

/// <summary>Flat tables beside the journals: what they say, when they lag, and that they come out the same when made anew.</summary>
public class ProjectingTheRecord
{
    [Fact]
    public async Task Says_the_same_from_the_tables_as_from_the_journal()
    {
        await using var clinic = await ClinicInMemory.Open();
        var chair = await ChairInMemory.Arriving(clinic);
        await chair.Dosed();
        await Harmed(chair);

        var folded = await Facts(clinic, chair);
        var made = await CatchUp(clinic);
        var read = await Facts(clinic, chair);

        Assert.Equal(1, made);
        Assert.Equal(0, await CatchUp(clinic));
        Assert.Equal(JsonSerializer.Serialize(folded), JsonSerializer.Serialize(read));
        Assert.Equal((36.0, "nausea", 2), (read.Total.InMilligrams, Assert.Single(read.Adverse).What.Term, read.Adverse[0].What.Grade));
    }

    [Fact]
    public async Task Is_never_older_than_the_journal()
    {
        await using var clinic = await ClinicInMemory.Open();
        var chair = await ChairInMemory.Arriving(clinic);
        await chair.Dosed();
        await CatchUp(clinic);

        await Harmed(chair);
        var before = await Facts(clinic, chair);
        await CatchUp(clinic);
        var after = await Facts(clinic, chair);

        Assert.Single(before.Adverse);
        Assert.Single(after.Adverse);
    }

    [Fact]
    public async Task Counts_a_dose_that_runs_up_to_now()
    {
        await using var clinic = await ClinicInMemory.Open();
        var chair = await ChairInMemory.Arriving(clinic);
        await chair.Ready();
        await chair.Do(Role.Nurse, (DosingDesk desk) => desk.StartInfusion(chair.Session, new() { Milligrams = "36", Minutes = "40", Milliliters = "100", Rate = "150" }, chair.Stamp(), default));
        await CatchUp(clinic);

        clinic.Clock.Pass(10);
        var early = await Facts(clinic, chair);
        clinic.Clock.Pass(10);
        var late = await Facts(clinic, chair);

        Assert.Equal((9, 18), ((int)Math.Round(early.Total.InMilligrams), (int)Math.Round(late.Total.InMilligrams)));
    }

    // Two sheets of one moment, as from paper: which stands first is always the same.
    [Fact]
    public async Task Says_the_same_scores_from_the_table_as_from_the_sheets()
    {
        await using var clinic = await ClinicInMemory.Open();
        var patient = await ChairInMemory.TakenIn(clinic);
        foreach (var (instrument, items) in new[] { ("phq-9", 9), ("gad-7", 7) })
        {
            var entered = await clinic.As(Role.Nurse, (QuestionnaireDesk desk) => desk.Enter(
                patient, Id<AnswerSheet>.New(clinic.Clock.GetUtcNow()), instrument, [.. Enumerable.Repeat<int?>(1, items)], "referral", clinic.Clock.GetUtcNow(), isFromPaper: true, default));
            Assert.Empty(entered.Refusals);
        }

        var asked = await Scores(clinic, patient);
        var made = await clinic.As(Role.Manager, async (IEnumerable<Projection> all) => await all.Single(one => one.Name == "scores").CatchUp(default));
        var read = await Scores(clinic, patient);

        Assert.Equal(2, made);
        Assert.Equal(asked, read);
        Assert.Equal([("gad-7", 7.0), ("phq-9", 9.0)], read.Where(score => score.Part.Length == 0).Select(score => (score.Instrument, score.Value!.Value)).Order());
    }

    // Brought up after each act, and made anew from the journals alone.
    [Fact]
    public async Task Comes_out_the_same_step_by_step_and_all_at_once()
    {
        await using var clinic = await ClinicInMemory.Open();
        var chair = await ChairInMemory.Arriving(clinic);
        await CatchUp(clinic);
        await chair.Dosed();
        await CatchUp(clinic);
        await Harmed(chair);
        await CatchUp(clinic);

        var rebuilt = await clinic.As(Role.Manager, (ProjectionRebuild rebuild) => rebuild.Run(keep: true, default));

        var sessions = rebuilt.Single(table => table.Name == "sessions");
        Assert.Equal((2, 0), (sessions.Rows, sessions.Different));
    }

    [Fact]
    public async Task Shows_a_table_that_somebody_changed_and_mends_it_when_asked()
    {
        await using var clinic = await ClinicInMemory.Open();
        var chair = await ChairInMemory.Arriving(clinic);
        await chair.Dosed();
        await CatchUp(clinic);
        await clinic.As(Role.Manager, (MooringDb db) => db.Database.ExecuteSqlAsync($"""UPDATE session_facts SET "Milligrams" = 3.6"""));

        var compared = await clinic.As(Role.Manager, (ProjectionRebuild rebuild) => rebuild.Run(keep: false, default));
        var wrong = await Facts(clinic, chair);
        await clinic.As(Role.Manager, (ProjectionRebuild rebuild) => rebuild.Run(keep: true, default));
        var right = await Facts(clinic, chair);

        Assert.Equal(2, compared.Single(table => table.Name == "sessions").Different);
        Assert.Equal((3.6, 36.0), (wrong.Total.InMilligrams, right.Total.InMilligrams));
    }

    private static Task<Session> Harmed(ChairInMemory chair) => chair.Do(Role.Nurse, (AdverseEventDesk desk) => desk.RecordAdverseEvent(
        chair.Session, new() { Term = "nausea", Grade = 2, Action = "Ondansetron 4 mg", Outcome = AdverseOutcome.Ongoing }, chair.Stamp(), default));

    private static Task<IReadOnlyList<KeptScore>> Scores(ClinicInMemory clinic, Id<Patient> patient) =>
        clinic.As(Role.Prescriber, (Scores scores) => scores.Of(patient, default));

    private static async Task<SessionFact> Facts(ClinicInMemory clinic, ChairInMemory chair) =>
        (await clinic.As(Role.Prescriber, (SessionFacts facts) => facts.Of(chair.Patient, default))).Single();

    private static Task<int> CatchUp(ClinicInMemory clinic) => clinic.As(Role.Manager, async (IEnumerable<Projection> all) => await all.First().CatchUp(default));
}
