using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Protocols;
using Mooring.Clinical.Scheduling;
using Mooring.Practice.Plans;
using Mooring.Practice.Scheduling;

namespace Mooring.Web.Pages.Schedule.InSeries;

/// <summary>One visit of a series as the page showed it, and as it was changed there.</summary>
public sealed class SeriesRowTyped
{
    public DateOnly? Day { get; set; }

    public string? Time { get; set; }

    /// <summary>What was proposed; empty for one that somebody changed by hand.</summary>
    public string? Was { get; set; }

    public DateTime? At => Day is { } day && BookWords.Time(Time) is { } time ? day.ToDateTime(time) : null;

    public bool IsChanged => At is { } at && Write(at) != Was;

    public static string Write(DateTime at) => $"{BookWords.Field(DateOnly.FromDateTime(at))} {BookWords.Field(TimeOnly.FromDateTime(at))}";
}

/// <summary>What is typed and chosen when a whole series is booked.</summary>
public sealed class SeriesTyped
{
    private const int DaysAWeek = 7;

    public Guid? Patient { get; set; }

    /// <summary>The kind of contacts of the plan, or the id of a kind of appointment where no plan lays them.</summary>
    public string? What { get; set; }

    public int? Count { get; set; }

    public int? EveryDays { get; set; }

    public DateOnly? First { get; set; }

    public string? Time { get; set; }

    public Dictionary<string, bool> Weekdays { get; set => field = value ?? []; } = [];

    public List<Guid?> With { get; set => field = value ?? []; } = [];

    public List<SeriesRowTyped> Rows { get; set => field = value ?? []; } = [];

    public DateOnly? HoldUntil { get; set; }

    public string? Override { get; set; }

    /// <summary>show or book.</summary>
    public string? Do { get; set; }

    /// <summary>The contacts that it means, of those that nobody booked yet.</summary>
    public IReadOnlyList<PlannedVisit> Of(IReadOnlyList<PlannedVisit> planned) =>
        Enum.TryParse<VisitKind>(What, out var kind) ? [.. planned.Where(visit => visit.What.Kind == kind)] : [];

    public SeriesForm Form(IReadOnlyList<PlannedVisit> planned)
    {
        var visits = Of(planned);
        return new()
        {
            Patient = new Id<Patient>(Patient ?? Guid.Empty),
            Visits = [.. visits.Select(visit => visit.Id)],
            Type = visits.Count > 0 ? null : What,
            Count = visits.Count > 0 ? null : Count,
            EveryDays = EveryDays ?? DaysAWeek,
            First = First,
            Time = BookWords.Time(Time),
            Weekdays = [.. Enum.GetValues<DayOfWeek>().Where(day => Weekdays.GetValueOrDefault(day.ToString()))],
            Resources = [.. With.OfType<Guid>().Where(id => id != Guid.Empty).Distinct().Select(id => new Id<Resource>(id))],
            Changed = Rows.Index().Where(row => row.Item.IsChanged).ToDictionary(row => row.Index + 1, row => row.Item.At!.Value),
            HoldUntil = HoldUntil,
            Override = Override,
        };
    }
}
