using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Scheduling;
using Mooring.Practice.Access;
using Mooring.Practice.Plans;
using Mooring.Practice.Scheduling;

namespace Mooring.Demo;

/// <summary>The appointment book of the demo: today as a front desk would find it, and what lies ahead.</summary>
internal sealed class DemoBook(DemoStage stage, DateTimeOffset now)
{
    private const string Agreed = "Agreed with everybody concerned.";

    private DateOnly Today => stage.Clinic.DayOf(now);

    private DateTimeOffset Before => now - TimeSpan.FromDays(1);

    /// <summary>Who else works here, and the rooms.</summary>
    public async Task Open(DateTimeOffset at)
    {
        foreach (var (name, user) in new[] { ("Rae Maple", "rae"), ("Wren Oakes", "wren") })
            await stage.Do(Role.Manager, at, (StaffDesk desk) => desk.Add(name, user, Role.Nurse, default));
        foreach (var room in new[] { "Talking room", "Garden room" })
            await stage.Do(Role.Manager, at, (ResourceDesk desk) => desk.Add(ResourceKind.Room, room, default));
    }

    /// <summary>The dosing visit of somebody who gets a dose at this time, in this chair.</summary>
    public Task Dosing(Id<Patient> patient, PlannedVisit visit, Id<Chair> chair, DateTimeOffset doseAt)
    {
        var start = stage.Clinic.LocalTime(doseAt.AddMinutes(-30));
        var time = new TimeOnly(start.Hour, start.Minute / 5 * 5);
        return Keep(new() { Patient = patient, Visit = visit.Id, Day = DateOnly.FromDateTime(start.DateTime), Time = time, Resources = [new(chair.Value)], Ride = "A friend, by car" }, doseAt.AddHours(-20));
    }

    /// <summary>All else of today, and what comes after.</summary>
    public async Task Fill(IReadOnlyDictionary<DemoPerson, Id<Patient>> people)
    {
        await Book(people[DemoCast.Waiting], "nurse-visit", 8, 15);
        await Book(people[DemoCast.Eligible], "nurse-visit", 8, 30);
        await Book(people[DemoCast.InCourse], "integration", 9, 0);
        var missed = await Book(people[DemoCast.NotEligible], "phone-call", 9, 30);
        await Book(people[DemoCast.AtRisk], "consultation", 10, 0);
        await Book(people[DemoCast.Consented], "preparation", 10, 30);
        await Book(people[DemoCast.ToReview], "review", 11, 15);
        await Book(people[DemoCast.Eligible], "preparation", 13, 30);
        var canceled = await Book(people[DemoCast.Asked], "consultation", 14, 0);
        await Book(people[DemoCast.InCourse], "review", 15, 15);
        await Book(people[DemoCast.ToReview], "phone-call", 16, 30);
        await Keep(Form(people[DemoCast.Waiting], "consultation", Today, 15, 45) with { HoldUntil = Today.AddDays(2), Note = "Asks at work whether the afternoon is free." }, Before);
        await stage.Do(Role.FrontDesk, now.AddHours(-2), (AttendanceDesk desk) => desk.Cancel(canceled.Id, EndCause.Patient, "Has a cold, and wants another day.", default));
        await Come(missed);
        await Ahead(people);
    }

    // Whoever should have come has; one did not answer the phone.
    private async Task Come(Appointment missed)
    {
        var page = await stage.Ask(Role.FrontDesk, now, (BookDesk desk) => desk.Day(Today, default));
        foreach (var entry in page.Day.Entries.Where(entry => entry.What.State == AppointmentState.Booked && entry.What.Start < now.AddMinutes(-15)))
        {
            if (entry.What.Id == missed.Id)
            {
                await stage.Do(Role.FrontDesk, now.AddMinutes(-1), (AttendanceDesk desk) => desk.NoShow(missed.Id, "Nobody answered, three times.", default));
                continue;
            }

            await stage.Do(Role.FrontDesk, entry.What.Start, (AttendanceDesk desk) => desk.Arrive(entry.What.Id, default));
            if (entry.What.End < now)
                await stage.Do(Role.FrontDesk, entry.What.End, (AttendanceDesk desk) => desk.Leave(entry.What.Id, default));
        }
    }

    private async Task Ahead(IReadOnlyDictionary<DemoPerson, Id<Patient>> people)
    {
        var (tomorrow, week) = (Today.AddDays(1), Today.AddDays(7));
        foreach (var (person, hour) in new[] { (DemoCast.Infusing, 10), (DemoCast.Recovering, 11) })
            await Keep(Form(people[person], "follow-up-call", tomorrow, hour, 0), Before);
        await Keep(Form(people[DemoCast.Consented], "consultation", tomorrow, 14, 0), Before);
        await Keep(Form(people[DemoCast.Referred], "consultation", tomorrow, 8, 30), now.AddHours(-1));
        await Keep(Form(people[DemoCast.Eligible], "preparation", week, 13, 0), Before);
        foreach (var person in new[] { DemoCast.Infusing, DemoCast.Recovering, DemoCast.InCourse })
            await Course(people[person]);
        var (therapist, day) = (stage.Staff[Role.Therapist].Id, week.AddDays(2));
        await stage.Do(Role.FrontDesk, Before, (LeaveDesk desk) => desk.Add(new(new(therapist), day, day.AddDays(1), null, null, "A course in another city"), default));
        await stage.Do(Role.FrontDesk, now, (WaitlistDesk desk) => desk.Add(
            new() { Patient = people[DemoCast.Asked], Types = ["consultation"], NoticeHours = 2, Windows = [new(DayOfWeek.Tuesday, new(8, 0), new(12, 0)), new(DayOfWeek.Thursday, new(8, 0), new(12, 0))] }, default));
        await stage.Do(Role.FrontDesk, now, (WaitlistDesk desk) => desk.Add(
            new() { Patient = people[DemoCast.AtRisk], NoticeHours = 24, Priority = WaitPriority.Clinical, Note = "Any morning; comes by bus." }, default));
    }

    // The sessions of a plan that lie ahead, all in one step.
    private async Task Course(Id<Patient> patient)
    {
        var visits = (await stage.Ask(Role.FrontDesk, now, (VisitDesk desk) => desk.Of(patient, default)))
            .Where(visit => visit is { What.Kind: Clinical.Protocols.VisitKind.Dosing, State: VisitState.Planned, SessionId: null } && visit.What.On > Today).Select(visit => visit.Id).ToList();
        if (visits.Count > 0)
            await stage.Do(Role.FrontDesk, Before, (SeriesDesk desk) => desk.Book(new() { Patient = patient, Visits = visits, Time = new(9, 30), Override = Agreed }, default));
    }

    private Task<Appointment> Book(Id<Patient> patient, string type, int hour, int minute) => Keep(Form(patient, type, Today, hour, minute), Before);

    private static BookingForm Form(Id<Patient> patient, string type, DateOnly day, int hour, int minute) =>
        new() { Patient = patient, Type = type, Day = day, Time = new(hour, minute) };

    // Whatever the day of the demonstration is: what stands against it is passed with a reason.
    private async Task<Appointment> Keep(BookingForm form, DateTimeOffset at) =>
        (await stage.Do(Role.FrontDesk, at, (BookingDesk desk) => desk.Book(form with { Override = Agreed }, default))).What;
}
