using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Scheduling;
using Mooring.Content.Library;
using Mooring.Practice.Plans;
using Mooring.Storage;

namespace Mooring.Practice.Scheduling;

/// <summary>
/// Says what becomes of an appointment: who agreed, came, is late, did not come, or called it off. The planned contact it is for
/// goes the same way. Each refuses WEB150, and APT131 for one that is not there or not open.
/// </summary>
public sealed class AttendanceDesk(MooringDb db, BookReading reading, BookWriting writing, BookingContent content, TimeProvider clock)
{
    /// <summary>The patient agreed. What was held is booked; where the hold had ended, only if its time is still free: APT101 to APT117.</summary>
    public Task<Outcome<Appointment>> Confirm(Id<Appointment> id, CancellationToken cancel) => Change(id, one => one.IsOpen, async row =>
    {
        var now = clock.GetUtcNow();
        if (!row.AsAppointment().Occupies(now) && await Against(row, cancel) is { Count: > 0 } against)
            return against;
        (row.State, row.HoldUntil, row.ConfirmedAt) = (AppointmentState.Booked, null, now);
        return [];
    }, cancel);

    /// <summary>The patient is here. APT132 on another day.</summary>
    public Task<Outcome<Appointment>> Arrive(Id<Appointment> id, CancellationToken cancel) => Change(id, one => one.IsOpen, async row =>
    {
        var clinic = await reading.Clinic(cancel);
        if (row.Day != clinic.DayOf(clock.GetUtcNow()))
            return [new("APT132", Sentence.Of("This appointment is on {day}. Move it to today first.", ("day", row.Day)), "day")];
        (row.State, row.ArrivedAt) = (AppointmentState.Arrived, row.ArrivedAt ?? clock.GetUtcNow());
        await Visit(row, visit => (visit.State, visit.ArrivedAt) = (VisitState.Arrived, visit.ArrivedAt ?? clock.GetUtcNow()), cancel);
        return [];
    }, cancel);

    /// <summary>The patient has left. Only who arrived leaves.</summary>
    public Task<Outcome<Appointment>> Leave(Id<Appointment> id, CancellationToken cancel) => Change(id, one => one.State == AppointmentState.Arrived, row =>
    {
        (row.State, row.EndedAt) = (AppointmentState.Done, clock.GetUtcNow());
        return None;
    }, cancel);

    /// <summary>The patient says that they are late, and was told to come at this time of the same day. APT133 where it is not later.</summary>
    public Task<Outcome<Appointment>> Late(Id<Appointment> id, TimeOnly? expected, CancellationToken cancel) => Change(id, one => one.State == AppointmentState.Booked, async row =>
    {
        var clinic = await reading.Clinic(cancel);
        var at = expected is { } time ? WallTime.Of(row.Day, time, clinic.Zone).At : default;
        if (at <= row.Start)
            return [new("APT133", Sentence.Of("Write the time they come at; it is later than {start}.", ("start", row.Start)), "expected")];
        row.ExpectedAt = at;
        return [];
    }, cancel);

    /// <summary>The patient did not come. APT134 before they could be late; APT121 and APT120 for the reason.</summary>
    public Task<Outcome<Appointment>> NoShow(Id<Appointment> id, string? because, CancellationToken cancel) => Change(id, one => one.State == AppointmentState.Booked, async row =>
    {
        var late = (row.ExpectedAt ?? row.Start) + content.Terms.LateAfter.Time;
        if (late > clock.GetUtcNow())
            return [new("APT134", Sentence.Of("They may still come: wait until {late}.", ("late", late)))];
        if (BookingTexts.Missing(because, "because") is { } missing)
            return [missing];
        (row.State, row.EndedAt, row.Because, row.Cause) = (AppointmentState.Missed, clock.GetUtcNow(), because!.Trim(), EndCause.Patient);
        await Visit(row, visit => visit.State = VisitState.Missed, cancel);
        return [];
    }, cancel);

    /// <summary>
    /// It is called off; the planned contact stays owed. Whether it was late is counted only where it lay with the patient. APT121 and
    /// APT120 for the reason.
    /// </summary>
    public Task<Outcome<Appointment>> Cancel(Id<Appointment> id, EndCause cause, string? because, CancellationToken cancel) => Change(id, one => one.IsOpen, row =>
    {
        if (BookingTexts.Missing(because, "because") is { } missing)
            return Task.FromResult<IReadOnlyList<Refusal>>([missing]);
        var now = clock.GetUtcNow();
        row.IsLateCancel = cause == EndCause.Patient && row.State == AppointmentState.Booked && row.Start - now < content.Terms.LateCancel.Time;
        (row.State, row.EndedAt, row.Because, row.Cause) = (AppointmentState.Canceled, now, because!.Trim(), cause);
        return None;
    }, cancel);

    /// <summary>It was a slip: who was marked as here, gone or missing is expected again, if the time is still free: APT101 to APT117.</summary>
    public Task<Outcome<Appointment>> Reopen(Id<Appointment> id, CancellationToken cancel) => Change(id, one => one.State is AppointmentState.Arrived or AppointmentState.Done or AppointmentState.Missed, async row =>
    {
        if (row.State == AppointmentState.Missed && await Against(row, cancel) is { Count: > 0 } against)
            return against;
        (row.State, row.ArrivedAt, row.EndedAt, row.Cause) = (AppointmentState.Booked, null, null, null);
        await Visit(row, visit => (visit.State, visit.ArrivedAt) = (VisitState.Planned, null), cancel);
        return [];
    }, cancel);

    /// <summary>What the desk wants to know of it, and who takes the patient home; empty takes it away. APT120 for what is too long.</summary>
    public Task<Outcome<Appointment>> Write(Id<Appointment> id, string? note, string? ride, CancellationToken cancel) => Change(id, one => one.State != AppointmentState.Canceled, row =>
    {
        IReadOnlyList<Refusal> tooLong = [.. new[] { BookingTexts.TooLong(note, "note"), BookingTexts.TooLong(ride, "ride") }.OfType<Refusal>()];
        if (tooLong.Count == 0)
            (row.Note, row.Ride) = (BookingTexts.Read(note), BookingTexts.Read(ride));
        return Task.FromResult(tooLong);
    }, cancel);

    private static Task<IReadOnlyList<Refusal>> None => Task.FromResult<IReadOnlyList<Refusal>>([]);

    private async Task<Outcome<Appointment>> Change(Id<Appointment> id, Func<Appointment, bool> may, Func<AppointmentRow, Task<IReadOnlyList<Refusal>>> change, CancellationToken cancel)
    {
        if (db.Unless(Right.ArrangeVisits) is { } notTheirs)
            return notTheirs;
        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        await reading.Hold(cancel);
        if (await db.Set<AppointmentRow>().SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } row || !may(row.AsAppointment()))
            return BookWriting.NotOpen;
        if (await change(row) is { Count: > 0 } refusals)
            return Outcome<Appointment>.Refuse(refusals);
        writing.Changed(row);
        await db.SaveChangesAsync(cancel);
        await whole.CommitAsync(cancel);
        return row.AsAppointment();
    }

    private async Task<IReadOnlyList<Refusal>> Against(AppointmentRow row, CancellationToken cancel)
    {
        var book = await reading.Of([row.Day], [row.PatientId], cancel);
        return [.. Conflicts.Of(row.AsAppointment(), book).Where(conflict => !conflict.IsOnlyTold).Select(conflict => conflict.AsRefusal())];
    }

    private async Task Visit(AppointmentRow row, Action<VisitRow> change, CancellationToken cancel)
    {
        if (row.VisitId is { } id && await db.Set<VisitRow>().SingleOrDefaultAsync(visit => visit.Id == id, cancel) is { SessionId: null } visit && visit.State != VisitState.Canceled)
            change(visit);
    }
}
