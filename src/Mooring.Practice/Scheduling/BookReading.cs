using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Scheduling;
using Mooring.Content.Library;
using Mooring.Practice.Access;
using Mooring.Practice.Chairs;
using Mooring.Practice.Settings;
using Mooring.Storage;
using Mooring.Storage.Accounts;

namespace Mooring.Practice.Scheduling;

/// <summary>Reads the book around a time, in a fixed number of questions.</summary>
public sealed class BookReading(MooringDb db, BookingContent content, CurrentClinic current, TimeProvider clock)
{
    // No course lays two doses farther apart and still counts them as neighbors.
    private const int Beside = 60;

    internal async Task<Clinic> Clinic(CancellationToken cancel) => (await current.Find(cancel))!;

    /// <summary>
    /// Whoever books here waits until the one before has committed, on either engine: what they then read is what stands.
    /// Changes nothing, and holds the clinic's row until the transaction ends.
    /// </summary>
    internal async Task Hold(CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("The book is held inside a transaction, or two could take the same time.");
        var clinic = db.Clinic;
        await db.Set<ClinicRow>().Where(row => row.Id == clinic).ExecuteUpdateAsync(row => row.SetProperty(one => one.Name, one => one.Name), cancel);
    }

    /// <summary>All that could be in the way on these days, and when these patients get doses about then.</summary>
    internal async Task<Book> Of(IReadOnlyCollection<DateOnly> days, IReadOnlyList<Id<Patient>> patients, CancellationToken cancel)
    {
        var (now, clinic) = (clock.GetUtcNow(), await Clinic(cancel));
        var (first, last) = (days.Min(), days.Max());
        // What ends after midnight, or needs time after it, lies on the day before.
        IReadOnlyList<DateOnly> around = [.. days.SelectMany(day => new[] { day.AddDays(-1), day, day.AddDays(1) }).Distinct()];
        var taken = await Occupying(now).Where(row => around.Contains(row.Day)).ToListAsync(cancel);
        var (early, late) = (first.AddDays(-Beside), last.AddDays(Beside));
        var dosings = patients.Count == 0 ? [] : await Occupying(now)
            .Where(row => row.GapLeast != null && patients.Contains(row.PatientId) && row.Day >= early && row.Day <= late).ToListAsync(cancel);
        return new(clinic, content.Terms)
        {
            Resources = await Resources(cancel),
            Taken = [.. taken.Select(row => row.AsAppointment())],
            Dosings = [.. dosings.Select(row => row.AsAppointment())],
            Away = await Away(first, last, cancel),
        };
    }

    /// <summary>Who is away from one day to another, both included.</summary>
    internal async Task<IReadOnlyList<Leave>> Away(DateOnly first, DateOnly last, CancellationToken cancel)
    {
        var clinic = await Clinic(cancel);
        return [.. (await Leaves(clinic.InstantOf(first, TimeOnly.MinValue), clinic.InstantOf(last.AddDays(2), TimeOnly.MinValue), cancel)).Select(said => said.What)];
    }

    /// <summary>Who is away between two instants, or from one on: for hours, or for days on which their tasks are somebody else's too.</summary>
    internal async Task<IReadOnlyList<LeaveSaid>> Leaves(DateTimeOffset from, DateTimeOffset? until, CancellationToken cancel)
    {
        var clinic = await Clinic(cancel);
        var first = clinic.DayOf(from);
        var hours = await db.Set<LeaveRow>().AsNoTracking().Where(row => row.EndedAt == null && row.Until > from && (until == null || row.From < until)).ToListAsync(cancel);
        var days = await db.Set<AwayRow>().AsNoTracking().Where(row => row.EndedAt == null && row.Until >= first).ToListAsync(cancel);
        return
        [
            .. hours.Select(row => new LeaveSaid(row.AsLeave(), row.Note, row.By))
                .Concat(days.Select(row => LeaveSaid.Of(row, clinic)).Where(said => until is null || said.What.From < until)).OrderBy(said => said.What.From),
        ];
    }

    /// <summary>Chairs by room, then people, then rooms and things by name.</summary>
    internal async Task<IReadOnlyList<Resource>> Resources(CancellationToken cancel)
    {
        var clinic = db.Clinic;
        var chairs = await db.Set<ChairRow>().AsNoTracking().OrderBy(row => row.Room).ThenBy(row => row.Order).ToListAsync(cancel);
        var staff = await db.Set<StaffRow>().AsNoTracking().Where(row => row.ClinicId == clinic).OrderBy(row => row.FullName).ToListAsync(cancel);
        var rows = await db.Set<ResourceRow>().AsNoTracking().OrderBy(row => row.Kind).ThenBy(row => row.Name).ToListAsync(cancel);
        var said = rows.ToDictionary(row => row.Id);
        return
        [
            .. chairs.Select(row => As(new(row.Id.Value), row.Name, [ResourceKind.Chair], said) with { Where = row.Room }),
            .. from row in staff
               let kinds = KindsOf(row.Roles)
               where kinds.Count > 0
               let one = As(new(row.Id), row.FullName, kinds, said)
               select one with { IsRetired = one.IsRetired || row.IsDisabled },
            .. rows.Where(row => row.Name is not null).Select(row => As(row.Id, row.Name!, [row.Kind], said)),
        ];
    }

    /// <summary>What people of these roles are booked as.</summary>
    internal static IReadOnlyList<ResourceKind> KindsOf(IEnumerable<Role> roles) => [.. roles.Select(role => role switch
    {
        Role.Nurse => ResourceKind.Nurse,
        Role.Prescriber => ResourceKind.Prescriber,
        Role.Therapist => ResourceKind.Therapist,
        _ => (ResourceKind?)null,
    }).OfType<ResourceKind>()];

    private IQueryable<AppointmentRow> Occupying(DateTimeOffset now) => db.Set<AppointmentRow>().AsNoTracking()
        .Where(row => row.State == AppointmentState.Booked || row.State == AppointmentState.Arrived || row.State == AppointmentState.Done || (row.State == AppointmentState.Held && row.HoldUntil > now));

    private Resource As(Id<Resource> id, string name, IReadOnlyList<ResourceKind> kinds, Dictionary<Id<Resource>, ResourceRow> rows)
    {
        var (said, usual) = (rows.GetValueOrDefault(id), kinds.Select(content.Terms.For).OfType<ResourceDefault>().ToList());
        return new(id, name, kinds)
        {
            Capacity = said?.Capacity ?? 1,
            Before = Minutes(said?.MinutesBefore) ?? usual.Max(one => one.Before?.AsTime) ?? TimeSpan.Zero,
            After = Minutes(said?.MinutesAfter) ?? usual.Max(one => one.After?.AsTime) ?? TimeSpan.Zero,
            StartsApart = Minutes(said?.StartsApart) ?? usual.Max(one => one.StartsApart?.AsTime) ?? TimeSpan.Zero,
            IsRetired = said?.RetiredAt is not null,
        };
    }

    private static TimeSpan? Minutes(int? minutes) => minutes is { } some ? TimeSpan.FromMinutes(some) : null;
}
