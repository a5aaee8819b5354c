using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Staffing;
using Mooring.Practice.Access;
using Mooring.Practice.Bedside;

namespace Mooring.Tests.Practice;

/// <summary>Licenses and certificates have a last day: before it they are told, after it they bar what the content names, and nothing that helps.</summary>
public class LicensesOfStaff
{
    private const string LifeSupport = "advanced-life-support";

    private static readonly DateOnly Today = new(2026, 3, 2);

    [Fact]
    public async Task Bar_nothing_while_nobody_entered_any()
    {
        await using var clinic = await ClinicInMemory.Open();
        var seat = await ChairInMemory.Arriving(clinic);

        await seat.Ready();
        var started = await Start(clinic, seat);

        Assert.Empty(started.Refusals);
        Assert.Equal([CredentialState.Missing, CredentialState.Missing], (await Of(clinic, Role.Nurse)).Standing.Select(one => one.State));
    }

    [Fact]
    public async Task Bar_the_first_dose_and_the_chair_of_whose_have_ended()
    {
        await using var clinic = await ClinicInMemory.Open();
        var seat = await ChairInMemory.Arriving(clinic);
        await seat.Ready();
        await Enter(clinic, Role.Nurse, Today.AddDays(-1));

        var dose = await Start(clinic, seat);
        var chair = await TakeOver(clinic, seat);
        var vitals = await clinic.As(Role.Nurse, (ChartingDesk desk) => desk.Chart(seat.Session, new() { Values = [new() { Of = "hr", Value = "80" }] }, seat.Stamp(), default));

        Assert.Equal("Nurse Rowan: advanced life support (ACLS) ended on Mar 1, 2026. Somebody else gives the dose, or a manager enters the new date under Staff, licenses.", Print(clinic, dose));
        Assert.Equal(["CRE101"], chair.Refusals.Select(refusal => refusal.Code));
        Assert.Empty(vitals.Refusals);
    }

    [Fact]
    public async Task Keep_a_dose_that_was_given_before_out_of_no_record()
    {
        await using var clinic = await ClinicInMemory.Open();
        var seat = await ChairInMemory.Arriving(clinic);
        await seat.Ready();
        await Enter(clinic, Role.Nurse, Today.AddDays(-1));
        var given = seat.Stamp();
        clinic.Clock.Pass(5);

        var told = await clinic.As(Role.Nurse, (DosingDesk desk) => desk.StartInfusion(seat.Session, Infusion, given, default));

        Assert.Empty(told.Refusals);
    }

    [Fact]
    public async Task Keep_nobody_from_the_chair_in_an_emergency()
    {
        await using var clinic = await ClinicInMemory.Open();
        var seat = await ChairInMemory.Arriving(clinic);
        await seat.Dosed();
        await Enter(clinic, Role.Nurse, Today.AddDays(-1));
        await seat.Do(Role.Nurse, (EmergencyDesk desk) => desk.OpenEmergency(seat.Session, seat.Stamp(), default));

        Assert.Empty((await TakeOver(clinic, seat)).Refusals);
    }

    [Fact]
    public async Task Bar_the_go_and_never_the_no_go()
    {
        await using var clinic = await ClinicInMemory.Open();
        var seat = await ChairInMemory.Arriving(clinic);
        await seat.Ready();
        await Enter(clinic, Role.Prescriber, Today.AddDays(-1), "dea-registration");

        var go = await clinic.As(Role.Prescriber, (ClearanceDesk desk) => desk.DecideGo(seat.Session, new() { Go = true }, seat.Stamp(), default));
        var noGo = await clinic.As(Role.Prescriber, (ClearanceDesk desk) => desk.DecideGo(seat.Session, new() { Go = false, Reason = "Pressure" }, seat.Stamp(), default));

        Assert.Equal([("CRE101", "go")], go.Refusals.Select(refusal => (refusal.Code, refusal.At)));
        Assert.DoesNotContain(noGo.Refusals, refusal => refusal.Code == "CRE101");
    }

    [Fact]
    public async Task Are_told_before_they_end_to_their_owner_and_to_the_manager()
    {
        await using var clinic = await ClinicInMemory.Open();
        await Enter(clinic, Role.Nurse, Today.AddDays(60));
        await Enter(clinic, Role.Prescriber, Today.AddDays(61));

        var (manager, nurse, prescriber) = (await Due(clinic, Role.Manager), await Due(clinic, Role.Nurse), await Due(clinic, Role.Prescriber));

        Assert.Equal([("Nurse Rowan", CredentialState.EndsSoon)], manager.Select(one => (one.Name, one.What.State)));
        Assert.Equal(manager.Select(one => one.What.Entry!.Id), nurse.Select(one => one.What.Entry!.Id));
        Assert.Empty(prescriber);
    }

    [Fact]
    public async Task Bar_when_they_were_revoked_and_not_when_they_were_entered_in_error()
    {
        await using var clinic = await ClinicInMemory.Open();
        var revoked = await Enter(clinic, Role.Nurse, Today.AddDays(300));
        await End(clinic, revoked, CredentialEnd.NoLongerValid);
        var barred = (await Of(clinic, Role.Nurse)).Standing.Single(one => one.Kind.Id == LifeSupport);
        await Enter(clinic, Role.Therapist, Today.AddDays(300));
        var wrong = await Enter(clinic, Role.Therapist, Today.AddDays(-300));
        await End(clinic, wrong, CredentialEnd.InError);

        Assert.Equal((CredentialState.Ended, Today.AddDays(-1)), (barred.State, barred.Entry!.LastDay));
        Assert.Equal(CredentialState.Valid, (await Of(clinic, Role.Therapist)).Standing.Single(one => one.Kind.Id == LifeSupport).State);
    }

    [Fact]
    public async Task Speak_against_what_somebody_says_of_themselves_on_the_board()
    {
        await using var clinic = await ClinicInMemory.Open();
        await Enter(clinic, Role.Nurse, Today.AddDays(-1));

        var with = await clinic.As(Role.Nurse, (PresenceDesk desk) => desk.Come(true, default));
        var without = await clinic.As(Role.Nurse, (PresenceDesk desk) => desk.Come(false, default));

        Assert.Equal(["CRE110"], with.Refusals.Select(refusal => refusal.Code));
        Assert.Empty(without.Refusals);
    }

    [Fact]
    public async Task Are_entered_by_a_manager_with_what_they_need()
    {
        await using var clinic = await ClinicInMemory.Open();
        var nurse = ClinicInMemory.Person(Role.Nurse).Id;

        async Task<string> Refused(Role by, Guid person, CredentialForm form) =>
            (await clinic.As(by, (CredentialDesk desk) => desk.Add(person, Id<Credential>.New(clinic.Clock.GetUtcNow()), form, default))).Refusals.Single().Code;

        Assert.Equal("WEB150", await Refused(Role.Nurse, nurse, new(LifeSupport, Today, null, null)));
        Assert.Equal("CRE103", await Refused(Role.Manager, Guid.CreateVersion7(), new(LifeSupport, Today, null, null)));
        Assert.Equal("CRE104", await Refused(Role.Manager, nurse, new("diving", Today, null, null)));
        Assert.Equal("CRE105", await Refused(Role.Manager, nurse, new(LifeSupport, null, null, null)));
        Assert.Equal("CRE111", await Refused(Role.Manager, nurse, new(LifeSupport, new(2226, 3, 2), null, null)));
        Assert.Equal("CRE106", await Refused(Role.Manager, nurse, new(LifeSupport, Today, new string('1', CredentialDesk.LongestText + 1), null)));
        Assert.Equal("CRE107", await Refused(Role.Manager, nurse, new("supervision", null, null, nurse)));
        Assert.Equal("CRE109", (await clinic.As(Role.Manager, (CredentialDesk desk) => desk.End(new(Guid.CreateVersion7()), null, "gone", default))).Refusals.Single().Code);
        Assert.Equal("CRE108", (await clinic.As(Role.Manager, (CredentialDesk desk) => desk.End(new(Guid.CreateVersion7()), CredentialEnd.InError, "gone", default))).Refusals.Single().Code);
        var supervised = await clinic.As(Role.Manager, (CredentialDesk desk) => desk.Add(nurse, Id<Credential>.New(clinic.Clock.GetUtcNow()), new("supervision", null, null, ClinicInMemory.Person(Role.Prescriber).Id), default));
        Assert.Equal("Prescriber Rowan", supervised.Value?.Supervisor);
        Assert.Null(await clinic.As(Role.Prescriber, (CredentialDesk desk) => desk.Of(nurse, default)));
    }

    private static InfusionForm Infusion { get; } = new() { Milligrams = "36", Minutes = "40", Milliliters = "100", Rate = "150" };

    private static string Print(ClinicInMemory clinic, Outcome<Session> outcome) => new SentencePrinter(clinic.Clinic, clinic.Clock.GetUtcNow()).Print(Assert.Single(outcome.Refusals)).Says;

    private static Task<Outcome<Session>> Start(ClinicInMemory clinic, ChairInMemory seat) =>
        clinic.As(Role.Nurse, (DosingDesk desk) => desk.StartInfusion(seat.Session, Infusion, seat.Stamp(), default));

    private static Task<Outcome<Session>> TakeOver(ClinicInMemory clinic, ChairInMemory seat) =>
        clinic.As(Role.Nurse, (HandoverDesk desk) => desk.TakeOver(seat.Session, new() { Told = "Calm, nothing open." }, seat.Stamp(), default));

    private static async Task<Id<Credential>> Enter(ClinicInMemory clinic, Role role, DateOnly until, string kind = LifeSupport)
    {
        var entered = await clinic.As(Role.Manager, (CredentialDesk desk) => desk.Add(
            ClinicInMemory.Person(role).Id, Id<Credential>.New(clinic.Clock.GetUtcNow()), new(kind, until, "A-1", null), default));
        Assert.Empty(entered.Refusals);
        return entered.Value!.Id;
    }

    private static async Task End(ClinicInMemory clinic, Id<Credential> id, CredentialEnd how) =>
        Assert.Empty((await clinic.As(Role.Manager, (CredentialDesk desk) => desk.End(id, how, "As the board wrote", default))).Refusals);

    private static async Task<StaffCredentials> Of(ClinicInMemory clinic, Role role) =>
        (await clinic.As(Role.Manager, (CredentialDesk desk) => desk.Of(ClinicInMemory.Person(role).Id, default)))!;

    private static Task<IReadOnlyList<CredentialDue>> Due(ClinicInMemory clinic, Role role) => clinic.As(role, (CredentialGate gate) => gate.Due(default));
}
