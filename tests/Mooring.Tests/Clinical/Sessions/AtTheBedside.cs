using Mooring.Clinical;
using Mooring.Clinical.Sessions.Bedside;
using Mooring.Clinical.Sessions.Leaving;
using Mooring.Clinical.Sessions.Rescuing;
using Mooring.Clinical.Watching;
using static Mooring.Tests.Clinical.Sessions.Chairside;

namespace Mooring.Tests.Clinical.Sessions;

/// <summary>Comfort, people, concerns, oxygen and other medicines.</summary>
public class AtTheBedside
{
    private static readonly RescueGiven Ondansetron = new("Ondansetron", "4 mg", "IV", "Nausea", new("Cleo Hawthorn", OrderWay.Verbal, Minute(20), ReadBack: true)) { LookAfterMinutes = 30 };

    [Fact]
    public void Remembers_how_things_stand_and_who_is_in_the_room()
    {
        var session = Infusion().Running()
            .Then(11, session => session.ChangeComfort(At(11), "music", "Music on"))
            .Then(12, session => session.Comes(At(12), "Lark Sedge", "therapist"))
            .Then(13, session => session.Comes(At(13), "Noor Alder", "sister"))
            .Then(14, session => session.ChangeComfort(At(14), "music", "Music off"))
            .Then(15, session => session.Goes(At(15), "lark sedge")).Session;

        Assert.Equal("Music off", session.Comfort["music"].Says);
        Assert.Equal("Noor Alder", Assert.Single(session.InTheRoom).Name);
        Refused.With("SES242", session.Comes(At(16), "noor alder ", "sister"));
        Refused.With("SES243", session.Goes(At(16), "Lark Sedge"));
    }

    [Fact]
    public void Counts_how_long_the_patient_waited_for_an_answer()
    {
        var asked = Infusion().Running().Then(20, session => session.RaiseConcern(At(20), new("toilet", "Needs the toilet")));
        var concern = asked.Session.Concerns.Single();

        Assert.Equal(TimeSpan.FromMinutes(3), concern.Waited(Minute(23)));
        Assert.Contains(Due.Next(asked.Session, Iv, Minute(21)), item => item.Id == "concern");
        var answered = asked.Then(24, session => session.AnswerConcern(At(24, SecondNurse), concern.Id, "Helped"), SecondNurse).Session;
        Assert.Equal((TimeSpan.FromMinutes(4), "Ben Sorrel"), (answered.Concerns[0].Waited(Minute(60)), answered.Concerns[0].By!.Name));
        Refused.With("SES246", answered.AnswerConcern(At(25), concern.Id, "Again"));
        Refused.With("SES245", answered.AnswerConcern(At(25), AnId(404), "Whom?"));
    }

    [Fact]
    public void Gives_nothing_without_an_order_and_a_spoken_one_is_read_back()
    {
        var session = Infusion().Running().Session;

        Refused.With("SES254", session.GiveRescue(At(21), Ondansetron with { Order = Ondansetron.Order with { By = "" } }));
        Refused.With("SES255", session.GiveRescue(At(21), Ondansetron with { Order = Ondansetron.Order with { ReadBack = false } }));
        Refused.With("SES256", session.GiveRescue(At(19), Ondansetron));
        Refused.With("SES251", session.GiveRescue(At(21), Ondansetron with { Dose = " " }));
        Assert.True(session.GiveRescue(At(21), Ondansetron).IsDone);
    }

    [Fact]
    public void Asks_for_the_effect_of_a_medicine_in_its_time_until_somebody_looked()
    {
        var given = Infusion().Running().Then(21, session => session.GiveRescue(At(21), Ondansetron));

        Assert.Equal(Minute(51), Due.Next(given.Session, Iv, Minute(22)).Single(item => item.Id == "effect").At);
        var looked = given.Then(50, session => session.AssessEffect(At(50), new(session.Rescues[0].Id, Effect.Full))).Session;
        Assert.DoesNotContain(Due.Next(looked, Iv, Minute(52)), item => item.Id == "effect");
        Assert.Equal(Effect.Full, looked.Rescues[0].Effect!.Effect);
    }

    [Fact]
    public void Knows_whether_oxygen_runs_and_that_nobody_leaves_on_it()
    {
        var on = Infusion().Recovering().Then(55, session => session.SetOxygen(At(55), 2, "Nasal cannula"));

        Refused.With("SES248", on.Session.SetOxygen(At(56), 2, "Nasal cannula"));
        Refused.With("SES265", on.Session.AnswerCriterion(At(80), "breathe-well", Finding.Met));
        var off = on.Then(70, session => session.StopOxygen(At(70))).Session;
        Assert.Null(off.Oxygen);
        Refused.With("SES249", off.StopOxygen(At(71)));
    }

    [Fact]
    public void Follows_an_adverse_event_until_it_is_over()
    {
        var recorded = Infusion().Running().Then(30, session => session.RecordAdverseEvent(At(30), new("nausea", 1, "bag", AdverseOutcome.Ongoing)));
        var id = recorded.Session.AdverseCases.Single().Id;

        var over = recorded.Then(70, session => session.FollowAdverseEvent(At(70), new(id, AdverseOutcome.Resolved))).Session;

        Assert.Equal((AdverseOutcome.Resolved, Minute(70)), (over.AdverseEvents[0].Outcome, over.AdverseEvents[0].EndedAt!.Value));
        Refused.With("SES258", over.FollowAdverseEvent(At(71), new(AnId(404), AdverseOutcome.Resolved)));
    }
}
