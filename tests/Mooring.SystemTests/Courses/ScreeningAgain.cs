using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Protocols;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Clearance;
using Mooring.Practice.Bedside;
using Mooring.Practice.Chairs;
using Mooring.Practice.Plans;
using Mooring.Practice.Screening;
using Mooring.Storage.Journals;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Sessions;

namespace Mooring.SystemTests.Courses;

/// <summary>The rules run again when a fact changes, wherever it was entered.</summary>
public class ScreeningAgain
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Finds_a_medicine_that_was_started_since()
    {
        await using var care = await CareClinic.WithSomeoneKnown();
        await care.FindEligible();

        await care.Tell(new MedicineReported(new("Theophylline", null, true)));

        Assert.Contains((await care.Standing())!.NoLonger, why => why.Contains("is met now", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(124, 78, true)]
    [InlineData(192, 114, false)]
    public async Task Looks_at_the_pressure_charted_at_the_chair_before_anything_is_given(double systolic, double diastolic, bool holds)
    {
        await using var care = await CareClinic.WithSomeoneKnown();
        await care.FindEligible();
        await care.Consent();
        Assert.Empty((await care.Sign(CareClinic.PlanForm("50"))).Refusals);
        care.Clock.Now = new(2026, 3, 17, 15, 0, 0, TimeSpan.Zero);
        var visit = (await care.Ask(Role.Nurse, services => services.GetRequiredService<VisitDesk>().Of(care.Patient, Cancel))).First(visit => visit.What.Kind == VisitKind.Dosing);
        var session = Id<Session>.New(care.Clock.Now);
        Assert.Empty((await care.Ask(Role.Nurse, services => services.GetRequiredService<SessionOpening>().Open(care.Patient, visit.Id, session, Stamp(care), Cancel))).Refusals);
        var chair = (await care.Ask(Role.Manager, services => services.GetRequiredService<ChairDesk>().Add("Chair 1", "Room 1", Cancel))).Value!.Id;
        Assert.Empty((await care.Ask(Role.Nurse, services => services.GetRequiredService<ArrivingDesk>().CheckIn(
            session, new() { Chair = chair.Value, Name = true, BirthDate = true }, Stamp(care), Cancel))).Refusals);

        var charted = await care.Ask(Role.Nurse, services => services.GetRequiredService<ChartingDesk>().Chart(
            session, Bedside.Set(systolic, diastolic) with { Confirmed = true }, Stamp(care), Cancel));

        Assert.Empty(charted.Refusals);
        var standing = await care.Standing();
        Assert.Equal(holds, standing!.Holds);
        var crisis = (await care.Evaluate()).Findings.First(finding => finding.Rule == "CI-BP-CRISIS");
        Assert.Equal(holds ? Finding.NotMet : Finding.Met, crisis.Finding);
    }

    [Theory]
    [InlineData(GateAnswer.Met, 0)]
    [InlineData(GateAnswer.NotMet, 1)]
    public async Task Takes_the_pregnancy_test_of_the_checklist_for_a_measurement(GateAnswer answer, double found)
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var bedside = await Bedside.Arriving(clinic, TimeProvider.System, flag: "could-be-pregnant");
        var session = await bedside.CheckIn();

        await bedside.Do(Role.Nurse, (ClearanceDesk desk, EntryStamp stamp) => desk.AnswerGates(
            session.Id, new() { Gates = [new() { Item = "check-pregnancy", Answer = answer, Value = "urine, today" }] }, stamp, Cancel));

        var facts = await clinic.As(Role.Nurse, services => services.GetRequiredService<FactsDesk>().Of(new(session.Plan.Patient), Cancel));
        Assert.Equal(found, Assert.Single(facts!.Observations, one => one.Code == "2106-3").Value.Value);
    }

    private static EntryStamp Stamp(CareClinic care) => new(Guid.CreateVersion7(care.Clock.Now), care.Clock.Now, care.Clock.Now);
}
