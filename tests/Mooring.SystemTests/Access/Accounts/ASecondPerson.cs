using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Practice.Access;
using Mooring.Practice.Access.Accounts;
using Mooring.Storage.Accounts;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Access.Accounts;

/// <summary>Nobody opens charts, or gets the say over staff, on one person's word alone.</summary>
public class ASecondPerson
{
    private static readonly SignInTerms Strict = new() { NeedsSecondFactor = false };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Lets_in_who_was_invited_into_a_clinical_role(Engine engine)
    {
        await using var strict = await StrictClinic.Start(engine, Strict, Role.Prescriber);
        using var iris = await strict.Clinic.Visitor();
        var before = await StrictClinic.Enter(iris);
        var request = Assert.Single(await Waiting(strict, Role.MedicalDirector));

        var asker = await Waiting(strict, Role.Manager);
        var byWhoGaveIt = await Decide(strict, Role.Manager, request.Id);
        var byANurse = await Decide(strict, Role.Nurse, request.Id);
        var bySecond = await Decide(strict, Role.MedicalDirector, request.Id);
        var again = await Decide(strict, Role.Prescriber, request.Id);

        Assert.Equal("422", before);
        Assert.True(request.MayDecide);
        Assert.False(Assert.Single(asker).MayDecide);
        Assert.Equal(["ACC117", "WEB150", "ACC116"], new[] { byWhoGaveIt, byANurse, again }.Select(one => Assert.Single(one.Refusals).Code));
        Assert.True(bySecond.IsDone);
        Assert.Equal("/", await StrictClinic.Enter(iris));
    }

    [Theory]
    [InlineData(Role.Nurse, true)]
    [InlineData(Role.Therapist, true)]
    [InlineData(Role.Pharmacist, true)]
    [InlineData(Role.Technician, true)]
    [InlineData(Role.Manager, true)]
    [InlineData(Role.FrontDesk, false)]
    [InlineData(Role.Biller, false)]
    [InlineData(Role.PrivacyOfficer, false)]
    public async Task Is_asked_for_what_opens_charts_or_gives_roles(Role role, bool waits)
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite, null, options => options with { SignIn = Strict });

        var added = await clinic.As(Role.Manager, services => services.GetRequiredService<StaffDesk>().Add("Wren Dale", "wren", role, Cancel));

        Assert.Equal(waits, added.Value!.IsAwaited);
    }

    [Fact]
    public async Task Confirms_a_change_towards_charts_and_until_then_the_role_of_before_stays()
    {
        await using var strict = await StrictClinic.Start(Engine.Sqlite, Strict, Role.FrontDesk);
        Task<Outcome<StaffRow>> Change(params Role[] roles) => strict.Clinic.As(Role.Manager, services => services.GetRequiredService<StaffRoles>().Change(strict.Person.Id, roles, Cancel));

        Assert.Equal([Role.FrontDesk], (await Change(Role.FrontDesk, Role.Nurse)).Value!.Roles);
        var declined = Assert.Single(await Waiting(strict, Role.Prescriber));
        await Decide(strict, Role.Prescriber, declined.Id, yes: false);
        Assert.Equal([Role.FrontDesk], (await Now(strict)).Roles);
        await Change(Role.Nurse);
        var confirmed = await Decide(strict, Role.Prescriber, Assert.Single(await Waiting(strict, Role.Prescriber)).Id);

        Assert.Equal([Role.Nurse], confirmed.Value!.Roles);
        Assert.Equal([Role.Biller], (await Change(Role.Biller)).Value!.Roles);
        Assert.Empty(await Waiting(strict, Role.Prescriber));
    }

    [Fact]
    public async Task Is_nobody_in_a_clinic_of_one_and_that_is_written_down()
    {
        await using var server = await EmptyServer.Open(Engine.Sqlite);
        var link = await server.Ask(desk => desk.FirstLink(Cancel));
        var ada = (await server.Ask(desk => desk.SetUp(link!, new() { Clinic = "Quay Clinic", FullName = "Ada Linden", UserName = "ada", Password = StrictClinic.Password, Again = StrictClinic.Password }, Cancel))).Value!;

        var (first, second, all) = await server.As(ada, async services =>
        {
            var desk = services.GetRequiredService<StaffDesk>();
            var one = await desk.Add("Mara Alder", "mara", Role.Prescriber, Cancel);
            var two = await desk.Add("Ben Rowan", "ben", Role.Nurse, Cancel);
            return (one.Value!, two.Value!, (await services.GetRequiredService<AccountList>().All(Cancel)).Value!);
        });

        Assert.False(first.IsAwaited);
        Assert.True(second.IsAwaited);
        Assert.Contains("nobody else was here", all.Single(one => one.Id == first.Id).ConfirmedBy, StringComparison.Ordinal);
    }

    private static Task<IReadOnlyList<RoleRequest>> Waiting(StrictClinic strict, Role who) =>
        strict.Clinic.As(who, services => services.GetRequiredService<RoleRequestDesk>().Waiting(Cancel));

    private static Task<Outcome<StaffRow>> Decide(StrictClinic strict, Role who, Guid request, bool yes = true) =>
        strict.Clinic.As(who, services => services.GetRequiredService<RoleRequestDesk>().Decide(request, yes, Cancel));

    private static async Task<StaffRow> Now(StrictClinic strict) => (await strict.Ask((StaffDesk desk) => desk.Current(strict.Person.Id, Cancel)))!;
}
