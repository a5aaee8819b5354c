using Mooring.Clinical.Sessions.Dosing;
using Mooring.Clinical.Sessions.Rescuing;
using Mooring.Practice.Curves;
using static Mooring.Tests.Clinical.Sessions.Chairside;

namespace Mooring.Tests.Storage.Series;

/// <summary>What stands on the time axis of a session's chart.</summary>
public class NamingEvents
{
    [Fact]
    public void Only_the_drug_whose_curve_is_drawn_counts_as_a_dose()
    {
        var session = Infusion().Running()
            .Then(20, now => now.SetOxygen(At(20), 2, "Nasal cannula"))
            .Then(22, now => now.GiveRescue(At(22), new("Ondansetron", "4 mg", "IV", "Nausea", new("Cleo Hawthorn", OrderWay.Written, Minute(22), ReadBack: false))))
            .Then(30, now => now.StopOxygen(At(30)))
            .Session;

        Assert.Equal(["Infusion 35 mg"], EventMarks.Doses(session).Select(mark => mark.Label));
        Assert.Equal(
            [("oxygen", "Oxygen 2 L/min"), ("medicine", "Medicine: Ondansetron 4 mg"), ("oxygen", "Oxygen stopped")],
            EventMarks.Of(session).Where(mark => mark.Kind is "oxygen" or "medicine").Select(mark => (mark.Kind, mark.Label)));
    }

    [Fact]
    public void The_end_of_a_hold_is_no_second_dose()
    {
        var session = AtOnce(Mooring.Clinical.DoseRoute.Sl).Cleared()
            .Then(10, now => now.StartHold(At(10), new("ketamine", now.Plan.Dose)))
            .Then(20, now => now.EndHold(At(20), HoldEnd.Swallowed))
            .Session;

        Assert.Equal(["dose", "hold"], EventMarks.Of(session).Where(mark => mark.Kind is "dose" or "hold").Select(mark => mark.Kind));
    }
}
