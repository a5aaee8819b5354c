using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Clearance;
using Mooring.Clinical.Sessions.Correcting;
using Mooring.Clinical.Sessions.Dosing;
using Mooring.Clinical.Sessions.Leaving;
using static Mooring.Tests.Clinical.Sessions.Chairside;

namespace Mooring.Tests.Clinical.Sessions;

public class AWholeInfusion
{
    [Fact]
    public void Goes_from_the_door_to_the_signature()
    {
        var chair = Infusion();
        List<Phase> phases = [chair.Session.Phase];

        phases.Add(chair.CheckedIn().Session.Phase);
        chair.Answered().Charted(4).Then(5, session => session.DecideGo(At(5), go: true, null, Prescriber));
        phases.Add(chair.Then(6, session => session.TakeTimeOut(At(6), "ketamine", session.Plan.Dose, SecondNurse, session.PumpFor(100))).Session.Phase);
        phases.Add(chair.Then(10, session => session.StartInfusion(At(10), TheBag)).Session.Phase);
        phases.Add(chair.Then(20, session => session.Pause(At(20), "pressure")).Session.Phase);
        phases.Add(chair.Then(25, session => session.Resume(At(25))).Session.Phase);
        phases.Add(chair.Then(55, session => session.StopInfusion(At(55), completed: true)).Session.Phase);
        phases.Add(chair.FitToLeave(110).Session.PhaseAt(Minute(115)));
        phases.Add(chair.Then(116, session => session.Discharge(At(116))).Session.Phase);
        chair.Then(120, session => session.Sign(At(120)), Nurse);
        phases.Add(chair.Then(121, session => session.Sign(At(121, Prescriber)), Prescriber).Session.Phase);

        Assert.Equal(
            [Phase.Arriving, Phase.Checking, Phase.Ready, Phase.Dosing, Phase.Paused, Phase.Dosing, Phase.Recovering, Phase.Dischargeable, Phase.Discharged, Phase.Signed],
            phases);
        Assert.Equal(35, chair.Session.DoseSoFar(Minute(200)).InMilligrams, 9);
    }

    [Fact]
    public void Counts_no_pause_as_infusion_time_and_keeps_the_milligrams()
    {
        var chair = Running().Then(20, session => session.Pause(At(20), "pressure"));
        var paused = chair.Session;

        var resumed = chair.Then(30, session => session.Resume(At(30))).Session;

        Assert.Equal(TimeSpan.FromMinutes(10), paused.Infusion!.Elapsed(Minute(29)));
        Assert.Equal(8.75, paused.DoseSoFar(Minute(29)).InMilligrams, 9);
        Assert.Equal(TimeSpan.FromMinutes(15), resumed.Infusion!.Elapsed(Minute(35)));
        Assert.Equal(Minute(60), resumed.Infusion.EmptyAt(Minute(35)));
    }

    [Fact]
    public void Gives_what_the_rates_say_and_never_more_than_the_bag()
    {
        var halved = Running().Then(30, session => session.ChangeRate(At(30), 75, "drowsy")).Session;

        var given = halved.Given(Minute(40));

        Assert.Equal(2, given.Infused.Count);
        Assert.Equal([0.875, 0.4375], given.Infused.Select(stretch => stretch.MilligramsPerMinute));
        Assert.Equal(17.5 + 4.375, given.Total.InMilligrams, 9);
        Assert.Equal(35, halved.DoseSoFar(Minute(600)).InMilligrams, 9);
    }

    [Fact]
    public void Tells_itself_in_a_sentence_for_every_entry()
    {
        var lines = Timeline.Of(Recovering().Session);

        Assert.All(lines, line => Assert.EndsWith(".", line.Says, StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Says == "Infusion started: ketamine 35 mg in 100 mL over 40 min, 150 mL/h.");
    }

    private static Chairside Running() => Infusion().Running();

    private static Chairside Recovering() => Infusion().Recovering();
}
