using Mooring.Clinical.Sessions.Charting;
using Mooring.Clinical.Sessions.Clearance;
using Mooring.Clinical.Vitals;
using Mooring.Clinical.Watching;
using Mooring.Tests.Clinical.Sessions;
using static Mooring.Tests.Clinical.Sessions.Chairside;

namespace Mooring.Tests.Clinical.Watching;

public class WaitingAtTheChair
{
    [Fact]
    public void A_round_that_lacks_one_number_says_which()
    {
        var chair = Infusion().Running().Then(15, session => session.ChartVitals(At(15), Vitals(15)));

        var item = Due.Next(chair.Session, Iv, Minute(16)).Single(due => due.Id == "measure-infusion");

        Assert.Equal("Vital signs and sedation. Missing: Sedation (MOAA/S)", item.Says);
        Assert.Equal(["moaa-s"], item.Missing);
        Assert.DoesNotContain("Missing", Due.Next(chair.Then(17, session => session.Rate(At(17), Scale.Sedation, 5)).Session, Iv, Minute(18)).Single(due => due.Id == "measure-infusion").Says, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_charted_before_the_start_ends_its_row_however_early_it_was()
    {
        var chair = Infusion().CheckedIn().Then(2, session => session.ChartVitals(At(2), Vitals(2)));

        Assert.DoesNotContain(Due.Next(chair.Session, Iv, Minute(3)), item => item.Id == "measure-before");
    }

    [Fact]
    public void Go_waits_since_the_last_answer_and_the_time_out_since_the_go()
    {
        var answered = Infusion().CheckedIn().Answered().Charted(4);
        Assert.Equal(Minute(3), Due.Next(answered.Session, Iv, Minute(30)).Single(item => item.Id == "go").At);
        Assert.True(Due.Next(answered.Session, Iv, Minute(30)).Single(item => item.Id == "go").IsStep);

        var gone = answered.Then(15, session => session.DecideGo(At(15, Prescriber), go: true, null, Prescriber), Prescriber);
        Assert.Equal(Minute(15), Due.Next(gone.Session, Iv, Minute(30)).Single(item => item.Id == "time-out").At);
    }

    [Fact]
    public void A_yes_to_what_was_never_charted_is_contradicted_and_a_no_is_not()
    {
        var gate = Iv.GateOf("confirm-vitals")!;
        var bare = Infusion().CheckedIn().Session;

        Assert.Equal("SES115", bare.AgainstGate(gate, GateAnswer.Met)?.Code);
        Assert.Contains("Heart rate, SpO2, Respiratory rate, Temperature", bare.AgainstGate(gate, GateAnswer.Met)!.Says, StringComparison.Ordinal);
        Assert.Null(bare.AgainstGate(gate, GateAnswer.NotMet));
        Assert.Null(Infusion().CheckedIn().Charted(4).Session.AgainstGate(gate, GateAnswer.Met));
    }

    [Fact]
    public void What_has_changed_is_written_down_with_a_no_and_not_with_a_yes()
    {
        var session = Infusion().CheckedIn().Session;

        Assert.True(session.AnswerGate(At(3), "ask-changes", GateAnswer.Met).IsDone);
        Refused.With("SES113", session.AnswerGate(At(3), "ask-changes", GateAnswer.NotMet));
        Assert.True(session.AnswerGate(At(3), "ask-changes", GateAnswer.NotMet, "a cold since Monday").IsDone);
    }
}
