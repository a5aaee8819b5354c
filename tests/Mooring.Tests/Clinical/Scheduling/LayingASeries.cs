using Mooring.Clinical;
using Mooring.Clinical.Scheduling;
using static Mooring.Tests.Clinical.Scheduling.BookExample;

namespace Mooring.Tests.Clinical.Scheduling;

/// <summary>A course laid at one time of day, and moved.</summary>
public class LayingASeries
{
    // Twelve weeks that hold a change of the clocks, in spring and in fall.
    [Theory]
    [InlineData("America/Phoenix", 2, 2)]
    [InlineData("America/New_York", 2, 2)]
    [InlineData("Australia/Lord_Howe", 3, 2)]
    [InlineData("Europe/Zurich", 3, 2)]
    [InlineData("America/Phoenix", 9, 7)]
    [InlineData("America/New_York", 10, 5)]
    [InlineData("Australia/Lord_Howe", 9, 7)]
    [InlineData("Europe/Zurich", 10, 5)]
    public void Keeps_its_time_on_the_wall_over_a_change_of_the_clocks(string zone, int month, int day)
    {
        var book = Book(zone);
        var days = new Series(12, new(2026, month, day), [7], []).Days(_ => true);

        var placed = Series.Place([.. days.Select((on, index) => Wish("consultation", index + 1, on, new(10, 30)) with { Patient = Patient(1) })], book, StaffRules);

        Assert.Equal(12, placed.Count);
        Assert.All(placed, one => Assert.Equal(new TimeOnly(10, 30), TimeOnly.FromDateTime(book.Clinic.LocalTime(one.What.Start).DateTime)));
        Assert.All(placed, one => Assert.Empty(one.Conflicts));
        var offsets = placed.Select(one => book.Clinic.LocalTime(one.What.Start).Offset).Distinct().Count();
        Assert.Equal(zone == "America/Phoenix" ? 1 : 2, offsets);
    }

    // 2:30 does not exist in New York on March 8, 2026; 1:30 exists twice on November 1.
    [Fact]
    public void Goes_forward_over_a_gap_and_takes_the_first_of_two()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

        Assert.Equal(new WallTime(new(2026, 3, 8, 7, 30, 0, TimeSpan.Zero), WallShift.Skipped), WallTime.Of(new(2026, 3, 8), new(2, 30), zone));
        Assert.Equal(new WallTime(new(2026, 11, 1, 5, 30, 0, TimeSpan.Zero), WallShift.Twice), WallTime.Of(new(2026, 11, 1), new(1, 30), zone));
        Assert.Equal(new WallTime(new(2026, 10, 3, 15, 45, 0, TimeSpan.Zero), WallShift.Skipped), WallTime.Of(new(2026, 10, 4), new(2, 15), TimeZoneInfo.FindSystemTimeZoneById("Australia/Lord_Howe")));
    }

    [Fact]
    public void Tells_of_a_time_that_the_clocks_skip_and_refuses_nothing_for_it()
    {
        var placed = Place(Wish("phone-call", 1, new(2026, 3, 8), new(2, 30)), Book("America/New_York"));

        Assert.Equal([ConflictKind.ClockChange], Kinds(placed));
        Assert.Empty(placed.Against);
    }

    // Two hours of watching over the hour that comes twice are two hours.
    [Fact]
    public void Watches_as_long_as_it_says_while_the_clocks_are_put_back()
    {
        var placed = Place(Wish("dosing-nasal", 1, new(2026, 11, 1), new(0, 30), "TRD-ESK-IN"), Book("America/New_York"));

        var watch = placed.What.Uses.Last(use => use.Kind == ResourceKind.Nurse);
        Assert.Equal(TimeSpan.FromMinutes(120), watch.Until - watch.From);
    }

    [Fact]
    public void Stays_on_the_weekdays_that_are_preferred()
    {
        var days = new Series(6, Monday.AddDays(1), [3, 4], [DayOfWeek.Monday, DayOfWeek.Thursday]).Days(_ => true);

        Assert.Equal([DayOfWeek.Thursday, DayOfWeek.Monday, DayOfWeek.Thursday, DayOfWeek.Monday, DayOfWeek.Thursday, DayOfWeek.Monday], days.Select(day => day.DayOfWeek));
        Assert.All(days.Zip(days.Skip(1)), pair => Assert.InRange(pair.Second.DayNumber - pair.First.DayNumber, 3, 4));
    }

    [Fact]
    public void Follows_each_dose_by_the_gap_of_its_own_phase_on_the_weekdays_that_are_preferred()
    {
        var days = new Series(5, Monday, [3, 4, 7, 7, 7], [DayOfWeek.Monday, DayOfWeek.Thursday]) { Least = [3, 3, 7, 7, 7] }.Days(_ => true);

        Assert.Equal([0, 3, 7, 14, 21], days.Select(day => day.DayNumber - Monday.DayNumber));
    }

    [Fact]
    public void Passes_over_days_on_which_nobody_is_seen()
    {
        var days = new Series(3, Monday, [3], []).Days(day => day != Monday.AddDays(3) && day != Monday.AddDays(4));

        Assert.Equal([Monday, Monday.AddDays(5), Monday.AddDays(8)], days);
    }

    [Fact]
    public void Shows_what_stands_against_each_visit_at_once()
    {
        var wishes = Enumerable.Range(0, 4).Select(week => Wish("consultation", week + 1, Monday.AddDays(7 * week), new(10, 0)) with { Patient = Patient(1) }).ToList();
        var taken = new[] { 1, 3 }.Select(week => Place(wishes[week] with { Id = new(Number(week + 20)), Patient = Patient(8) }, Book()).What).ToList();

        var placed = Series.Place(wishes, Book(taken: taken), StaffRules);

        Assert.Equal([2, 4], placed.SelectMany(one => one.Conflicts).Select(conflict => conflict.Number).Distinct().OfType<int>());
    }

    // Whatever is moved and whenever, what has been stays where it was, and all that moves moves by as many days to the same time.
    [Fact]
    public void Moves_what_follows_and_keeps_the_past()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var series = Enumerable.Range(0, 12).Select(index => Place(Wish("consultation", index + 1, Monday.AddDays(3 * index), new(10, 0)), Book()).What with
            {
                State = random.Next(0, 4) switch { 0 => AppointmentState.Done, 1 => AppointmentState.Canceled, _ => AppointmentState.Booked },
            }).ToList();
            var now = series[random.Next(0, 12)].Start.AddMinutes(1);
            var moved = series[random.Next(0, 12)];
            var (by, scope) = (random.Next(-3, 10), (MoveScope)random.Next(0, 3));

            var moves = SeriesMove.Of(series, moved, moved.Day.AddDays(by), new(14, 0), scope, now);

            Assert.Contains(moves, move => move.What.Id == moved.Id);
            Assert.All(moves, move => Assert.True(move.What.Id == moved.Id || (move.What.Start > now && move.What.IsOpen)));
            Assert.All(moves, move => Assert.Equal((move.What.Day.AddDays(by), new TimeOnly(14, 0)), (move.Day, move.Time)));
            var meant = series.Where(one => one.Id != moved.Id && one.IsOpen && one.Start > now && scope != MoveScope.This && (scope == MoveScope.All || one.Start > moved.Start));
            Assert.Equal(meant.Select(one => one.Id).Append(moved.Id).Order(Comparer<Id<Appointment>>.Create((a, b) => a.Value.CompareTo(b.Value))), moves.Select(move => move.What.Id).Order(Comparer<Id<Appointment>>.Create((a, b) => a.Value.CompareTo(b.Value))));
        }
    }
}
