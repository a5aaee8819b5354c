using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Dosing;
using Mooring.Clinical.Sessions.Leaving;
using Mooring.Kinetics.Quantities;
using static Mooring.Tests.Clinical.Sessions.Chairside;

namespace Mooring.Tests.Clinical.Sessions;

public class PushingAndHolding
{
    [Fact]
    public void An_extra_amount_counts_into_the_dose_over_the_time_it_was_pushed()
    {
        var pushed = Infusion().Running().Then(20, session => session.GiveBolus(At(20, Prescriber), Push(5, 2) with { OverPlan = "felt nothing" }), Prescriber).Session;

        Assert.Equal(8.75 + 2.5 + 0.875, pushed.DoseSoFar(Minute(21)).InMilligrams, 6);
        Assert.Equal(40, pushed.DoseSoFar(Minute(600)).InMilligrams, 6);
    }

    [Fact]
    public void An_extra_amount_is_refused_too_fast_over_the_plan_or_where_the_pack_knows_none()
    {
        var running = Infusion().Running().Session;

        Refused.With("SES225", running.GiveBolus(At(20), Push(5, 0.5)));
        Refused.With("SES142", running.GiveBolus(At(20), Push(5, 2)));
        Refused.With("SES143", running.GiveBolus(At(20, Prescriber), Push(100, 2) with { OverPlan = "wanted" }));
        Refused.With("SES224", Session.Replay(running.Journal, Iv with { Dosing = Iv.Dosing with { BolusOver = null } }).GiveBolus(At(20), Push(5, 2)));
        Refused.With("SES141", Injection().Cleared().Session.GiveBolus(At(20), Push(5, 2)));
    }

    [Fact]
    public void A_lozenge_is_held_for_as_long_as_the_clock_says_and_then_named()
    {
        var held = AtOnce(DoseRoute.Sl).Cleared().Then(10, session => session.StartHold(At(10), new("ketamine", Mass.Milligrams(50))));

        Refused.With("SES226", held.Session.StartHold(At(11), new("ketamine", Mass.Milligrams(10))));
        Refused.With("SES227", held.Session.StartRecovery(At(11)));
        var over = held.Then(22, session => session.EndHold(At(22), HoldEnd.SpatOut)).Session;
        Assert.Equal(TimeSpan.FromMinutes(12), over.Hold!.Lasted(Minute(90)));
        Assert.Equal(50, over.DoseSoFar(Minute(30)).InMilligrams);
        Assert.Equal((Phase.Dosing, Minute(10)), (over.Phase, over.FirstDoseAt!.Value));
        Refused.With("SES228", over.EndHold(At(23), HoldEnd.Swallowed));
    }

    [Fact]
    public void Nothing_is_held_by_another_route() =>
        Refused.With("SES141", Infusion().Cleared().Session.StartHold(At(10), new("ketamine", Mass.Milligrams(35))));

    private static BolusGiven Push(double milligrams, double minutes) => new("ketamine", Mass.Milligrams(milligrams), minutes, "start");
}
