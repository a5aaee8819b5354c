using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Scheduling;
using Mooring.Practice.Access;
using Mooring.Practice.Scheduling;

namespace Mooring.Tests.Practice;

/// <summary>Who comes, who does not, who is away, and who waits.</summary>
public class KeepingTheBook
{
    // The clinic's clock stands at 9 in the morning of this Monday.
    private static readonly DateOnly Monday = new(2026, 3, 2);

    [Fact]
    public async Task Marks_who_comes_late_who_has_come_and_who_has_left()
    {
        await using var clinic = await ClinicInMemory.Open();
        var id = await Booked(clinic, new(9, 30));

        Assert.False((await Find(clinic, id)).IsLate);
        clinic.Clock.Pass(41);
        Assert.True((await Find(clinic, id)).IsLate);
        await Done(clinic, desk => desk.Late(id, new(10, 30), default));
        Assert.False((await Find(clinic, id)).IsLate);
        await Done(clinic, desk => desk.Arrive(id, default));
        Assert.Equal(clinic.Clock.GetUtcNow(), (await Find(clinic, id)).ArrivedAt);
        await Done(clinic, desk => desk.Leave(id, default));
        Assert.Equal(AppointmentState.Done, (await Find(clinic, id)).What.State);
    }

    [Fact]
    public async Task Says_that_nobody_came_only_once_they_could_be_late_and_takes_a_slip_back()
    {
        await using var clinic = await ClinicInMemory.Open();
        var id = await Booked(clinic, new(9, 30));

        Assert.Equal("APT134", await Code(clinic, desk => desk.NoShow(id, "Nobody came", default)));
        clinic.Clock.Pass(45);
        Assert.Equal("APT121", await Code(clinic, desk => desk.NoShow(id, " ", default)));
        await Done(clinic, desk => desk.NoShow(id, "Nobody came", default));
        Assert.Equal("APT131", await Code(clinic, desk => desk.Arrive(id, default)));
        await Done(clinic, desk => desk.Reopen(id, default));
        Assert.Equal(AppointmentState.Booked, (await Find(clinic, id)).What.State);
    }

    [Theory]
    [InlineData(EndCause.Patient, true)]
    [InlineData(EndCause.Clinical, false)]
    [InlineData(EndCause.Clinic, false)]
    public async Task Counts_a_late_cancellation_only_where_it_lay_with_the_patient(EndCause cause, bool isLate)
    {
        await using var clinic = await ClinicInMemory.Open();
        var id = await Booked(clinic, new(13, 0));

        await Done(clinic, desk => desk.Cancel(id, cause, "Blood pressure at home is high", default));

        Assert.Equal((isLate, cause), (await Find(clinic, id)) is var entry ? (entry.IsLateCancel, entry.Cause!.Value) : default);
    }

    [Fact]
    public async Task Gives_a_held_time_free_when_nobody_agreed_and_books_it_when_they_did()
    {
        await using var clinic = await ClinicInMemory.Open();
        var day = Monday.AddDays(4);
        var held = await Booked(clinic, new(9, 0), day, hold: Monday.AddDays(1));
        var other = await Person(clinic, "Ida");
        BookingForm form = new() { Patient = other, Type = "consultation", Day = day, Time = new(9, 0) };

        var taken = await clinic.As(Role.FrontDesk, (BookingDesk desk) => desk.Book(form, default));
        clinic.Clock.Pass(2 * 24 * 60);
        Assert.True((await Find(clinic, held)).IsLapsed);
        var free = await clinic.As(Role.FrontDesk, (BookingDesk desk) => desk.Book(form, default));

        Assert.Contains(taken.Refusals, refusal => refusal.Code == "APT101");
        Assert.Empty(free.Refusals);
        Assert.Equal("APT101", await Code(clinic, desk => desk.Confirm(held, default)));
    }

    [Fact]
    public async Task Names_what_a_leave_troubles_and_books_nobody_into_it()
    {
        await using var clinic = await ClinicInMemory.Open();
        var id = await Booked(clinic, new(13, 0));
        var prescriber = new Id<Resource>(ClinicInMemory.Person(Role.Prescriber).Id);

        var leave = await clinic.As(Role.FrontDesk, (LeaveDesk desk) => desk.Add(new(prescriber, Monday, Monday, new(12, 0), null, "Dentist"), default));
        var refused = await clinic.As(Role.FrontDesk, (BookingDesk desk) => desk.Book(new() { Patient = leave.Value!.Troubled[0].Patient, Type = "consultation", Day = Monday, Time = new(15, 0) }, default));
        await clinic.As(Role.FrontDesk, (LeaveDesk desk) => desk.Remove(leave.Value!.What.Id, default));
        var after = await clinic.As(Role.FrontDesk, (BookingDesk desk) => desk.Book(new() { Patient = leave.Value!.Troubled[0].Patient, Type = "consultation", Day = Monday, Time = new(15, 0) }, default));

        Assert.Equal([id], leave.Value!.Troubled.Select(one => one.Id));
        Assert.Contains(refused.Refusals, refusal => refusal.Code == "APT105");
        Assert.Empty(after.Refusals);
    }

    [Fact]
    public async Task Knows_one_absence_whether_it_was_entered_as_leave_or_as_being_away()
    {
        await using var clinic = await ClinicInMemory.Open();
        var (prescriber, nurse) = (ClinicInMemory.Person(Role.Prescriber).Id, ClinicInMemory.Person(Role.Nurse).Id);
        var patient = await Person(clinic, "Ida");
        BookingForm form = new() { Patient = patient, Type = "consultation", Day = Monday.AddDays(1), Time = new(10, 0) };

        var leave = await clinic.As(Role.FrontDesk, (LeaveDesk desk) => desk.Add(new(new(prescriber), Monday.AddDays(1), Monday.AddDays(2), null, null, "Vacation"), default));
        await clinic.As(Role.Nurse, (AwayDesk desk) => desk.Say(nurse, Monday.AddDays(1), Monday.AddDays(1), null, default));
        var (away, ahead) = (await clinic.As(Role.Nurse, (AwayDesk desk) => desk.Coming(default)), await clinic.As(Role.FrontDesk, (LeaveDesk desk) => desk.Ahead(default)));
        var refused = await clinic.As(Role.FrontDesk, (BookingDesk desk) => desk.Book(form, default));
        var twice = await clinic.As(Role.FrontDesk, (LeaveDesk desk) => desk.Add(new(new(prescriber), Monday.AddDays(2), Monday.AddDays(2), null, null, null), default));
        await clinic.As(Role.FrontDesk, (LeaveDesk desk) => desk.Remove(leave.Value!.What.Id, default));
        var after = await clinic.As(Role.FrontDesk, (BookingDesk desk) => desk.Book(form, default));

        Assert.Equal([prescriber, nurse], away.Select(one => one.Person).Order());
        Assert.Equal([("Nurse Rowan", null), ("Prescriber Rowan", "Vacation")], ahead.Select(one => (one.Name, one.Note)).Order());
        Assert.NotEmpty(refused.Refusals);
        Assert.Equal([("AWY103", "first")], twice.Refusals.Select(refusal => (refusal.Code, refusal.At)));
        Assert.Empty(after.Refusals);
        Assert.Equal([nurse], (await clinic.As(Role.Nurse, (AwayDesk desk) => desk.Coming(default))).Select(one => one.Person));
    }

    [Fact]
    public async Task Proposes_who_waits_when_a_time_becomes_free_and_ends_the_wait_with_the_booking()
    {
        await using var clinic = await ClinicInMemory.Open();
        var id = await Booked(clinic, new(13, 0));
        var (usual, urgent) = (await Person(clinic, "Ida"), await Person(clinic, "Ola"));
        foreach (var (patient, priority) in new[] { (usual, WaitPriority.Usual), (urgent, WaitPriority.MissedInduction) })
            Assert.Empty((await clinic.As(Role.FrontDesk, (WaitlistDesk desk) => desk.Add(new() { Patient = patient, Types = ["consultation"], NoticeHours = 1, Priority = priority }, default))).Refusals);

        await Done(clinic, desk => desk.Cancel(id, EndCause.Patient, "Has a cold", default));
        var fits = await clinic.As(Role.FrontDesk, (WaitlistDesk desk) => desk.For(id, default));
        var booked = await clinic.As(Role.FrontDesk, (BookingDesk desk) => desk.Book(new() { Patient = urgent, Type = "consultation", Day = Monday, Time = new(13, 0), Waiting = fits[0].What.Id }, default));

        Assert.Equal([urgent, usual], fits.Select(fit => fit.What.Patient));
        Assert.Empty(booked.Refusals);
        Assert.Equal([usual], (await clinic.As(Role.FrontDesk, (WaitlistDesk desk) => desk.All(default))).Select(one => one.What.Patient));
    }

    [Fact]
    public async Task Books_a_whole_series_or_none_of_it()
    {
        await using var clinic = await ClinicInMemory.Open();
        await clinic.Seats.Chair("Chair 1", "Room A");
        var patient = await Person(clinic, "Noor");
        var form = new SeriesForm { Patient = patient, Type = "dosing-iv", Protocol = "TRD-IV-STD", Count = 6, First = Monday.AddDays(1), Time = new(9, 0), Weekdays = [DayOfWeek.Tuesday, DayOfWeek.Friday] };
        await clinic.As(Role.FrontDesk, (BookingDesk desk) => desk.Book(new() { Patient = Person(clinic, "Ida").Result, Type = "dosing-iv", Day = Monday.AddDays(8), Time = new(9, 30) }, default));

        var refused = await clinic.As(Role.FrontDesk, (SeriesDesk desk) => desk.Book(form, default));
        var none = (await clinic.As(Role.FrontDesk, (BookDesk desk) => desk.Of(patient, default))).Count;
        var moved = await clinic.As(Role.FrontDesk, (SeriesDesk desk) => desk.Book(form with { Changed = new Dictionary<int, DateTime> { [3] = new(2026, 3, 10, 13, 0, 0) } }, default));

        Assert.All(refused.Refusals, refusal => Assert.StartsWith("visits[3].", refusal.At, StringComparison.Ordinal));
        Assert.Equal(0, none);
        Assert.Equal(6, moved.Value!.Count);
        Assert.Single((await clinic.As(Role.FrontDesk, (BookDesk desk) => desk.Of(patient, default))).Select(entry => entry.What.Series).Distinct());
        var later = await clinic.As(Role.FrontDesk, (BookingDesk desk) => desk.Move(
            new() { Id = moved.Value[4].What.Id, Day = moved.Value[4].What.Day, Time = new(14, 0), Scope = MoveScope.Following, Because = "Works in the mornings" }, default));
        Assert.Equal(2, later.Value!.Count);
        Assert.Equal([9, 9, 13, 9, 14, 14], (await clinic.As(Role.FrontDesk, (BookDesk desk) => desk.Of(patient, default))).Select(entry => entry.What.Wall.Hour).Reverse());
    }

    [Fact]
    public async Task Tells_the_second_of_two_who_move_the_same_appointment()
    {
        await using var clinic = await ClinicInMemory.Open();
        var id = await Booked(clinic, new(13, 0));
        var shown = (await Find(clinic, id)).Sequence;

        var first = await clinic.As(Role.FrontDesk, (BookingDesk desk) => desk.Move(new() { Id = id, Day = Monday, Time = new(14, 0), Because = "Later is better", Shown = shown }, default));
        var second = await clinic.As(Role.FrontDesk, (BookingDesk desk) => desk.Move(new() { Id = id, Day = Monday, Time = new(15, 0), Because = "Later is better", Shown = shown }, default));

        Assert.Empty(first.Refusals);
        Assert.Equal("APT129", Assert.Single(second.Refusals).Code);
    }

    [Fact]
    public async Task Keeps_rooms_with_what_they_need_between_two_visits()
    {
        await using var clinic = await ClinicInMemory.Open();
        var room = (await clinic.As(Role.Manager, (ResourceDesk desk) => desk.Add(ResourceKind.Room, " Room 1 ", default))).Value!;
        await clinic.As(Role.Manager, (ResourceDesk desk) => desk.Set(room.Id, new(null, null, 30, null), default));
        await Booked(clinic, new(13, 0));
        var (ida, ola) = (await Person(clinic, "Ida"), await Person(clinic, "Ola"));

        var early = await clinic.As(Role.FrontDesk, (BookingDesk desk) => desk.Book(new() { Patient = ida, Type = "integration", Day = Monday, Time = new(14, 15), Resources = [room.Id] }, default));
        var late = await clinic.As(Role.FrontDesk, (BookingDesk desk) => desk.Book(new() { Patient = ola, Type = "integration", Day = Monday, Time = new(14, 30), Resources = [room.Id] }, default));

        Assert.Equal("APT103", Assert.Single(early.Refusals).Code);
        Assert.Empty(late.Refusals);
        Assert.Equal("SCH102", Assert.Single((await clinic.As(Role.Manager, (ResourceDesk desk) => desk.Add(ResourceKind.Room, "Room 1", default))).Refusals).Code);
        Assert.Equal("SCH103", Assert.Single((await clinic.As(Role.Manager, (ResourceDesk desk) => desk.Add(ResourceKind.Nurse, "Nurse", default))).Refusals).Code);
        Assert.True((await clinic.As(Role.Manager, (ResourceDesk desk) => desk.Retire(room.Id, default))).Value!.IsRetired);
    }

    [Fact]
    public async Task Offers_only_times_at_which_nothing_stands_against_it()
    {
        await using var clinic = await ClinicInMemory.Open();
        await Booked(clinic, new(13, 0));

        var free = (await clinic.As(Role.FrontDesk, (BookingDesk desk) => desk.Free(new() { Patient = Person(clinic, "Ida").Result, Type = "consultation", Day = Monday }, default))).Value!;

        Assert.Equal(new(9, 0), free[0]);
        Assert.DoesNotContain(free, time => time > new TimeOnly(12, 0) && time < new TimeOnly(14, 0));
        Assert.Equal(new(15, 45), free[^1]);
    }

    private static Task<Id<Patient>> Person(ClinicInMemory clinic, string given) => ChairInMemory.TakenIn(clinic, given);

    private static async Task<Id<Appointment>> Booked(ClinicInMemory clinic, TimeOnly time, DateOnly? day = null, DateOnly? hold = null)
    {
        var booked = await clinic.As(Role.FrontDesk, (BookingDesk desk) => desk.Book(new() { Patient = Person(clinic, "Noor").Result, Type = "consultation", Day = day ?? Monday, Time = time, HoldUntil = hold }, default));
        Assert.Empty(booked.Refusals);
        return booked.Value!.What.Id;
    }

    private static async Task<BookEntry> Find(ClinicInMemory clinic, Id<Appointment> id) => (await clinic.As(Role.FrontDesk, (BookDesk desk) => desk.Find(id, default)))!;

    private static async Task Done(ClinicInMemory clinic, Func<AttendanceDesk, Task<Outcome<Appointment>>> act) => Assert.Empty((await clinic.As(Role.FrontDesk, act)).Refusals);

    private static async Task<string> Code(ClinicInMemory clinic, Func<AttendanceDesk, Task<Outcome<Appointment>>> act) => (await clinic.As(Role.FrontDesk, act)).Refusals[0].Code;
}
