using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Scheduling;
using Mooring.Content.Library;
using Mooring.Practice.Plans;
using Mooring.Storage;

namespace Mooring.Practice.Scheduling;

/// <summary>Books a whole course in one step: every appointment with all that stands against it, and all of them or none.</summary>
public sealed class SeriesDesk(MooringDb db, BookReading reading, BookWriting writing, Wishes wishes, BookingContent content, TimeProvider clock)
{
    private const int Most = 60;
    private const int DaysAtMost = 730;

    /// <summary>How the series would stand, each with what stands against it; nothing is kept. Refusals: WEB150, APT120 to APT128, APT130, APT135 how many.</summary>
    public async Task<Outcome<IReadOnlyList<Placed>>> Propose(SeriesForm form, CancellationToken cancel)
    {
        if (db.Unless(Right.ArrangeVisits) is { } notTheirs)
            return notTheirs;
        var laid = await Lay(form, cancel);
        return laid.IsDone ? Outcome<IReadOnlyList<Placed>>.Done([.. laid.Value.Select(one => one.Placed)]) : Outcome<IReadOnlyList<Placed>>.Refuse(laid.Refusals);
    }

    /// <summary>Books or holds all of them. Refusals: those of <see cref="Propose"/>, and APT101 to APT117 of every appointment at once unless a reason is given.</summary>
    public async Task<Outcome<IReadOnlyList<Placed>>> Book(SeriesForm form, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (db.Unless(Right.ArrangeVisits) is { } notTheirs)
            return notTheirs;
        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        await reading.Hold(cancel);
        var laid = await Lay(form, cancel);
        if (!laid.IsDone)
            return Outcome<IReadOnlyList<Placed>>.Refuse(laid.Refusals);
        IReadOnlyList<Placed> placed = [.. laid.Value.Select(one => one.Placed)];
        if (BookWriting.Against(placed, form.Override) is { Count: > 0 } against)
            return Outcome<IReadOnlyList<Placed>>.Refuse(against);
        foreach (var one in laid.Value)
            await writing.Add(one.Placed, one.Form, one.Visit, cancel);
        await db.SaveChangesAsync(cancel);
        await whole.CommitAsync(cancel);
        return Outcome<IReadOnlyList<Placed>>.Done(placed);
    }

    private async Task<Outcome<IReadOnlyList<Laid>>> Lay(SeriesForm form, CancellationToken cancel)
    {
        var visits = await db.Set<VisitRow>().Where(row => form.Visits.Contains(row.Id) && row.PatientId == form.Patient).OrderBy(row => row.On).ThenBy(row => row.Session).ToListAsync(cancel);
        var first = form.First ?? (visits.Count > 0 ? visits[0].On : null);
        if (await Against(form, visits, first, cancel) is { } refused)
            return refused;

        // Each is checked on the first day; once all are sound, their days are laid.
        var forms = Forms(form, visits, first!.Value);
        List<Wanted> wanted = [];
        List<Refusal> refusals = [];
        foreach (var one in forms)
        {
            var wish = await wishes.Of(one, cancel);
            if (!wish.IsDone)
                refusals.AddRange(wish.Refusals);
            else if (await writing.Twice(wish.Value.Visit, cancel) is { } twice)
                refusals.Add(twice);
            else
                wanted.Add(wish.Value);
        }

        if (refusals.Count > 0)
            return Outcome<IReadOnlyList<Laid>>.Refuse([.. refusals.Distinct()]);
        var days = await Days(form, [.. wanted.Select(one => one.Wish)], visits, first.Value, cancel);
        var series = Id<Series>.New(clock.GetUtcNow());
        List<Wish> laid = [.. wanted.Select((one, index) => On(one.Wish with { Series = series, Day = days[index] }, form.Changed, index + 1))];
        var placed = Series.Place(laid, await reading.Of([.. laid.Select(wish => wish.Day)], [form.Patient], cancel), content.Staffing);
        return Outcome<IReadOnlyList<Laid>>.Done([.. placed.Select((one, index) => new Laid(one, forms[index], wanted[index].Visit))]);
    }

    private async Task<Refusal?> Against(SeriesForm form, List<VisitRow> visits, DateOnly? first, CancellationToken cancel)
    {
        var today = (await reading.Clinic(cancel)).DayOf(clock.GetUtcNow());
        if (visits.Count < form.Visits.Distinct().Count())
            return new("APT123", "This contact of the plan is over, or there is none. Look at the plan again.", "visit");
        if (Count(form, visits) is < 1 or > Most)
            return new("APT135", $"Choose 1 to {Most} appointments.", "count");
        if (first is null || form.Time is null)
            return new("APT125", "Choose the day and the time.", first is null ? "first" : "time");
        return form.Changed.Values.Any(changed => DateOnly.FromDateTime(changed) < today) ? new("APT126", "This day has passed. Choose today or a later day.", "visits") : null;
    }

    private static int Count(SeriesForm form, List<VisitRow> visits) => visits.Count > 0 ? visits.Count : form.Count ?? 0;

    private List<BookingForm> Forms(SeriesForm form, List<VisitRow> visits, DateOnly day) => [.. Enumerable.Range(0, Count(form, visits)).Select(index => new BookingForm
    {
        Id = Id<Appointment>.New(clock.GetUtcNow()),
        Patient = form.Patient,
        Type = form.Type,
        Protocol = form.Protocol,
        Visit = visits.Count > 0 ? visits[index].Id : null,
        Day = day,
        Time = form.Time,
        Resources = form.Resources,
        HoldUntil = form.HoldUntil,
        Note = form.Note,
        Override = form.Override,
    })];

    private static Wish On(Wish wish, IReadOnlyDictionary<int, DateTime> changed, int number) => changed.TryGetValue(number, out var to)
        ? wish with { Day = DateOnly.FromDateTime(to), Time = TimeOnly.FromDateTime(to) }
        : wish;

    // The plan's own days, as long as nobody asks for others; else days on which nobody is missing.
    private async Task<IReadOnlyList<DateOnly>> Days(SeriesForm form, IReadOnlyList<Wish> wishes, List<VisitRow> visits, DateOnly first, CancellationToken cancel)
    {
        if (visits.Count > 0 && form.First is null && form.Weekdays.Count == 0)
            return [.. visits.Select(visit => visit.On)];
        var people = new Book(await reading.Clinic(cancel), content.Terms)
        {
            Resources = await reading.Resources(cancel),
            Away = await reading.Away(first, first.AddDays(DaysAtMost), cancel),
        };
        return new Series(wishes.Count, first, Gaps(wishes, visits, form.EveryDays), form.Weekdays) { Least = [.. wishes.Select(wish => DaysOf(wish).DefaultIfEmpty().Min()).Where(least => least > 0)] }.Days(day => people.Clinic.Opening.IsOpen(day)
            && !Placing.Of(wishes[0] with { Day = day }, people, content.Staffing).Conflicts.Any(conflict => conflict.Kind is ConflictKind.Away or ConflictKind.NobodyOnSite));
    }

    // Each dose is followed by the gaps of its own phase, in turn.
    private static IReadOnlyList<int> Gaps(IReadOnlyList<Wish> wishes, List<VisitRow> visits, int every) => wishes.All(wish => DaysOf(wish).Count > 0)
        ? [.. wishes.Select((wish, at) => DaysOf(wish)[wishes.Take(at).Count(before => before.Phase?.Name == wish.Phase!.Name) % wish.Phase!.Gaps.Count])]
        : visits.Count > 1 ? [.. visits.Zip(visits.Skip(1)).Select(pair => Math.Max(1, pair.Second.On.DayNumber - pair.First.On.DayNumber))]
        : [Math.Max(1, every)];

    private static IReadOnlyList<int> DaysOf(Wish wish) => wish.Phase?.DaysApart() ?? [];

    private sealed record Laid(Placed Placed, BookingForm Form, VisitRow? Visit);
}
