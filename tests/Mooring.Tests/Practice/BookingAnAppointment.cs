using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Scheduling;
using Mooring.Practice.Scheduling;

namespace Mooring.Tests.Practice;

/// <summary>The front desk books, and nobody is booked twice without a reason.</summary>
public class BookingAnAppointment
{
    private static readonly DateOnly Tuesday = new(2026, 3, 3);

    [Fact]
    public async Task Holds_a_chair_and_a_nurse_as_long_as_the_protocol_says()
    {
        await using var clinic = await WithChairs(1);

        var booked = (await Book(clinic, await Somebody(clinic), new(9, 0))).Value!;

        Assert.Equal(TimeSpan.FromHours(2.5), booked.What.End - booked.What.Start);
        Assert.Equal([ResourceKind.Chair, ResourceKind.Nurse], booked.What.Uses.Select(use => use.Kind).Distinct());
        Assert.Empty(booked.Conflicts);
        var day = (await clinic.As(Role.FrontDesk, (BookDesk desk) => desk.Day(Tuesday, default))).Day;
        Assert.Equal(new(2026, 3, 3, 9, 0, 0), day.Entries.Single().What.Wall);
    }

    [Fact]
    public async Task Is_refused_with_everything_that_stands_against_it_until_a_reason_is_given()
    {
        await using var clinic = await WithChairs(1);
        await Book(clinic, await Somebody(clinic), new(9, 0));
        var other = await Somebody(clinic, "Ida");

        var refused = await Book(clinic, other, new(9, 5));
        var kept = await Book(clinic, other, new(9, 5), "A second chair is carried in");

        Assert.Equal(["APT101", "APT104", "APT107"], refused.Refusals.Select(refusal => refusal.Code).Distinct().Order());
        Assert.Empty(kept.Refusals);
        var entry = (await clinic.As(Role.FrontDesk, (BookDesk desk) => desk.Of(other, default))).Single();
        Assert.Equal("A second chair is carried in", entry.OverrideReason);
        Assert.Contains("Chair 1 is taken until 11:45 AM on Mar 3, 2026.", entry.Overridden);
    }

    [Fact]
    public async Task Takes_the_chair_that_is_free()
    {
        await using var clinic = await WithChairs(2);
        await Book(clinic, await Somebody(clinic), new(9, 0));

        var second = (await Book(clinic, await Somebody(clinic, "Ida"), new(11, 0))).Value!;

        Assert.NotNull(second);
        var page = await clinic.As(Role.FrontDesk, (BookDesk desk) => desk.Day(Tuesday, default));
        Assert.Equal(2, page.Day.Entries.Select(entry => entry.What.Of(ResourceKind.Chair)!.Resource).Distinct().Count());
    }

    [Fact]
    public async Task Moves_and_goes_away_and_makes_room()
    {
        await using var clinic = await WithChairs(1);
        var first = (await Book(clinic, await Somebody(clinic), new(9, 0))).Value!.What;
        var moved = await clinic.As(Role.FrontDesk, (BookingDesk desk) => desk.Move(new() { Id = first.Id, Day = Tuesday, Time = new(13, 0), Because = "The patient works" }, default));
        var second = await Book(clinic, await Somebody(clinic, "Ida"), new(9, 0));
        var canceled = await clinic.As(Role.FrontDesk, (AttendanceDesk desk) => desk.Cancel(first.Id, EndCause.Patient, "Does not want to", default));
        var third = await Book(clinic, await Somebody(clinic, "Ola"), new(13, 0));

        Assert.Empty(moved.Refusals);
        Assert.Empty(second.Refusals);
        Assert.Equal(AppointmentState.Canceled, canceled.Value!.State);
        Assert.Empty(third.Refusals);
    }

    [Fact]
    public async Task Sent_twice_is_kept_once()
    {
        await using var clinic = await WithChairs(1);
        var form = Form(await Somebody(clinic), new(9, 0)) with { Id = Id<Appointment>.New(clinic.Clock.GetUtcNow()) };

        var first = await clinic.As(Role.FrontDesk, (BookingDesk desk) => desk.Book(form, default));
        var again = await clinic.As(Role.FrontDesk, (BookingDesk desk) => desk.Book(form, default));

        Assert.Empty(first.Refusals);
        Assert.Empty(again.Refusals);
        Assert.Single((await clinic.As(Role.FrontDesk, (BookDesk desk) => desk.Day(Tuesday, default))).Day.Entries);
    }

    private static BookingForm Form(Id<Patient> patient, TimeOnly time) => new() { Patient = patient, Type = "dosing-iv", Protocol = "KAP-IV", Day = Tuesday, Time = time };

    private static Task<Outcome<Placed>> Book(ClinicInMemory clinic, Id<Patient> patient, TimeOnly time, string? reason = null) =>
        clinic.As(Role.FrontDesk, (BookingDesk desk) => desk.Book(Form(patient, time) with { Override = reason }, default));

    private static Task<Id<Patient>> Somebody(ClinicInMemory clinic, string given = "Noor") => ChairInMemory.TakenIn(clinic, given);

    private static async Task<ClinicInMemory> WithChairs(int count)
    {
        var clinic = await ClinicInMemory.Open();
        for (var number = 1; number <= count; number++)
            await clinic.Seats.Chair($"Chair {number}", "Room A");
        return clinic;
    }
}
