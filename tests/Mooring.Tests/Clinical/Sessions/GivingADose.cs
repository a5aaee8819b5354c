using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Dosing;
using Mooring.Clinical.Sessions.Leaving;
using Mooring.Kinetics.Quantities;
using static Mooring.Tests.Clinical.Sessions.Chairside;

namespace Mooring.Tests.Clinical.Sessions;

public class GivingADose
{
    [Fact]
    public void Is_refused_by_another_route_than_planned()
    {
        var session = Infusion().Cleared().Session;

        Refused.With("SES141", session.GiveDose(At(10), "ketamine", Mass.Milligrams(35), "left deltoid"));
        Refused.With("SES141", session.UseDevice(At(10), 1));
    }

    [Fact]
    public void Over_the_plan_needs_a_prescriber_with_a_reason_and_the_cap_needs_nobody()
    {
        var session = Infusion().Cleared().Session;
        var more = TheBag with { Amount = Mass.Milligrams(40) };

        Refused.With("SES142", session.StartInfusion(At(10), more));
        Refused.With("SES142", session.StartInfusion(At(10), more with { OverPlan = "tolerant" }));
        Assert.True(session.StartInfusion(At(10, Prescriber), more with { OverPlan = "tolerant" }).IsDone);
        Refused.With("SES143", session.StartInfusion(At(10, Prescriber), more with { Amount = Mass.Milligrams(105.5), OverPlan = "tolerant" }));
    }

    [Fact]
    public void Is_held_against_the_pump()
    {
        var session = Infusion().Cleared().Session;

        Refused.With("SES144", session.StartInfusion(At(10), TheBag with { MillilitersPerHour = 15 }));
        Refused.With("SES289", session.StartInfusion(At(10), TheBag with { Minutes = 0 }));
        Refused.With("SES145", Infusion().Running().Session.ChangeRate(At(12), 601, "typed wrong"));
    }

    [Fact]
    public void Stops_pauses_and_resumes_only_what_runs()
    {
        var cleared = Infusion().Cleared().Session;
        var running = Infusion().Running().Session;
        var stopped = Infusion().Recovering().Session;

        Refused.With("SES150", cleared.Pause(At(11), "pressure"));
        Refused.With("SES152", running.Resume(At(11)));
        Refused.With("SES167", running.StopInfusion(At(11), completed: false));
        Refused.With("SES239", running.Pause(At(9), "pressure"));
        Refused.With("SES150", stopped.ChangeRate(At(60), 100, "slower"));
        Refused.With("SES279", stopped.StartInfusion(At(60), TheBag));
        Refused.With("SES156", running.StartRecovery(At(30)));
    }

    [Fact]
    public void Counts_injections_together_and_keeps_them_apart()
    {
        var once = Injection().Cleared().Then(10, session => session.GiveDose(At(10), "ketamine", Mass.Milligrams(30), "left deltoid"));

        Refused.With("SES146", once.Session.GiveDose(At(19), "ketamine", Mass.Milligrams(20), "right deltoid"));
        Refused.With("SES142", once.Session.GiveDose(At(20), "ketamine", Mass.Milligrams(21), "right deltoid"));
        var twice = once.Then(20, session => session.GiveDose(At(20), "ketamine", Mass.Milligrams(20), "right deltoid")).Session;
        Refused.With("SES148", twice.GiveDose(At(40, Prescriber), "ketamine", Mass.Milligrams(5), "left deltoid", "asked for"));
        Assert.Equal(50, twice.DoseSoFar(Minute(21)).InMilligrams);
    }

    [Theory]
    [InlineData(DoseRoute.Sc)]
    [InlineData(DoseRoute.Sl)]
    [InlineData(DoseRoute.Po)]
    public void Goes_under_the_skin_under_the_tongue_or_by_mouth_once(DoseRoute route)
    {
        var given = AtOnce(route).Cleared().Then(10, session => session.GiveDose(At(10), "ketamine", Mass.Milligrams(50), "as planned")).Session;

        Assert.Equal(50, given.DoseSoFar(Minute(11)).InMilligrams);
        Refused.With("SES148", given.GiveDose(At(40), "ketamine", Mass.Milligrams(1), "as planned"));
        Refused.With("SES141", given.StartInfusion(At(40), TheBag));
        Refused.With("SES141", given.UseDevice(At(40), 1));
    }

    [Fact]
    public void Runs_under_the_skin_where_the_plan_gives_it_time()
    {
        var cleared = SlowInfusion().Cleared().Session;

        Assert.True(cleared.StartInfusion(At(10), TheBag).IsDone);
        Refused.With("SES141", cleared.GiveDose(At(10), "ketamine", Mass.Milligrams(35), "abdomen"));
    }

    [Fact]
    public void Waits_five_minutes_between_devices_and_ends_with_the_plan()
    {
        var first = Spray().Cleared().Then(10, session => session.UseDevice(At(10), 1));

        Refused.With("SES146", first.Session.UseDevice(At(14.9), 2));
        Refused.With("SES147", first.Session.UseDevice(At(15), 3));
        var second = first.Then(15, session => session.UseDevice(At(15), 2)).Session;
        Refused.With("SES278", second.UseDevice(At(20), 3));
        Assert.Equal([28, 28], second.Given(Minute(20)).Devices.Select(device => device.Amount.InMilligrams));
    }

    [Fact]
    public void Never_takes_the_total_past_the_cap()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var chair = Injection().Cleared();
            for (var minute = 10; minute < 60; minute += 10)
            {
                var decided = chair.Session.GiveDose(At(minute, Prescriber), "ketamine", Mass.Milligrams(random.Next(1, 80)), "left deltoid", "drawn");
                if (decided.IsDone)
                    chair.Then(minute, _ => decided, Prescriber);
            }

            Assert.True(chair.Session.DoseSoFar(Minute(90)) <= chair.Session.Plan.HardCap, $"seed {seed}");
        }
    }

    [Fact]
    public void Is_not_possible_in_the_future_but_late_entries_are_fine()
    {
        var session = Infusion().Running().Session;

        Refused.With("SES101", session.Pause(new Act(Nurse, Minute(15), Minute(12.9)), "pressure"));
        Assert.True(session.Pause(new Act(Nurse, Minute(15), Minute(13)), "pressure").IsDone);
        Assert.True(session.Pause(new Act(Nurse, Minute(15), Minute(75)), "pressure").IsDone);
    }
}
