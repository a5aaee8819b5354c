namespace Mooring.Web.Pages.Today;

/// <summary>What is done with one task of the work list.</summary>
public sealed class WorkForm
{
    public Guid Task { get; set; }

    /// <summary>take, give-back, tried, put-off or bring-back.</summary>
    public string? Do { get; set; }

    public DateOnly? Until { get; set; }

    public string? Because { get; set; }

    /// <summary>After a call that reached nobody, how long until the next.</summary>
    public TimeSpan? Again { get; set; }
}
