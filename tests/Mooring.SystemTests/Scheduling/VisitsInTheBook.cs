using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Attention;
using Mooring.Clinical.Instruments;
using Mooring.Clinical.Protocols;
using Mooring.Clinical.Scheduling;
using Mooring.Practice.Plans;
using Mooring.Practice.Risk;
using Mooring.Practice.Scheduling;
using Mooring.Practice.Tasks;
using Mooring.Storage;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Courses;

namespace Mooring.SystemTests.Scheduling;

/// <summary>An appointment and the contact of the plan that it is held for go the same way.</summary>
public class VisitsInTheBook
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Move_with_their_appointment_and_are_asked_about_outside_their_days(Engine engine)
    {
        await using var care = await WithAPlan(engine);
        var visit = await Dosing(care, 1);
        var day = visit.What.On.AddDays(1);

        var asked = await Book(care, visit, day);
        var kept = await Book(care, visit, day, "The patient travels on that day");
        var twice = await Book(care, visit, day.AddDays(1));

        Assert.Equal(["APT113"], asked.Refusals.Select(refusal => refusal.Code));
        Assert.Empty(kept.Refusals);
        Assert.Equal((day, "The patient travels on that day"), (await Dosing(care, 1)) is var moved ? (moved.What.On, moved.MovedBecause) : default);
        Assert.Equal(["APT130"], twice.Refusals.Select(refusal => refusal.Code));
    }

    [Fact]
    public async Task Lie_as_far_apart_as_the_phase_of_the_earlier_dose_wants()
    {
        await using var care = await WithAPlan();
        await care.Ask(Role.Manager, async services =>
        {
            // A protocol whose second phase is weekly, and two doses of it.
            var db = services.GetRequiredService<MooringDb>();
            await db.Database.ExecuteSqlRawAsync("UPDATE plans SET \"What\" = replace(\"What\", '\"KAP-IM\"', '\"TRD-IV-STD\"')", CancellationToken.None);
            return await db.Database.ExecuteSqlRawAsync("UPDATE visits SET \"Phase\" = 1 WHERE \"Session\" > 1", CancellationToken.None);
        });
        var (second, third) = (await Dosing(care, 2), await Dosing(care, 3));
        Assert.Empty((await Book(care, second, reason: "The patient travels afterwards")).Refusals);

        Task<Outcome<Placed>> Try(int days) => care.Ask(Role.FrontDesk, services => services
            .GetRequiredService<BookingDesk>().Try(new() { Patient = care.Patient, Visit = third.Id, Day = second.What.On.AddDays(days), Time = new(10, 0) }, CancellationToken.None));

        Assert.Contains((await Try(4)).Value!.Conflicts, conflict => conflict.Kind == ConflictKind.TooSoon);
        Assert.DoesNotContain((await Try(7)).Value!.Conflicts, conflict => conflict.Kind == ConflictKind.TooSoon);
    }

    [Fact]
    public async Task Are_missed_and_booked_again_and_stand_on_the_list_until_then()
    {
        await using var care = await WithAPlan();
        var id = (await Book(care, await Dosing(care, 1))).Value!.What.Id;
        care.Clock.Now = await Start(care, id) + TimeSpan.FromHours(1);

        await Attend(care, desk => desk.NoShow(id, "Nobody came, and nobody answers", CancellationToken.None));
        var missed = await Dosing(care, 1);
        var waiting = await care.WaitingFor(Role.FrontDesk);
        var again = await Book(care, missed, missed.What.On.AddDays(1), "The next day that suits");

        Assert.Equal(VisitState.Missed, missed.State);
        Assert.Contains(waiting, task => task.Kind == TaskKind.BookAgain);
        Assert.DoesNotContain(waiting, task => task.Kind == TaskKind.MissedAtRisk);
        Assert.Empty(again.Refusals);
        Assert.Equal(VisitState.Planned, (await Dosing(care, 1)).State);
        Assert.DoesNotContain(await care.WaitingFor(Role.FrontDesk), task => task.Kind == TaskKind.BookAgain);
    }

    [Fact]
    public async Task Call_somebody_the_same_day_when_suicide_risk_was_found_shortly_before()
    {
        await using var care = await WithAPlan();
        care.Clock.Now = new(2026, 3, 10, 15, 0, 0, TimeSpan.Zero);
        await care.Ask(Role.Nurse, services => services.GetRequiredService<RiskDesk>()
            .Screen(care.Patient, Id<AnswerSheet>.New(care.Clock.Now), [1, 1, 1, 0, 0, 0, null], CancellationToken.None, "c-ssrs-screener"));
        var id = (await Book(care, await Dosing(care, 1))).Value!.What.Id;
        care.Clock.Now = await Start(care, id) + TimeSpan.FromHours(1);

        await Attend(care, desk => desk.NoShow(id, "Nobody came", CancellationToken.None));
        var waiting = await care.WaitingFor(Role.Nurse);
        var closed = await care.Ask(Role.Nurse, services => services.GetRequiredService<AttentionDesk>().Close(care.Patient, MatterKind.MissedAtRisk, id.Value, "Reached by phone; safe, and comes on Thursday.", CancellationToken.None));
        var after = await care.WaitingFor(Role.Nurse);

        Assert.Contains(waiting, task => task.Kind == TaskKind.MissedAtRisk && task.IsRisk && task.IsUrgent);
        Assert.Empty(closed.Refusals);
        Assert.DoesNotContain(after, task => task.Kind == TaskKind.MissedAtRisk);
    }

    [Fact]
    public async Task Take_their_appointments_with_them_when_the_plan_ends_or_somebody_arrives()
    {
        await using var care = await WithAPlan();
        var (first, second) = ((await Book(care, await Dosing(care, 1))).Value!.What.Id, (await Book(care, await Dosing(care, 2))).Value!.What.Id);
        var visit = await Dosing(care, 1);

        await care.Ask(Role.Nurse, services => services.GetRequiredService<VisitDesk>().Arrive(care.Patient, visit.Id, CancellationToken.None));
        var signed = await care.Sign(CareClinic.PlanForm("40"));

        Assert.Empty(signed.Refusals);
        Assert.Equal(AppointmentState.Arrived, (await Find(care, first)).What.State);
        Assert.Equal((AppointmentState.Canceled, EndCause.Clinic), (await Find(care, second)) is var ended ? (ended.What.State, ended.Cause) : default);
    }

    private static async Task<CareClinic> WithAPlan(Engine engine = Engine.Sqlite)
    {
        var care = await CareClinic.WithSomeoneKnown(engine);
        Assert.Empty((await care.FindEligible()).Refusals);
        await care.Consent();
        Assert.Empty((await care.Sign(CareClinic.PlanForm("50"))).Refusals);
        await care.Clinic.Seats.Chair("Chair 1", "East room");
        return care;
    }

    private static async Task<PlannedVisit> Dosing(CareClinic care, int session) =>
        (await care.Ask(Role.FrontDesk, services => services.GetRequiredService<VisitDesk>().Of(care.Patient, CancellationToken.None)))
            .First(visit => visit.What.Kind == VisitKind.Dosing && visit.What.Session == session && visit.State != VisitState.Canceled);

    private static Task<Outcome<Placed>> Book(CareClinic care, PlannedVisit visit, DateOnly? day = null, string? reason = null) => care.Ask(Role.FrontDesk, services => services
        .GetRequiredService<BookingDesk>().Book(new() { Patient = care.Patient, Visit = visit.Id, Day = day ?? visit.What.On, Time = new(10, 0), Override = reason }, CancellationToken.None));

    private static async Task<DateTimeOffset> Start(CareClinic care, Id<Appointment> id) => (await Find(care, id)).What.Start;

    private static async Task<BookEntry> Find(CareClinic care, Id<Appointment> id) =>
        (await care.Ask(Role.FrontDesk, services => services.GetRequiredService<BookDesk>().Find(id, CancellationToken.None)))!;

    private static async Task Attend(CareClinic care, Func<AttendanceDesk, Task<Outcome<Appointment>>> act) =>
        Assert.Empty((await care.Ask(Role.FrontDesk, services => act(services.GetRequiredService<AttendanceDesk>()))).Refusals);
}
