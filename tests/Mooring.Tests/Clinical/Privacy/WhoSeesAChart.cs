using Mooring.Clinical;
using Mooring.Clinical.Privacy;

namespace Mooring.Tests.Clinical.Privacy;

/// <summary>Whether somebody may see a chart is one decision, on a few facts.</summary>
public class WhoSeesAChart
{
    private static readonly ChartStanding Restricted = new() { IsRestricted = true };

    [Theory]
    [InlineData(Role.Nurse, ChartDoor.Open)]
    [InlineData(Role.Prescriber, ChartDoor.Open)]
    [InlineData(Role.FrontDesk, ChartDoor.Open)]
    [InlineData(Role.OutsideTherapist, ChartDoor.NotShared)]
    public void Is_everybody_who_reads_charts_while_it_is_not_restricted(Role role, ChartDoor door) =>
        Assert.Equal(door, ChartRule.Decide(Somebody(role), new()));

    [Theory]
    [InlineData(Role.Nurse, ChartDoor.Shut)]
    [InlineData(Role.MedicalDirector, ChartDoor.Shut)]
    [InlineData(Role.FrontDesk, ChartDoor.NameOnly)]
    [InlineData(Role.PrivacyOfficer, ChartDoor.NameOnly)]
    [InlineData(Role.OutsideTherapist, ChartDoor.NotShared)]
    public void Is_nobody_outside_the_care_team_when_it_is_restricted(Role role, ChartDoor door) =>
        Assert.Equal(door, ChartRule.Decide(Somebody(role), Restricted));

    [Fact]
    public void Is_the_care_team_of_a_restricted_one() =>
        Assert.Equal(ChartDoor.Open, ChartRule.Decide(Somebody(Role.Nurse), Restricted with { IsOnTeam = true }));

    [Fact]
    public void Is_whoever_gave_a_reason_while_its_hours_last() =>
        Assert.Equal(ChartDoor.Opened, ChartRule.Decide(Somebody(Role.Nurse), Restricted with { IsOpened = true }));

    [Fact]
    public void Is_every_clinician_while_the_patient_is_at_a_chair_and_no_one_else()
    {
        var atTheChair = Restricted with { IsInTheChair = true };

        Assert.Equal(ChartDoor.AtTheChair, ChartRule.Decide(Somebody(Role.Technician), atTheChair));
        Assert.Equal(ChartDoor.NameOnly, ChartRule.Decide(Somebody(Role.Manager), atTheChair));
        Assert.Equal(ChartDoor.NotShared, ChartRule.Decide(Somebody(Role.OutsideTherapist), atTheChair));
    }

    [Fact]
    public void Is_somebody_from_elsewhere_only_where_they_were_named_for_it()
    {
        Assert.Equal(ChartDoor.Open, ChartRule.Decide(Somebody(Role.OutsideTherapist), new() { IsNamed = true }));
        Assert.Equal(ChartDoor.NotShared, ChartRule.Decide(Somebody(Role.OutsideTherapist), new() { IsOnTeam = true }));
    }

    private static Actor Somebody(Role role) => Content.As(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), "Ada Linden", role);
}
