using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Privacy;
using Mooring.Practice.Patients;
using Mooring.Practice.Privacy;
using Mooring.Practice.Tasks;

namespace Mooring.Tests.Practice;

/// <summary>A chart that is open to its care team alone.</summary>
public class RestrictedCharts
{
    [Fact]
    public async Task Are_opened_with_a_reason_for_some_hours_and_reviewed_by_another_person()
    {
        await using var clinic = await ClinicInMemory.Open();
        var patient = await Restricted(clinic);
        Assert.Equal(ChartDoor.Shut, await Door(clinic, Role.Nurse, patient));

        var opened = await clinic.As(Role.Nurse, (OpeningDesk desk) => desk.Open(patient, OpeningReason.CoversForColleague, " Covers today. ", default));
        var (during, others) = (await Door(clinic, Role.Nurse, patient), await Door(clinic, Role.Technician, patient));
        var own = await clinic.As(ClinicInMemory.Person(Role.Nurse), (OpeningDesk desk) => desk.Review(opened.Value!.Id, ReviewFinding.Justified, "Fine.", default));
        var reviewed = await clinic.As(Role.PrivacyOfficer, (OpeningDesk desk) => desk.Review(opened.Value!.Id, ReviewFinding.Justified, "Asked, and it was so.", default));
        clinic.Clock.Pass(4 * 60);

        Assert.Equal((ChartDoor.Opened, ChartDoor.Shut), (during, others));
        Assert.Equal("Covers today.", opened.Value!.Says);
        Assert.Equal("WEB150", own.Refusals[0].Code);
        Assert.Equal(ReviewFinding.Justified, reviewed.Value!.Finding);
        Assert.Equal(ChartDoor.Shut, await Door(clinic, Role.Nurse, patient));
    }

    [Fact]
    public async Task Are_reviewed_by_nobody_who_opened_them()
    {
        await using var clinic = await ClinicInMemory.Open();
        var patient = await Restricted(clinic);
        var opened = await clinic.As(Role.MedicalDirector, (OpeningDesk desk) => desk.Open(patient, OpeningReason.QualityOrSafety, "A complaint.", default));

        var own = await clinic.As(Role.MedicalDirector, (OpeningDesk desk) => desk.Review(opened.Value!.Id, ReviewFinding.Justified, "Fine.", default));

        Assert.Equal("PRV127", Assert.Single(own.Refusals).Code);
    }

    [Fact]
    public async Task Make_a_task_for_the_officer_and_for_who_leads_the_treatment()
    {
        await using var clinic = await ClinicInMemory.Open();
        var patient = await Restricted(clinic);
        await clinic.As(Role.PrivacyOfficer, (CareTeamDesk desk) => desk.Name(patient, ClinicInMemory.Person(Role.Therapist).Id, true, null, null, default));

        await clinic.As(Role.Nurse, (OpeningDesk desk) => desk.Open(patient, OpeningReason.Emergency, "Fell in the hall.", default));

        Assert.Contains(await Tasks(clinic, Role.PrivacyOfficer), task => task.Kind == TaskKind.ReviewOpening);
        Assert.Contains(await Tasks(clinic, Role.Therapist), task => task.Kind == TaskKind.ReviewOpening);
        Assert.DoesNotContain(await Tasks(clinic, Role.Nurse), task => task.Kind == TaskKind.ReviewOpening);
    }

    [Fact]
    public async Task Show_no_clinical_fact_in_lists_to_whoever_is_outside()
    {
        await using var clinic = await ClinicInMemory.Open();
        var patient = await ChairInMemory.TakenIn(clinic);
        var before = await Tasks(clinic, Role.Nurse);
        await Restrict(clinic, patient);
        await clinic.As(Role.PrivacyOfficer, (CareTeamDesk desk) => desk.Name(patient, ClinicInMemory.Person(Role.Prescriber).Id, true, null, null, default));

        var outside = Assert.Single(await Lines(clinic, Role.Nurse));
        var inside = Assert.Single(await Lines(clinic, Role.Prescriber));

        Assert.NotEmpty(before);
        Assert.Equal((true, null, null), (outside.IsRestricted, outside.Step, outside.Waits));
        Assert.Equal((false, "Screening"), (inside.IsRestricted, inside.Step));
        Assert.All(await Tasks(clinic, Role.Nurse), task => Assert.Equal((TaskKind.RestrictedChart, ""), (task.Kind, task.Act)));
        var refused = await clinic.As(Role.Nurse, (WorkDesk desk) => desk.Take(before[0].Id!.Value, default));
        Assert.Equal("PRV129", Assert.Single(refused.Refusals).Code);
    }

    [Fact]
    public async Task Are_seen_at_the_chair_at_once_and_the_reason_is_asked_afterwards()
    {
        await using var clinic = await ClinicInMemory.Open();
        var seat = await clinic.Seats.Seat(1, "Noor", isCheckedIn: true);
        await Restrict(clinic, seat.Patient);

        var door = await Door(clinic, Role.Technician, seat.Patient);
        await clinic.As(Role.Technician, async (OpeningDesk desk) => { await desk.SeenAtTheChair(seat.Patient, default); await desk.SeenAtTheChair(seat.Patient, default); return true; });
        var opening = Assert.Single(await clinic.As(Role.Technician, (OpeningDesk desk) => desk.Of(seat.Patient, default)));
        var asked = await Tasks(clinic, Role.Technician);
        var said = await clinic.As(Role.Technician, (OpeningDesk desk) => desk.Say(opening.Id, OpeningReason.Emergency, "Helped at the chair.", default));

        Assert.Equal(ChartDoor.AtTheChair, door);
        Assert.Null(opening.Reason);
        Assert.Contains(asked, task => task.Kind == TaskKind.SayWhyOpened);
        Assert.Equal(OpeningReason.Emergency, said.Value!.Reason);
    }

    [Fact]
    public async Task Name_nobody_for_the_team_from_outside_it()
    {
        await using var clinic = await ClinicInMemory.Open();
        var patient = await Restricted(clinic);
        Task<Outcome<Guid>> Name(Role by, Role whom) => clinic.As(by, (CareTeamDesk desk) => desk.Name(patient, ClinicInMemory.Person(whom).Id, false, null, null, default));

        string[] codes = [.. new[] { await Name(Role.Prescriber, Role.Prescriber), await Name(Role.Prescriber, Role.Nurse), await Name(Role.MedicalDirector, Role.MedicalDirector) }.Select(one => one.Refusals[0].Code)];

        Assert.Equal(["PRV112", "PRV112", "PRV112"], codes);
        Assert.True((await Name(Role.PrivacyOfficer, Role.Nurse)).IsDone);
        Assert.Equal(ChartDoor.Open, await Door(clinic, Role.Nurse, patient));
    }

    [Fact]
    public async Task Are_not_what_somebody_from_elsewhere_finds_unless_they_were_named()
    {
        await using var clinic = await ClinicInMemory.Open();
        var patient = await ChairInMemory.TakenIn(clinic);
        Assert.Empty(await Lines(clinic, Role.OutsideTherapist));

        await clinic.As(Role.Prescriber, (CareTeamDesk desk) => desk.Name(patient, ClinicInMemory.Person(Role.OutsideTherapist).Id, false, null, null, default));

        Assert.Single(await Lines(clinic, Role.OutsideTherapist));
        Assert.Equal(ChartDoor.Open, await Door(clinic, Role.OutsideTherapist, patient));
        clinic.Clock.Pass(1 * 24 * 60);
        var line = (await clinic.As(Role.Prescriber, (CareTeamDesk desk) => desk.Of(patient, default))).Single(member => member.Named is not null);
        await clinic.As(Role.Prescriber, (CareTeamDesk desk) => desk.End(patient, line.Named!.Value, default));
        Assert.Equal(ChartDoor.NotShared, await Door(clinic, Role.OutsideTherapist, patient));
    }

    private static async Task<Id<Patient>> Restricted(ClinicInMemory clinic)
    {
        var patient = await ChairInMemory.TakenIn(clinic);
        await Restrict(clinic, patient);
        return patient;
    }

    private static async Task Restrict(ClinicInMemory clinic, Id<Patient> patient) =>
        Assert.True((await clinic.As(Role.PrivacyOfficer, (RestrictionDesk desk) => desk.Restrict(patient, RestrictionKind.StaffMember, "Works here.", default))).IsDone);

    private static Task<ChartDoor> Door(ClinicInMemory clinic, Role role, Id<Patient> patient) => clinic.As(role, (ChartAccess access) => access.Of(patient, default));

    private static async Task<IReadOnlyList<PatientLine>> Lines(ClinicInMemory clinic, Role role)
    {
        var all = await clinic.As(role, (PatientDesk desk) => desk.Search(null, default));
        return await clinic.As(role, (PatientListDesk desk) => desk.Lines(all, ClinicInMemory.Person(role), default));
    }

    private static async Task<IReadOnlyList<WaitingTask>> Tasks(ClinicInMemory clinic, Role role)
    {
        await clinic.As(role, async (TaskRecount recount) => { await recount.Settled(); return true; });
        return await clinic.As(role, (WaitingDesk desk) => desk.All(ClinicInMemory.Person(role), default));
    }
}
