using Mooring.Practice.Tasks;

namespace Mooring.Web.Pages.Chart;

/// <summary>The pages on which what stands on the timeline can be read in whole.</summary>
public static class TimelineLinks
{
    /// <summary>Null when there is nothing more to see.</summary>
    public static string? To(TimelineEntry entry, Guid patient) => entry.Opens switch
    {
        null => null,
        ChartPlace.Session => $"/sessions/{entry.Subject}",
        ChartPlace.Questionnaires => $"/patients/{patient}/questionnaires#{entry.Subject}",
        ChartPlace.History => $"/patients/{patient}/history",
        ChartPlace.Screening => $"/patients/{patient}/screening",
        ChartPlace.Risk => $"/patients/{patient}/risk",
        ChartPlace.Consent => $"/patients/{patient}/consent",
        ChartPlace.Plan => $"/patients/{patient}/plan",
        ChartPlace.Notes => entry.Subject is { } note ? $"/patients/{patient}/notes/{note}" : $"/patients/{patient}/notes",
        ChartPlace.Referral => $"/patients/{patient}/referral",
        ChartPlace.FollowUp => $"/patients/{patient}/follow-up",
        ChartPlace.Review => $"/patients/{patient}/review",
        _ => throw new ArgumentOutOfRangeException(nameof(entry), entry.Opens, "No page opens this."),
    };
}
