using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Charting;
using Mooring.Clinical.Sessions.Correcting;
using Mooring.Clinical.Sessions.Dosing;
using Mooring.Clinical.Sessions.Leaving;
using Mooring.Clinical.Vitals;
using Mooring.Clinical.Watching;
using Mooring.Content.Reading;
using Mooring.Kinetics.Quantities;
using Mooring.Tests.Clinical.Sessions;
using static Mooring.Tests.Clinical.Sessions.Chairside;

namespace Mooring.Tests.Clinical.Watching;

/// <summary>The patient does not come back into contact after the dosing. The infusion of these tests ends in minute 50.</summary>
public class OutOfContact
{
    private const double End = 50;
    private static readonly Limit Rule = Iv.Limits.Single(limit => limit.Of == Scale.Contact.Code);
    private static readonly double Late = End + Rule.AfterDosing!.Value.TotalMinutes;

    [Fact]
    public void Is_no_notice_below_or_at_the_limit_and_one_above_it()
    {
        var session = Rated(Recovering(), End + 5, 0).Session;

        Assert.Empty(Of(session, Late - 1));
        Assert.Empty(Of(session, Late));
        var notice = Assert.Single(Of(session, Late + 0.1));
        Assert.Equal(("contact", LimitLevel.Critical, Minute(Late)), (notice.Group, notice.Level, notice.OpenedAt));
        Assert.Equal(Minute(Late) + Iv.Notices!.AnswerWithin, notice.AnswerBy);
        Assert.StartsWith("Contact lost: ", Watch.Says(notice.Beyond[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void Is_no_notice_while_the_patient_answers_and_unknown_while_nobody_said()
    {
        Assert.Empty(Of(Rated(Rated(Recovering(), End + 5, 0), End + 12, 1).Session, Late + 60));
        var unsaid = Recovering().Session;
        Assert.Empty(Of(unsaid, Late + 60));
        Assert.Contains(Rule, Watch.Unknown(unsaid));
    }

    [Fact]
    public void Is_none_while_the_dosing_lasts_and_what_was_lost_then_stays_lost_until_somebody_looks()
    {
        var running = Rated(Infusion().Running(), 30, 0);
        Assert.Empty(Of(running.Session, 49));

        var over = running.Then(End, session => session.StopInfusion(At(End), completed: true)).Session;

        Assert.Equal(Minute(Late), Assert.Single(Of(over, Late + 1)).OpenedAt);
    }

    [Fact]
    public void Lost_late_opens_when_it_was_seen_and_ends_when_the_patient_answers()
    {
        var chair = Rated(Rated(Rated(Recovering(), End + 5, 1), Late + 10, 0), Late + 16, 1);

        var notice = Assert.Single(Of(chair.Session, Late + 30));

        Assert.Equal((Minute(Late + 10), Minute(Late + 16), TimeSpan.FromMinutes(6)), (notice.OpenedAt, notice.EndedAt!.Value, notice.TimeBeyond));
        Assert.True(notice.IsShown);
    }

    [Fact]
    public void Is_acknowledged_by_name_once_and_counted_when_the_patient_leaves()
    {
        var chair = Rated(Recovering(), End + 5, 0);
        var notice = Of(chair.Session, Late + 1).Single();

        chair.Then(Late + 1, session => session.Acknowledge(At(Late + 1), notice, "Stayed and spoke to the patient"));

        var answered = Assert.Single(Of(chair.Session, Late + 2));
        Assert.Equal((true, "Ada Rowan"), (answered.IsAnswered, answered.Answers[0].By.Name));
        Refused.With("SES276", chair.Session.Acknowledge(At(Late + 2), answered, "Watched"));
        var counted = Notices.Counted(chair.Session, Of(chair.Session, Late + 5), [], Minute(Late + 5));
        Assert.Equal(("contact", 300.0), counted.Notices.Select(line => (line.Group, line.SecondsBeyond)).Single());
    }

    [Fact]
    public void Is_looked_at_again_before_it_is_a_notice_and_ever_after_until_the_patient_answers()
    {
        var wait = Rule.Recheck!.Value;
        var chair = Rated(Recovering(), End + 5, 0);
        Assert.Equal(Minute(Late) - wait, Again(chair.Session, End + 6)!.At);

        Assert.Equal(Minute(Late + 1) + wait, Again(Rated(chair, Late + 1, 0).Session, Late + 2)!.At);
        Assert.Equal(["contact"], Again(chair.Session, Late + 2)!.Measures);
        Assert.Null(Again(Rated(chair, Late + 3, 1).Session, Late + 4));
        Assert.Null(Again(Recovering().Session, Late));
    }

    [Fact]
    public void Is_a_critical_event_of_the_session_and_lengthens_the_stay()
    {
        var back = Rated(Rated(Recovering(), End + 5, 0), Late - 1, 1).Session;
        var late = Rated(Rated(Recovering(), End + 5, 0), Late + 1, 1).Session;

        Assert.Equal(Minute(End) + Iv.Discharge.Stay.For, back.EarliestDischarge);
        Assert.Equal(Minute(End) + Iv.Discharge.Stay.AfterCritical, late.EarliestDischarge);
    }

    [Fact]
    public void A_correction_that_the_patient_did_answer_takes_the_notice_back()
    {
        var chair = Rated(Recovering(), End + 5, 0);
        var wrong = chair.Session.Journal[^1].EventId;

        chair.Then(Late + 1, session => session.Correct(At(Late + 1), wrong, null, "tapped the wrong one"));

        Assert.Empty(Of(chair.Session, Late + 2));
    }

    [Fact]
    public void A_second_dose_begins_anew_and_leaves_what_was()
    {
        var limit = Im.Limits.Single(one => one.Of == Scale.Contact.Code).AfterDosing!.Value.TotalMinutes;
        var chair = Injection().Cleared().Then(10, session => session.GiveDose(At(10), "ketamine", Mass.Milligrams(25), "Left deltoid", "in two parts"));
        Rated(Rated(chair, 20, 0), 10 + limit + 5, 1).Then(10 + limit + 10, session => session.GiveDose(At(10 + limit + 10), "ketamine", Mass.Milligrams(25), "Left deltoid", "in two parts"));
        Rated(chair, 10 + limit + 15, 0);

        Assert.Equal((Minute(10 + limit), Minute(10 + limit + 5)), Of(chair.Session, 10 + limit + 30).Select(notice => (notice.OpenedAt, notice.EndedAt!.Value)).Single());
        Assert.Equal(Minute(10 + limit + 10 + limit), Of(chair.Session, 10 + limit + 10 + limit + 1)[^1].OpenedAt);
    }

    [Fact]
    public void A_limit_of_what_lasts_needs_a_scale_and_a_time()
    {
        var text = Content.Library.Texts["monitoring/iv.yaml"];

        Assert.Contains("LIB410", Codes(text.Replace("after-dosing: 20 min", "after-dosing: 0 min", StringComparison.Ordinal)));
        Assert.Contains("LIB410", Codes(text.Replace("of: temp\n    level: critical\n", "of: temp\n    level: critical\n    after-dosing: 20 min\n", StringComparison.Ordinal)));
    }

    private static Chairside Recovering() => Infusion().Recovering();

    private static Chairside Rated(Chairside chair, double minute, int value) => chair.Then(minute, session => session.Rate(At(minute), Scale.Contact, value));

    private static IReadOnlyList<Notice> Of(Session session, double minute) => Notices.Of(session, Minute(minute));

    private static DueItem? Again(Session session, double minute) => Due.Next(session, session.Pack, Minute(minute)).SingleOrDefault(item => item.Id == "recheck-contact");

    private static IEnumerable<string> Codes(string text) => MonitoringPacks.ReadText(text, "iv.yaml").Faults.Select(fault => fault.Code);
}
