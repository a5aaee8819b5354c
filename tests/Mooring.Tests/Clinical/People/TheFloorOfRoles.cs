using Mooring.Clinical;
using Mooring.Content;

namespace Mooring.Tests.Clinical.People;

/// <summary>What no clinic can change by its content.</summary>
public sealed class TheFloorOfRoles
{
    private static readonly RoleTerms Shipped = Content.Library.Roles!.Value;

    [Fact]
    public void Lies_below_what_is_shipped() => Assert.Empty(RoleFloor.Faults(Shipped));

    [Theory]
    [InlineData(Role.Nurse, Right.Prescribe)]
    [InlineData(Role.Manager, Right.DecideGo)]
    [InlineData(Role.Nurse, Right.SignContent)]
    [InlineData(Role.Manager, Right.SignContent)]
    [InlineData(Role.FrontDesk, Right.GiveDoses)]
    [InlineData(Role.Biller, Right.GiveRescue)]
    [InlineData(Role.PrivacyOfficer, Right.PrepareDoses)]
    [InlineData(Role.Technician, Right.GiveDoses)]
    [InlineData(Role.FrontDesk, Right.WitnessDoses)]
    [InlineData(Role.Prescriber, Right.ReadTherapyNotes)]
    [InlineData(Role.PrivacyOfficer, Right.ReadCharts)]
    [InlineData(Role.OutsideTherapist, Right.ReadEveryChart)]
    [InlineData(Role.Nurse, Right.UseOwnPages)]
    [InlineData(Role.Patient, Right.WorkHere)]
    [InlineData(Role.Patient, Right.FindPatients)]
    public void Refuses_a_right_to_a_role_that_can_not_have_it(Role role, Right right)
    {
        var fault = Assert.Single(RoleFloor.Faults(With(role, rights => [.. rights, right])));

        Assert.Equal(role, fault.Role);
    }

    [Fact]
    public void Lets_a_medical_director_prescribe() =>
        Assert.Empty(RoleFloor.Faults(With(Role.MedicalDirector, rights => [.. rights, Right.Prescribe])));

    [Fact]
    public void Asks_that_somebody_can_let_people_in()
    {
        var (role, says) = Assert.Single(RoleFloor.Faults(With(Role.Manager, rights => [.. rights.Where(right => right != Right.ManageStaff)])));

        Assert.Null(role);
        Assert.Equal("No role has the right manage-staff; at least one must.", says);
    }

    [Fact]
    public void Asks_that_each_role_is_described_once()
    {
        var none = Shipped with { Roles = [.. Shipped.Roles.Where(term => term.Role != Role.Biller)] };
        var twice = Shipped with { Roles = [.. Shipped.Roles, Shipped.Roles.Single(term => term.Role == Role.Biller)] };

        Assert.Equal((Role.Biller, "The role biller is described once, not left out."), Assert.Single(RoleFloor.Faults(none)));
        Assert.Equal((Role.Biller, "The role biller is described once, not more often."), Assert.Single(RoleFloor.Faults(twice)));
    }

    // What the checker says, at the line of the role.
    [Fact]
    public void Is_told_with_file_and_line()
    {
        var folder = Directory.CreateTempSubdirectory("mooring-test-");
        var text = File.ReadAllText(Path.Combine(Content.Folder, "roles.yaml"));
        File.WriteAllText(Path.Combine(folder.FullName, "roles.yaml"), text.Replace("      - manage-staff\n", "      - manage-staff\n      - prescribe\n", StringComparison.Ordinal));

        var fault = Assert.Single(LibraryLoad.From(folder.FullName).Faults, fault => fault.Code == "LIB431");

        Assert.Equal("roles.yaml", fault.File);
        Assert.True(fault.Line > 1);
        Assert.Equal("The role manager can not have the right prescribe: only a prescriber or a medical director can have it.", fault.Says);
        folder.Delete(recursive: true);
    }

    private static RoleTerms With(Role role, Func<IReadOnlyList<Right>, IReadOnlyList<Right>> change) =>
        Shipped with { Roles = [.. Shipped.Roles.Select(term => term.Role == role ? term with { Rights = change(term.Rights) } : term)] };
}
