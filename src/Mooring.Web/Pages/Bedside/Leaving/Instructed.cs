using Mooring.Clinical;
using Mooring.Clinical.Education;
using Mooring.Clinical.Protocols;
using Mooring.Clinical.Sessions;
using Mooring.Content.Library;

namespace Mooring.Web.Pages.Bedside.Leaving;

/// <summary>What a patient is told to take home after this session, in the words of the reviewed text.</summary>
internal static class Instructed
{
    public static IReadOnlyList<FilledSection> Of(EducationText text, SessionPlan plan, CourseContent content, Clinic clinic) =>
        Expectations.For(About(plan, content), text, clinic.Phone);

    // A session outlives its protocol's file: what the session itself keeps is enough for going home.
    private static Treatment About(SessionPlan plan, CourseContent content) => content.Protocol(plan.Protocol.Id) is { } protocol
        ? Treatment.Of(protocol)
        : new(
            plan.Drug == "esketamine" ? Drug.Esketamine : Drug.Racemic,
            plan.Route,
            LabelStatus.OffLabel,
            WithTherapy: false);
}
