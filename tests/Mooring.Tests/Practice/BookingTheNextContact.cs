using Mooring.Clinical;
using Mooring.Clinical.Scheduling;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Leaving;
using Mooring.Practice.Bedside;
using Mooring.Practice.Scheduling;

namespace Mooring.Tests.Practice;

/// <summary>Whoever lets a patient go does not tick that a contact is booked: the appointment book says it, with day, hour and person.</summary>
public class BookingTheNextContact
{
    private const string Item = "book-contact";

    // The session is on Monday.
    private static readonly DateOnly Tuesday = new(2026, 3, 3);

    [Fact]
    public async Task Refuses_a_tick_while_nothing_is_booked()
    {
        await using var clinic = await ClinicInMemory.Open();
        var seat = await Recovering(clinic);

        var ticked = await Answer(clinic, seat, new CriterionTyped { Item = Item, Met = Finding.Met, Value = "next week" });
        var notYet = await Answer(clinic, seat, new CriterionTyped { Item = Item, Met = Finding.NotMet });

        Assert.Equal(["SES300"], ticked.Refusals.Select(refusal => refusal.Code));
        Assert.Empty(notYet.Refusals);
    }

    [Fact]
    public async Task Is_answered_by_the_book_with_any_other_answer()
    {
        await using var clinic = await ClinicInMemory.Open();
        var seat = await Recovering(clinic);
        await Book(clinic, seat);

        var answered = await Answer(clinic, seat, new CriterionTyped { Item = "reach-aldrete", Met = Finding.Met, Value = "10" });

        Assert.Empty(answered.Refusals);
        Assert.Equal((Finding.Met, "Tue, Mar 3, 10:00 AM with Prescriber Rowan (Phone call)"), (answered.Value!.Criteria[Item].Met, answered.Value!.Criteria[Item].Value));
    }

    [Fact]
    public async Task Counts_neither_a_time_that_is_only_held_nor_one_of_today()
    {
        await using var clinic = await ClinicInMemory.Open();
        var seat = await Recovering(clinic);
        await Book(clinic, seat, form => form with { HoldUntil = Tuesday });
        await Book(clinic, seat, form => form with { Day = Tuesday.AddDays(-1), Time = new(16, 0) });

        Assert.Null(await clinic.As(Role.Nurse, (NextContactDesk desk) => desk.Of(seat.Patient, default)));
        Assert.Contains(await InTheWay(clinic, seat), refusal => refusal.Code == "SES300");
    }

    [Fact]
    public async Task Stands_in_the_way_again_once_the_appointment_is_called_off()
    {
        await using var clinic = await ClinicInMemory.Open();
        var seat = await Recovering(clinic);
        var booked = await Book(clinic, seat);
        await Answer(clinic, seat);
        var before = await InTheWay(clinic, seat);

        await clinic.As(Role.FrontDesk, (AttendanceDesk desk) => desk.Cancel(booked, EndCause.Patient, "Can not come", default));
        var left = await clinic.As(Role.Nurse, (LeavingDesk desk) => desk.Discharge(seat.Session, new(), seat.Stamp(), default));

        Assert.DoesNotContain(before, refusal => refusal.At == Item);
        Assert.Equal(["SES300"], left.Refusals.Select(refusal => refusal.Code));
    }

    [Fact]
    public void Is_nobody_who_has_left_the_clinic()
    {
        var gone = new Resource(new(Guid.CreateVersion7()), "Ben Rowan", [ResourceKind.Nurse]) { IsRetired = true };
        var start = new DateTimeOffset(2026, 3, 3, 16, 0, 0, TimeSpan.Zero);
        var booked = new Appointment
        {
            Id = new(Guid.CreateVersion7()),
            Patient = new(Guid.CreateVersion7()),
            Type = "phone-call",
            Start = start,
            End = start.AddMinutes(20),
            Zone = "America/Chicago",
            Wall = new(2026, 3, 3, 10, 0, 0),
            Uses = [new(gone.Id, ResourceKind.Nurse, "talk", start, start.AddMinutes(20), Resource.Whole)],
        };

        Assert.Null(NextContact.Of([booked], [gone], Tuesday.AddDays(-1)));
        Assert.Equal("Ben Rowan", NextContact.Of([booked], [gone with { IsRetired = false }], Tuesday.AddDays(-1))?.With);
        Assert.Null(NextContact.Of([booked with { Uses = [] }], [gone with { IsRetired = false }], Tuesday.AddDays(-1)));
    }

    private static async Task<ChairInMemory> Recovering(ClinicInMemory clinic)
    {
        var seat = await ChairInMemory.Arriving(clinic);
        await seat.Dosed();
        return seat;
    }

    private static async Task<Id<Appointment>> Book(ClinicInMemory clinic, ChairInMemory seat, Func<BookingForm, BookingForm>? change = null)
    {
        var form = new BookingForm { Patient = seat.Patient, Type = "phone-call", Day = Tuesday, Time = new(10, 0), Override = "As the patient wishes" };
        var booked = await clinic.As(Role.Nurse, (BookingDesk desk) => desk.Book(change?.Invoke(form) ?? form, default));
        Assert.Empty(booked.Refusals);
        return booked.Value!.What.Id;
    }

    private static Task<Outcome<Session>> Answer(ClinicInMemory clinic, ChairInMemory seat, params CriterionTyped[] typed) =>
        clinic.As(Role.Nurse, (LeavingDesk desk) => desk.AnswerCriteria(seat.Session, new() { Criteria = [.. typed] }, seat.Stamp(), default));

    private static async Task<IReadOnlyList<Refusal>> InTheWay(ClinicInMemory clinic, ChairInMemory seat)
    {
        var session = (await clinic.As(Role.Nurse, (SessionDesk desk) => desk.Find(seat.Session, default)))!;
        return await clinic.As(Role.Nurse, (ContactGate gate) => gate.InTheWay(session, clinic.Clock.GetUtcNow(), default));
    }
}
