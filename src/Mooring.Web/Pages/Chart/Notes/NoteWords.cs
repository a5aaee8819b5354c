using Mooring.Clinical.Notes;
using Mooring.Practice.Notes;

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

    public static string Of(SealedReason reason) => reason switch
    {
        SealedReason.AuthorAway => "The author is ill or not to be reached",
        SealedReason.AuthorLeft => "The author has left",
        SealedReason.PatientAsks => "The patient asks for it",
        _ => "Court order",
    };

    /// <summary>As it stands in an address.</summary>
    public static string Code(NoteKind kind) => kind.ToString().ToLowerInvariant();
}
