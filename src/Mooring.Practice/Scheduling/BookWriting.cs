using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Scheduling;
using Mooring.Practice.Plans;
using Mooring.Practice.Settings;
using Mooring.Storage;

namespace Mooring.Practice.Scheduling;

/// <summary>Keeps appointments, and the planned contacts that go with them, in the pending save.</summary>
public sealed class BookWriting(MooringDb db, BookReading reading, CurrentClinic current, TimeProvider clock)
{
    internal static Refusal NotOpen { get; } = new("APT131", "There is no such appointment that is still ahead. Look at the book again.");

    /// <summary>All that refuses these; a reason takes it away, unless it says nothing.</summary>
    internal static IReadOnlyList<Refusal> Against(IReadOnlyList<Placed> placed, string? reason)
    {
        List<Refusal> against = [.. placed.SelectMany(one => one.Against).Select(conflict => conflict.AsRefusal())];
        if (against.Count == 0 || BookingTexts.Read(reason) is null)
            return against;
        return BookingTexts.Missing(reason, "override") is { } tooLittle ? [tooLittle, .. against] : [];
    }

    /// <summary>APT130 for a planned contact that has an open appointment.</summary>
    internal async Task<Refusal?> Twice(VisitRow? visit, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return visit is not null && await db.Set<AppointmentRow>().AsNoTracking().Where(row => row.VisitId == visit.Id
                && (row.State == AppointmentState.Booked || row.State == AppointmentState.Arrived || (row.State == AppointmentState.Held && row.HoldUntil > now))).FirstOrDefaultAsync(cancel) is { } there
            ? new("APT130", Sentence.Of("This contact of the plan is booked already, at {start}. Move that appointment.", ("start", there.Start)), "visit")
            : null;
    }

    internal async Task<AppointmentRow> Add(Placed placed, BookingForm form, VisitRow? visit, CancellationToken cancel)
    {
        var (now, clinic, what) = (clock.GetUtcNow(), await reading.Clinic(cancel), placed.What);
        var row = new AppointmentRow
        {
            Id = what.Id,
            PatientId = what.Patient,
            Type = what.Type,
            Protocol = form.Protocol,
            VisitId = what.Visit,
            SeriesId = what.Series,
            Zone = what.Zone,
            Uses = what.Uses,
            OnSite = what.OnSite,
            State = form.HoldUntil is null ? AppointmentState.Booked : AppointmentState.Held,
            HoldUntil = form.HoldUntil is { } until ? clinic.InstantOf(until.AddDays(1), TimeOnly.MinValue) : null,
            Note = BookingTexts.Read(form.Note),
            Ride = BookingTexts.Read(form.Ride),
            ChangedAt = now,
        };
        row.Take(what);
        if (visit is not null)
        {
            row.Protocol = (await db.Set<PlanRow>().AsNoTracking().SingleAsync(plan => plan.Id == visit.PlanId, cancel)).What.ProtocolId;
            Lay(visit, what.Day, BookingTexts.Read(form.Override) ?? "Booked for this day.");
        }

        if (form.Waiting is { } waiting && await db.Set<WaitRow>().SingleOrDefaultAsync(one => one.Id == waiting && one.PatientId == what.Patient && one.ClosedAt == null, cancel) is { } wait)
            (wait.ClosedAt, wait.ClosedBecause, wait.AppointmentId) = (now, "Booked.", what.Id);
        Override(row, placed, form.Override);
        db.Add(row);
        return row;
    }

    internal async Task Replace(Placed placed, MoveForm form, CancellationToken cancel)
    {
        var row = await db.Set<AppointmentRow>().SingleAsync(one => one.Id == placed.What.Id, cancel);
        row.Take(placed.What);
        (row.Because, row.ExpectedAt, row.ConfirmedAt) = (form.Because!.Trim(), null, null);
        Changed(row);
        Override(row, placed, form.Override);
        if (row.VisitId is { } id && await db.Set<VisitRow>().SingleOrDefaultAsync(one => one.Id == id, cancel) is { State: VisitState.Planned } visit)
            Lay(visit, placed.What.Day, form.Because.Trim());
    }

    internal void Changed(AppointmentRow row) => (row.Sequence, row.ChangedAt) = (row.Sequence + 1, clock.GetUtcNow());

    /// <summary>The days on which the planned contacts of these count, by appointment.</summary>
    internal async Task<IReadOnlyDictionary<Id<Appointment>, (DateOnly From, DateOnly Until)?>> Windows(IReadOnlyList<AppointmentRow> rows, CancellationToken cancel)
    {
        var ids = rows.Select(row => row.VisitId).OfType<Id<Clinical.Courses.Visit>>().ToList();
        var visits = await db.Set<VisitRow>().AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
        return rows.Where(row => row.VisitId is { } id && visits.ContainsKey(id))
            .ToDictionary(row => row.Id, row => ((DateOnly From, DateOnly Until)?)(visits[row.VisitId!.Value].On, visits[row.VisitId!.Value].Until));
    }

    // The planned contact lies on the day for which it is booked, and counts as long after it as it did.
    private static void Lay(VisitRow visit, DateOnly day, string because)
    {
        visit.State = VisitState.Planned;
        if (visit.On != day)
            visit.Move(day, because);
    }

    private void Override(AppointmentRow row, Placed placed, string? reason)
    {
        var against = placed.Against.ToList();
        var printer = current.Printer()!;
        row.OverrideReason = against.Count == 0 ? null : BookingTexts.Read(reason);
        row.OverrideBy = against.Count == 0 ? null : db.Acting();
        row.Overridden = against.Count == 0 ? null : [.. against.Select(conflict => printer.Print(conflict.Says))];
    }
}
