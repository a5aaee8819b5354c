using Mooring.Clinical;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Scheduling;
using Mooring.Practice.Scheduling;

namespace Mooring.Web.Pages.Schedule;

/// <summary>What is typed and chosen when an appointment is booked.</summary>
public sealed class BookingTyped
{
    private const string FromPlan = "visit:";

    /// <summary>Made with the page, so that sending it twice books once.</summary>
    public Guid Id { get; set; }

    public Guid? Patient { get; set; }

    /// <summary>The id of a kind, or of a contact of the plan.</summary>
    public string? Type { get; set; }

    public DateOnly? Day { get; set; }

    /// <summary>One of the free times; what is typed beside them counts more.</summary>
    public string? Time { get; set; }

    public string? Other { get; set; }

    public List<Guid?> With { get; set => field = value ?? []; } = [];

    public string? Note { get; set; }

    public string? Ride { get; set; }

    public DateOnly? HoldUntil { get; set; }

    public string? Override { get; set; }

    public Guid? Waiting { get; set; }

    /// <summary>book, times or next.</summary>
    public string? Do { get; set; }

    public TimeOnly? At => BookWords.Time(string.IsNullOrWhiteSpace(Other) ? Time : Other);

    public Guid? Visit => Type is { } chosen && chosen.StartsWith(FromPlan, StringComparison.Ordinal) && Guid.TryParse(chosen[FromPlan.Length..], out var id) ? id : null;

    public static string Of(Id<Visit> visit) => FromPlan + visit;

    public BookingForm Form() => new()
    {
        Id = new Id<Appointment>(Id),
        Patient = new Id<Patient>(Patient ?? Guid.Empty),
        Type = Visit is null ? Type : null,
        Visit = Visit is { } visit ? new Id<Visit>(visit) : null,
        Day = Day,
        Time = At,
        Resources = [.. With.OfType<Guid>().Where(id => id != Guid.Empty).Distinct().Select(id => new Id<Resource>(id))],
        Note = Note,
        Ride = Ride,
        HoldUntil = HoldUntil,
        Override = Override,
        Waiting = Waiting is { } waiting ? new Id<Waiting>(waiting) : null,
    };
}
