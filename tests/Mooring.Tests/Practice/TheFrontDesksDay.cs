using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Scheduling;
using Mooring.Practice.Arrivals;
using Mooring.Practice.Scheduling;

namespace Mooring.Tests.Practice;

/// <summary>The front desk sees who comes today, how far each has come, what is missing, and what changed overnight.</summary>
public class TheFrontDesksDay
{
    private const int Chairs = 12;
    private const int Visits = 60;

    // The clinic's clock stands at 9 in the morning of this Monday.
    private static readonly DateOnly Monday = new(2026, 3, 2);

    [Fact]
    public async Task Takes_somebody_from_expected_to_left()
    {
        await using var clinic = await ClinicInMemory.Open();
        var id = (await Book(clinic, await Somebody(clinic), new(10, 0))).What.Id;

        Assert.Equal(ArrivalStage.Expected, await Stage(clinic, id));
        await clinic.As(Role.FrontDesk, (AttendanceDesk desk) => desk.Arrive(id, default));
        Assert.Equal(ArrivalStage.Arrived, await Stage(clinic, id));
        await clinic.As(Role.FrontDesk, (CheckInDesk desk) => desk.CheckIn(id, default));
        Assert.Equal(ArrivalStage.CheckedIn, await Stage(clinic, id));
        await clinic.As(Role.FrontDesk, (AttendanceDesk desk) => desk.Leave(id, default));
        Assert.Equal(ArrivalStage.Left, await Stage(clinic, id));
    }

    [Fact]
    public async Task Checks_in_by_one_tap_and_a_second_tap_changes_nothing()
    {
        await using var clinic = await ClinicInMemory.Open();
        var id = (await Book(clinic, await Somebody(clinic), new(10, 0))).What.Id;

        var first = await clinic.As(Role.FrontDesk, (CheckInDesk desk) => desk.CheckIn(id, default));
        var at = (await Today(clinic)).Today.All.Single().CheckedInAt;
        clinic.Clock.Pass(5);
        var again = await clinic.As(Role.FrontDesk, (CheckInDesk desk) => desk.CheckIn(id, default));

        Assert.Empty(first.Refusals);
        Assert.Empty(again.Refusals);
        Assert.Equal(at, (await Today(clinic)).Today.All.Single().CheckedInAt);
    }

    [Fact]
    public async Task Puts_back_a_slip_and_asks_the_birth_date_anew()
    {
        await using var clinic = await ClinicInMemory.Open();
        var id = (await Book(clinic, await Somebody(clinic), new(10, 0))).What.Id;
        await clinic.As(Role.FrontDesk, (CheckInDesk desk) => desk.CheckIn(id, default));

        await clinic.As(Role.FrontDesk, (CheckInDesk desk) => desk.PutBack(id, default));
        Assert.Equal(ArrivalStage.Expected, await Stage(clinic, id));
        await clinic.As(Role.FrontDesk, (AttendanceDesk desk) => desk.Arrive(id, default));

        Assert.Equal(ArrivalStage.Arrived, await Stage(clinic, id));
    }

    [Fact]
    public async Task Does_not_check_in_for_what_is_over()
    {
        await using var clinic = await ClinicInMemory.Open();
        var id = (await Book(clinic, await Somebody(clinic), new(10, 0))).What.Id;
        await clinic.As(Role.FrontDesk, (AttendanceDesk desk) => desk.Cancel(id, EndCause.Patient, "Has a cold", default));

        Assert.Equal("DAY101", (await clinic.As(Role.FrontDesk, (CheckInDesk desk) => desk.CheckIn(id, default))).Refusals.Single().Code);
    }

    [Fact]
    public async Task Says_what_moved_since_the_last_evening()
    {
        await using var clinic = await ClinicInMemory.Open();
        var (moved, canceled, stays) = (await Book(clinic, await Somebody(clinic), new(10, 0)), await Book(clinic, await Somebody(clinic, "Ida"), new(11, 0)), await Book(clinic, await Somebody(clinic, "Ola"), new(12, 0)));
        clinic.Clock.Pass(24 * 60);
        var added = await Book(clinic, await Somebody(clinic, "Uma"), new(15, 0), Monday.AddDays(1));
        Assert.Equal([ChangeKind.New], (await Today(clinic)).Changes.Select(change => change.Kind));

        var today = Monday.AddDays(1);
        await clinic.As(Role.FrontDesk, (BookingDesk desk) => desk.Move(new() { Id = added.What.Id, Day = today.AddDays(1), Time = new(9, 0), Because = "Works until three" }, default));

        // Booked and moved away in one morning: nobody else ever counted on it.
        Assert.Empty((await Today(clinic)).Changes);
        Assert.All(new[] { moved, canceled, stays }, one => Assert.Equal(Monday, one.What.Day));
    }

    [Fact]
    public async Task Says_where_an_appointment_of_today_went_overnight_and_why()
    {
        await using var clinic = await ClinicInMemory.Open();
        var today = Monday.AddDays(1);
        var (moved, canceled) = (await Book(clinic, await Somebody(clinic), new(10, 0), today), await Book(clinic, await Somebody(clinic, "Ida"), new(13, 0), today));
        clinic.Clock.Pass(23 * 60);
        await clinic.As(Role.FrontDesk, (BookingDesk desk) => desk.Move(new() { Id = moved.What.Id, Day = today.AddDays(1), Time = new(9, 0), Because = "The car broke down" }, default));
        await clinic.As(Role.FrontDesk, (AttendanceDesk desk) => desk.Cancel(canceled.What.Id, EndCause.Patient, "Has a cold", default));
        clinic.Clock.Pass(60);

        var changes = (await Today(clinic)).Changes;

        Assert.Equal([(ChangeKind.Moved, "The car broke down"), (ChangeKind.Canceled, "Has a cold")], changes.Select(change => (change.Kind, change.Entry.Because)));
        Assert.Equal(moved.What.Start, changes[0].From);
    }

    [Fact]
    public async Task Says_what_is_missing_for_a_session()
    {
        await using var clinic = await ClinicInMemory.Open();
        await clinic.As(Role.Manager, (Mooring.Practice.Chairs.ChairDesk desk) => desk.Add("Chair 1", "East", default));
        var patient = await Somebody(clinic);
        await clinic.As(Role.FrontDesk, (BookingDesk desk) => desk.Book(new() { Patient = patient, Type = "dosing-iv", Protocol = "KAP-IV", Day = Monday, Time = new(11, 0) }, default));

        var lacks = (await Today(clinic)).Today.All.Single().Lacks.Select(lacking => lacking.Kind).ToList();

        Assert.Contains(LackingKind.Ride, lacks);
        Assert.Contains(LackingKind.Consent, lacks);
        Assert.Contains(LackingKind.Eligibility, lacks);
    }

    [Fact]
    public async Task Names_the_birthday_and_the_next_open_day()
    {
        await using var clinic = await ClinicInMemory.Open();
        var born = (await clinic.Seats.TakeIn("Noor", "Willow", new(1984, 3, 2))).Id;
        await Book(clinic, born, new(10, 0));
        await Book(clinic, await Somebody(clinic, "Ida"), new(10, 0), Monday.AddDays(1));

        var day = await Today(clinic);

        Assert.True(day.Today.All.Single().IsBirthday);
        Assert.Equal((Monday.AddDays(1), 1), (day.Next.Day, day.Next.All.Count));
    }

    [Fact]
    public async Task Costs_as_many_questions_with_sixty_visits_as_with_one()
    {
        await using var clinic = await ClinicInMemory.Open();
        for (var chair = 1; chair <= Chairs; chair++)
            await clinic.As(Role.Manager, (Mooring.Practice.Chairs.ChairDesk desk) => desk.Add($"Chair {chair}", "East", default));
        var patient = await Somebody(clinic);
        await Book(clinic, patient, new(13, 0), why: "counted");
        var one = await Questions(clinic);

        for (var visit = 1; visit < Visits; visit++)
            await Book(clinic, patient, new(13, 0), why: "counted");
        var many = await Questions(clinic);

        Assert.Equal(Visits, (await Today(clinic)).Today.All.Count);
        Assert.Equal(one, many);
        Assert.InRange(many, 5, 20);
    }

    private static Task<FrontDeskDay> Today(ClinicInMemory clinic) => clinic.As(Role.FrontDesk, (ArrivalsDesk desk) => desk.Now(default));

    private static async Task<ArrivalStage> Stage(ClinicInMemory clinic, Id<Appointment> id) => (await Today(clinic)).Today.All.Single(one => one.Entry?.What.Id == id).Stage;

    private static async Task<Id<Patient>> Somebody(ClinicInMemory clinic, string given = "Noor") => (await clinic.Seats.TakeIn(given, "Willow", new(1984, 5, 9))).Id;

    private static async Task<Placed> Book(ClinicInMemory clinic, Id<Patient> patient, TimeOnly time, DateOnly? day = null, string? why = null)
    {
        var booked = await clinic.As(Role.FrontDesk, (BookingDesk desk) => desk.Book(new() { Patient = patient, Type = "nurse-visit", Day = day ?? Monday, Time = time, Override = why }, default));
        Assert.Empty(booked.Refusals);
        return booked.Value!;
    }

    private static Task<int> Questions(ClinicInMemory clinic) => clinic.As(Role.FrontDesk, async (IServiceProvider services) =>
    {
        using var counted = new Counted(services.GetService(typeof(Mooring.Storage.MooringDb))!);
        await ((ArrivalsDesk)services.GetService(typeof(ArrivalsDesk))!).Now(default);
        return counted.Count;
    });

    // The commands of one database context, as others run beside it.
    private sealed class Counted : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly object db;
        private readonly List<IDisposable> listening = [];

        public Counted(object db)
        {
            this.db = db;
            listening.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public int Count { get; private set; }

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == Microsoft.EntityFrameworkCore.DbLoggerCategory.Name)
                listening.Add(value.Subscribe(this));
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Value is CommandExecutedEventData asked && ReferenceEquals(asked.Context, db))
                Count++;
        }

        public void OnError(Exception error)
        {
        }

        public void OnCompleted()
        {
        }

        public void Dispose() => listening.ForEach(one => one.Dispose());
    }
}
