using Mooring.Clinical;
using Mooring.Clinical.Scheduling;
using Mooring.Practice.Scheduling;

namespace Mooring.Web.Pages.Schedule;

/// <summary>An appointment in a column, beside others that overlap it there.</summary>
/// <param name="From">Minutes of the day.</param>
public sealed record GridCard(BookEntry Entry, int From, int Until, int Lane, int Lanes);

/// <summary>A time in which a column can not be used, and why.</summary>
public sealed record GridBlock(string Kind, string Says, int From, int Until);

/// <summary>A time that nobody has yet.</summary>
public sealed record GridSlot(int From, int Until);

/// <summary>A chair, a room, a person, or a day of one of them.</summary>
public sealed record GridColumn(string Title, string? Small, Id<Resource>? Resource, DateOnly Day)
{
    public required IReadOnlyList<GridCard> Cards { get; init; }

    public required IReadOnlyList<GridBlock> Blocks { get; init; }

    public required IReadOnlyList<GridSlot> Slots { get; init; }

    public string ElementId => Resource is { } one ? $"c-{one}-{Day.DayNumber}" : $"c-others-{Day.DayNumber}";
}

/// <summary>Time down, columns across.</summary>
/// <param name="From">The first hour that is drawn.</param>
public sealed record BookGrid(int From, int Until, IReadOnlyList<GridColumn> Columns)
{
    private const int MinutesADay = 1440;

    /// <summary>A slot is so long, and begins on the marks of the clock.</summary>
    private const int Slot = 30;

    /// <summary>One day, a column for each of these; what holds none of them stands in a last column.</summary>
    public static BookGrid Of(BookDay day, IReadOnlyList<Resource> resources, Clinic clinic, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(day);
        ArgumentNullException.ThrowIfNull(resources);
        var shown = resources.Select(resource => resource.Id).ToHashSet();
        var others = day.Entries.Where(entry => Stands(entry) && !entry.What.Uses.Any(use => shown.Contains(use.Resource))).ToList();
        List<GridColumn> columns = [.. resources.Select(resource => Column(day, resource, resource.Name, resource.Where, clinic, now))];
        if (others.Count > 0)
            columns.Add(new("Others", null, null, day.Day) { Cards = Lanes([.. others.Select(entry => (entry, Minute(entry.What.Start, day.Day, clinic), Minute(entry.What.End, day.Day, clinic)))]), Blocks = Closed(day), Slots = [] });
        return Around(columns, [day]);
    }

    /// <summary>One chair, room or person, a column for each day.</summary>
    public static BookGrid Of(IReadOnlyList<BookDay> days, Resource resource, Clinic clinic, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(days);
        return Around([.. days.Select(day => Column(day, resource, BookWords.ShortDay(day.Day), day.Holiday?.Name, clinic, now))], days);
    }

    /// <summary>Whether it is still drawn at its time: what was called off or missed is not.</summary>
    public static bool Stands(BookEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.What.State is not (AppointmentState.Canceled or AppointmentState.Missed) && !entry.IsLapsed;
    }

    /// <summary>Minutes of that day by the clinic's clock; what lies before or after it, at its edge.</summary>
    public static int Minute(DateTimeOffset at, DateOnly day, Clinic clinic)
    {
        ArgumentNullException.ThrowIfNull(clinic);
        var on = clinic.DayOf(at);
        return on < day ? 0 : on > day ? MinutesADay : (int)clinic.LocalTime(at).TimeOfDay.TotalMinutes;
    }

    private static BookGrid Around(IReadOnlyList<GridColumn> columns, IReadOnlyList<BookDay> days)
    {
        var hours = days.Select(day => day.Hours).OfType<Clinical.Settings.OpeningDay>().ToList();
        var cards = columns.SelectMany(column => column.Cards).ToList();
        var from = hours.Select(open => open.From.Hour).Concat(cards.Select(card => card.From / 60)).DefaultIfEmpty(8).Min();
        var until = hours.Select(open => (int)Math.Ceiling(open.Until.ToTimeSpan().TotalHours)).Concat(cards.Select(card => (card.Until + 59) / 60)).DefaultIfEmpty(17).Max();
        return new(from, until, columns);
    }

    private static GridColumn Column(BookDay day, Resource resource, string title, string? small, Clinic clinic, DateTimeOffset now)
    {
        var cards = Lanes([.. from entry in day.Entries
                              where Stands(entry)
                              let uses = entry.What.Uses.Where(use => use.Resource == resource.Id).ToList()
                              where uses.Count > 0
                              select (entry, Minute(uses.Min(use => use.From), day.Day, clinic), Minute(uses.Max(use => use.Until), day.Day, clinic))]);
        List<GridBlock> blocks =
        [
            .. Closed(day),
            .. from leave in day.Away
               where leave.What.Person == resource.Id
               select new GridBlock("away", "Away", Minute(leave.What.From, day.Day, clinic), Minute(leave.What.Until, day.Day, clinic)),
            .. from card in cards
               where resource.After > TimeSpan.Zero && card.Until < MinutesADay && !cards.Any(other => other.From <= card.Until && other.Until > card.Until)
               select new GridBlock("turnover", "", card.Until, card.Until + (int)resource.After.TotalMinutes),
        ];
        return new(title, small, resource.Id, day.Day) { Cards = cards, Blocks = blocks, Slots = resource.IsRetired ? [] : Slots(day, cards, blocks, clinic, now) };
    }

    private static IReadOnlyList<GridBlock> Closed(BookDay day) => day.Hours is null ? [new("closed", day.Holiday is { } holiday ? $"Closed: {holiday.Name}" : "Closed", 0, MinutesADay)] : [];

    private static IReadOnlyList<GridSlot> Slots(BookDay day, IReadOnlyList<GridCard> cards, IReadOnlyList<GridBlock> blocks, Clinic clinic, DateTimeOffset now)
    {
        if (day.Hours is not { } hours)
            return [];
        List<GridSlot> slots = [];
        var at = Math.Max((int)hours.From.ToTimeSpan().TotalMinutes, Minute(now, day.Day, clinic));
        var last = (int)hours.Until.ToTimeSpan().TotalMinutes;
        while (at < last)
        {
            var until = Math.Min(last, (at / Slot * Slot) + Slot);
            var taken = cards.Select(card => (card.From, card.Until)).Concat(blocks.Select(block => (block.From, block.Until))).Where(span => span.From < until && at < span.Until).ToList();
            if (taken.Count == 0)
                slots.Add(new(at, until));
            at = taken.Count == 0 ? until : Math.Max(at + 1, taken.Max(span => span.Until));
        }

        return slots;
    }

    // Those that overlap share the width.
    private static IReadOnlyList<GridCard> Lanes(IReadOnlyList<(BookEntry Entry, int From, int Until)> spans)
    {
        List<GridCard> all = [];
        List<GridCard> together = [];
        foreach (var (entry, from, until) in spans.OrderBy(span => span.From))
        {
            if (together.Count > 0 && together.Max(card => card.Until) <= from)
                Close();
            var lane = Enumerable.Range(0, together.Count + 1).First(free => together.TrueForAll(card => card.Lane != free || card.Until <= from));
            together.Add(new(entry, from, until, lane, 1));
        }

        Close();
        return all;

        void Close()
        {
            all.AddRange(together.Select(card => card with { Lanes = together.Max(other => other.Lane) + 1 }));
            together.Clear();
        }
    }
}
