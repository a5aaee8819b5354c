using Mooring.Clinical.Sessions.Dosing;
using Mooring.Clinical.Sessions.Preparing;
using Mooring.Kinetics.Quantities;
using static Mooring.Tests.Clinical.Sessions.Chairside;

namespace Mooring.Tests.Clinical.Sessions;

public class DrawingUp
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(Nine.UtcDateTime);

    private static readonly DrugPrepared Drawn = new("ketamine", "L42", Today, 50, 0.7, Mass.Milligrams(35)) { Opened = Mass.Milligrams(500), TotalMilliliters = 100 };

    [Fact]
    public void Waits_for_a_second_person_before_anything_is_given()
    {
        var drawn = Infusion().Cleared().Then(7, session => session.Prepare(At(7), Drawn, Today));
        var preparation = drawn.Session.Preparations.Single().Id;

        Refused.With("SES229", drawn.Session.StartInfusion(At(9), TheBag));
        Refused.With("SES131", drawn.Session.CheckPreparation(At(8), preparation));
        var seen = drawn.Then(8, session => session.CheckPreparation(At(8, SecondNurse), preparation), SecondNurse);
        Refused.With("SES236", seen.Session.CheckPreparation(At(9, Prescriber), preparation));
        Assert.True(seen.Session.StartInfusion(At(9), TheBag).IsDone);
        Assert.Equal("Ben Sorrel", seen.Session.Preparations.Single().SeenBy!.Name);
    }

    [Fact]
    public void Refuses_what_is_expired_unlabeled_another_drug_or_more_than_may_ever_be_given()
    {
        var session = Infusion().CheckedIn().Session;

        Refused.With("SES231", session.Prepare(At(5), Drawn with { Expires = Today.AddDays(-1) }, Today));
        Refused.With("SES230", session.Prepare(At(5), Drawn with { Lot = " " }, Today));
        Refused.With("SES132", session.Prepare(At(5), Drawn with { Drug = "esketamine" }, Today));
        Refused.With("SES286", session.Prepare(At(5), Drawn with { DrawnMilliliters = 7, Amount = Mass.Milligrams(350) }, Today));
        Refused.With("SES232", session.Prepare(At(5), Drawn with { TotalMilliliters = 0.5 }, Today));
        Refused.With("SES233", session.Prepare(At(5), Drawn with { Opened = Mass.Milligrams(20) }, Today));
        Refused.With("SES291", session.Prepare(At(5), Drawn with { MilligramsPerMilliliter = 0 }, Today));
    }

    [Fact]
    public void Asks_why_when_it_is_not_the_planned_dose()
    {
        var session = Infusion().CheckedIn().Session;
        var more = Drawn with { DrawnMilliliters = 0.8, Amount = Mass.Milligrams(40) };

        Refused.With("SES234", session.Prepare(At(5), more, Today));
        Assert.True(session.Prepare(At(5), more with { Why = "dead space of the line" }, Today).IsDone);
    }

    [Fact]
    public void Accounts_for_all_that_was_opened_with_a_witness_for_the_waste()
    {
        var ended = Infusion().Cleared().Then(7, session => session.Prepare(At(7), Drawn, Today))
            .Then(8, session => session.CheckPreparation(At(8, SecondNurse), session.Preparations[0].Id), SecondNurse)
            .Then(10, session => session.StartInfusion(At(10), TheBag)).Then(50, session => session.StopInfusion(At(50), completed: true));

        Assert.Equal(465, ended.Session.AccountAt(Minute(55)).Left!.Value, 6);
        Refused.With("SES238", ended.Session.Waste(At(55), new("ketamine", Mass.Milligrams(470), "Drug disposal bottle")));
        Refused.With("SES237", ended.Session.Waste(At(55), new("ketamine", Mass.Milligrams(465), "")));
        var wasted = ended.Then(55, session => session.Waste(At(55), new("ketamine", Mass.Milligrams(465), "Drug disposal bottle")));
        Refused.With("SES131", wasted.Session.WitnessWaste(At(56), wasted.Session.Wastes[0].Id));
        var seen = wasted.Then(56, session => session.WitnessWaste(At(56, SecondNurse), session.Wastes[0].Id), SecondNurse).Session;
        Assert.Equal(0, seen.AccountAt(Minute(57)).Left!.Value, 6);
        Assert.Equal("Ben Sorrel", seen.Wastes[0].SeenBy!.Name);
    }

    [Fact]
    public void Knows_of_nothing_left_while_nobody_wrote_down_what_was_opened()
    {
        var session = Infusion().CheckedIn().Then(5, session => session.Prepare(At(5), Drawn with { Opened = null }, Today)).Session;

        Assert.Null(session.AccountAt(Minute(6)).Left);
        Refused.With("SES235", session.CheckPreparation(At(6, SecondNurse), AnId(99)));
    }
}
