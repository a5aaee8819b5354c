namespace Mooring.Web.Pages.Schedule;

/// <summary>What is done with one appointment, and what is written with it.</summary>
public sealed class ActTyped
{
    /// <summary>confirm, check-in, here, late, missed, left, put-back or write.</summary>
    public string? Do { get; set; }

    public Guid? Appointment { get; set; }

    /// <summary>A contact of a plan that has no hour, instead.</summary>
    public Guid? Visit { get; set; }

    public string? Expected { get; set; }

    public string? Because { get; set; }

    public string? Note { get; set; }

    public string? Ride { get; set; }
}
