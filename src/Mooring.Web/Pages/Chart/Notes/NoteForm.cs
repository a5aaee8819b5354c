using Mooring.Clinical.Notes;
using Mooring.Practice.Notes;

namespace Mooring.Web.Pages.Chart.Notes;

/// <summary>What the page of writing sends: the fields, and which of its buttons was pressed.</summary>
public sealed class NoteForm
{
    public Dictionary<string, string?> Parts { get; set => field = value ?? []; } = [];

    public string? Reason { get; set; }

    public bool Agreed { get; set; }

    public Guid? Whom { get; set; }

    public int BasedOn { get; set; }

    public Guid Page { get; set; }

    public Guid Shown { get; set; }

    /// <summary>save, sign, take-in, pull:section/Fact or out:section/Fact.</summary>
    public string? Act { get; set; }

    public NoteDraftForm AsDraft() => new()
    {
        Parts = Parts.ToDictionary(part => part.Key, part => part.Value ?? "", StringComparer.Ordinal),
        Reason = Reason,
        BasedOn = BasedOn,
        Page = Page,
        Shown = Shown,
    };

    /// <summary>The section and the fact that a button names; null where it names none.</summary>
    public (bool IsIn, string Section, NoteFact Fact)? Named()
    {
        var parts = (Act ?? "").Split(':', '/');
        return parts is [("pull" or "out") and var way, var section, var word] && Enum.TryParse<NoteFact>(word, out var fact) && Enum.IsDefined(fact) ? (way == "pull", section, fact) : null;
    }
}
