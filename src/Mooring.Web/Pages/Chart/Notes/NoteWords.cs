using Mooring.Clinical.Notes;

namespace Mooring.Web.Pages.Chart.Notes;

/// <summary>How the pages say kinds of notes, receivers of letters and steps of a referral.</summary>
public static class NoteWords
{
    public static string Of(NoteKind kind) => kind switch
    {
        NoteKind.Evaluation => "Evaluation",
        NoteKind.Progress => "Progress",
        NoteKind.Medication => "Medication",
        NoteKind.Phone => "Phone",
        NoteKind.Preparation => "Preparation",
        NoteKind.Integration => "Integration",
        NoteKind.Nursing => "Nursing",
        NoteKind.Letter => "Letters",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind has no word yet."),
    };

    /// <summary>As it stands in an address.</summary>
    public static string Code(NoteKind kind) => kind.ToString().ToLowerInvariant();
}
