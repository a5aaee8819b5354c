using Mooring.Clinical;
using Mooring.Clinical.Scheduling;
using Mooring.Practice.Scheduling;

namespace Mooring.Web.Pages.Schedule;

/// <summary>What is typed and chosen when an appointment moves.</summary>
public sealed class MoveTyped
{
    public DateOnly? Day { get; set; }

    /// <summary>One of the free times; what is typed beside them counts more.</summary>
    public string? Time { get; set; }

    public string? Other { get; set; }

    public List<Guid?> With { get; set => field = value ?? []; } = [];

    public MoveScope Scope { get; set; }

    public string? Because { get; set; }

    public string? Override { get; set; }

    /// <summary>Which state of the appointment the page showed.</summary>
    public int? Shown { get; set; }

    /// <summary>move, times or next.</summary>
    public string? Do { get; set; }

    public TimeOnly? At => BookWords.Time(string.IsNullOrWhiteSpace(Other) ? Time : Other);

    public IReadOnlyList<Id<Resource>> Resources => [.. With.OfType<Guid>().Where(id => id != Guid.Empty).Distinct().Select(id => new Id<Resource>(id))];

    public MoveForm Of(Id<Appointment> id) => new()
    {
        Id = id,
        Day = Day,
        Time = At,
        Resources = Resources,
        Scope = Scope,
        Because = Because,
        Override = Override,
        Shown = Shown,
    };
}
