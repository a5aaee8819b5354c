using Mooring.Clinical;
using Mooring.Practice.Records;
using Mooring.Storage.Audit;

namespace Mooring.Web.Pages.Reports;

/// <summary>What somebody asks the access log, as it is typed.</summary>
public sealed class AccessAsked
{
    public string? Number { get; set; }

    public Guid? Person { get; set; }

    public AccessKind? Kind { get; set; }

    public Purpose? Purpose { get; set; }

    public DateOnly? Day { get; set; }

    /// <summary>The last day; the first alone where nothing is typed.</summary>
    public DateOnly? Last { get; set; }

    public string? Of { get; set; }

    public long? Before { get; set; }

    /// <summary>The question, in the days of this clinic.</summary>
    public AccessQuestion As(Clinic clinic) => new(
        Said(Number), Person, Midnight(clinic, Day), Midnight(clinic, (Last ?? Day)?.AddDays(1)), Before)
    { Kind = Kind, Purpose = Purpose, Of = Said(Of) };

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static DateTimeOffset? Midnight(Clinic clinic, DateOnly? day) => day is { } one ? clinic.InstantOf(one, TimeOnly.MinValue) : null;
}
