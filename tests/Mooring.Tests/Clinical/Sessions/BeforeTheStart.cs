using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Charting;
using Mooring.Clinical.Sessions.Clearance;
using Mooring.Clinical.Sessions.Dosing;
using Mooring.Clinical.Vitals;
using Mooring.Kinetics.Quantities;
using static Mooring.Tests.Clinical.Sessions.Chairside;

namespace Mooring.Tests.Clinical.Sessions;

public class BeforeTheStart
{
    [Fact]
    public void Every_question_is_answered_before_a_go()
    {
        var session = Infusion().CheckedIn().Charted(4).Session;

        var decided = session.DecideGo(At(5), go: true, "all well", Prescriber);

        Assert.Equal(session.Gates.Count(), decided.Refusals.Count(refusal => refusal.Code == "SES120"));
    }

    [Fact]
    public void A_blocking_answer_stops_the_start_whatever_the_reason()
    {
        var chair = Answered("confirm-escort", GateAnswer.NotMet);

        Refused.With("SES121", chair.DecideGo(At(5), go: true, "will take a cab", Prescriber));
    }

    [Fact]
    public void A_warning_needs_the_prescribers_reason()
    {
        var session = Answered("confirm-fasting", GateAnswer.NotMet);

        Refused.With("SES122", session.DecideGo(At(5), go: true, null, Prescriber));
        Assert.True(session.DecideGo(At(5), go: true, "tea only", Prescriber).IsDone);
    }

    [Theory]
    [InlineData(140, 90, null, null)]
    [InlineData(141, 80, null, "SES125")]
    [InlineData(120, 91, null, "SES125")]
    [InlineData(160, 80, null, "SES125")]
    [InlineData(141, 80, "usual for this patient", null)]
    [InlineData(179, 109, "prescriber at the chair", null)]
    [InlineData(180, 80, "prescriber at the chair", "SES126")]
    [InlineData(120, 110, "prescriber at the chair", "SES126")]
    public void The_pressure_is_weighed(double systolic, double diastolic, string? reason, string? refused)
    {
        var session = Infusion().CheckedIn().Answered().Charted(4, systolic, diastolic).Session;

        var decided = session.DecideGo(At(5), go: true, reason, Prescriber);

        Assert.Equal(refused, decided.Refusals.SingleOrDefault()?.Code);
    }

    [Fact]
    public void A_pressure_that_is_missing_or_old_is_not_a_good_one()
    {
        var unmeasured = Infusion().CheckedIn().Answered().Session;
        var old = Infusion().CheckedIn().Answered().Charted(4).Session;

        Refused.With("SES124", unmeasured.DecideGo(At(5), go: true, "looks well", Prescriber));
        Assert.True(old.DecideGo(At(19), go: true, null, Prescriber).IsDone);
        Refused.With("SES124", old.DecideGo(At(20), go: true, null, Prescriber));
    }

    [Fact]
    public void Only_a_prescriber_decides_and_a_no_go_has_a_reason()
    {
        var session = Infusion().CheckedIn().Session;

        Refused.With("SES123", session.DecideGo(At(5), go: false, "fever", Nurse));
        Refused.With("SES127", session.DecideGo(At(5), go: false, " ", Prescriber));
    }

    [Fact]
    public void The_second_person_is_another_one_and_reads_what_was_planned()
    {
        var session = Infusion().CheckedIn().Answered().Charted(4).Then(5, session => session.DecideGo(At(5), go: true, null, Prescriber)).Session;

        Refused.With("SES131", session.TakeTimeOut(At(6), "ketamine", Mass.Milligrams(35), Nurse));
        Refused.With("SES137", session.TakeTimeOut(At(6), "esketamine", Mass.Milligrams(35), SecondNurse));
        Refused.With("SES133", session.TakeTimeOut(At(6), "ketamine", Mass.Milligrams(53), SecondNurse));
    }

    [Fact]
    public void The_second_person_reads_the_pump_against_what_the_plan_works_out_to()
    {
        var session = Infusion().CheckedIn().Answered().Charted(4).Then(5, session => session.DecideGo(At(5), go: true, null, Prescriber)).Session;
        var right = session.PumpFor(session.PumpMilliliters)!;

        Assert.Equal((150, 100, 0.35), (right.MillilitersPerHour, right.Milliliters, right.MilligramsPerMilliliter));
        Refused.With("SES135", Read(null));
        Refused.With("SES135", Read(right with { Milliliters = 0 }));
        Assert.Contains("you read 105 mL/h", Refused.With("SES136", Read(right with { MillilitersPerHour = 105 })).Says, StringComparison.Ordinal);
        Refused.With("SES136", Read(right with { MilligramsPerMilliliter = 3.5 }));
        Refused.With("SES136", Read(right with { Milliliters = 50 }));
        Assert.True(Read(right with { MilligramsPerMilliliter = 0.352 }).IsDone);
        Assert.Equal(right, Assert.IsType<TimeOut>(Read(right).Value!.Single()).Pump);

        Outcome<IReadOnlyList<SessionEvent>> Read(PumpRead? pump) => session.TakeTimeOut(At(6), "ketamine", Mass.Milligrams(35), SecondNurse, pump);
    }

    [Fact]
    public void An_injection_has_no_pump_to_read()
    {
        var session = Injection().CheckedIn().Answered().Charted(4).Then(5, session => session.DecideGo(At(5), go: true, null, Prescriber)).Session;

        Assert.True(session.TakeTimeOut(At(6), session.Plan.Drug, session.Plan.Dose, SecondNurse).IsDone);
    }

    [Fact]
    public void Go_comes_before_the_time_out_and_both_before_the_drug()
    {
        var checking = Infusion().CheckedIn().Answered().Charted(4);

        Refused.With("SES130", checking.Session.TakeTimeOut(At(6), "ketamine", Mass.Milligrams(35), SecondNurse));
        Refused.With("SES140", checking.Session.StartInfusion(At(6), TheBag));
        Refused.With("SES140", checking.Then(7, session => session.DecideGo(At(7), go: true, null, Prescriber)).Session.StartInfusion(At(8), TheBag));
    }

    [Fact]
    public void After_a_no_go_nothing_is_given_until_the_prescriber_and_the_time_out_say_so_again()
    {
        var stopped = Infusion().Cleared().Then(7, session => session.DecideGo(At(7), go: false, "fever", Prescriber));

        Assert.Equal(Phase.NoGo, stopped.Session.Phase);
        Refused.With("SES287", stopped.Session.StartInfusion(At(8), TheBag));
        Assert.Equal(Phase.Checking, stopped.Then(8, session => session.DecideGo(At(8), go: true, null, Prescriber)).Session.Phase);
    }

    [Fact]
    public void Nothing_is_charted_before_check_in_nor_answered_by_the_wrong_role()
    {
        var arriving = Infusion().Session;
        var checking = Infusion().CheckedIn().Session;

        Refused.With("SES103", arriving.ChartVitals(At(1), [new(VitalSign.SpO2, 98, Nine)]));
        Refused.With("SES106", arriving.CheckIn(At(1), "Chair 1", ["Mara Alder", "mara alder"]));
        Refused.With("SES111", checking.AnswerGate(At(2, Content.As(AnId(9), "Finn Reed", Role.FrontDesk)), "confirm-consent", GateAnswer.Met, "Wants it today."));
        Refused.With("SES112", checking.AnswerGate(At(2), "confirm-consent", GateAnswer.NotApplicable));
        Refused.With("SES113", checking.AnswerGate(At(2), "confirm-escort", GateAnswer.Met));
        Refused.With("SES110", checking.AnswerGate(At(2), "check-pregnancy", GateAnswer.Met));
    }

    private static Session Answered(string item, GateAnswer answer) =>
        Infusion().CheckedIn().Answered().Charted(4).Then(4, session => session.AnswerGate(At(4), item, answer)).Session;
}
