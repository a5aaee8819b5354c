using Mooring.Clinical.Scheduling;

namespace Mooring.Web.Pages.Board;

/// <summary>What is typed of a chair, a room or a person of the book.</summary>
public sealed class ChairForm
{
    /// <summary>Of what is changed; null for what is added.</summary>
    public Guid? Id { get; set; }

    public ResourceKind? Kind { get; set; }

    public string? Name { get; set; }

    public string? Room { get; set; }

    public int? Capacity { get; set; }

    public int? Before { get; set; }

    public int? After { get; set; }

    public int? StartsApart { get; set; }

    /// <summary>rename, retire, return or set.</summary>
    public string? Do { get; set; }
}
