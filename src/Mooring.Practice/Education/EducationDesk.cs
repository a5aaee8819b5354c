using Mooring.Clinical.Education;
using Mooring.Clinical.Patients;
using Mooring.Content.Library;
using Mooring.Practice.Access;
using Mooring.Practice.Content;
using Mooring.Practice.Planning;

namespace Mooring.Practice.Education;

/// <summary>A text filled from one person's plan.</summary>
public sealed record FilledPlanText(EducationText Text, IReadOnlyList<FilledSection> Sections);

/// <summary>Tells a person about their own plan, in their language.</summary>
public sealed class EducationDesk(PlanDesk plans, CourseContent content, StaffDesk staff)
{
    /// <summary>What there is to read, in the order in which it is wanted; ids of <c>content/education</c>.</summary>
    public static IReadOnlyList<string> Texts { get; } = ["expect", "prepare", "after-visit", "faq"];

    /// <summary>One of <see cref="Texts"/>; null while no plan holds. The language is the person's unless another is named.</summary>
    public async Task<FilledPlanText?> Tell(Patient patient, string id, Language? language, CancellationToken cancel)
    {
        if (await plans.Current(patient.Id, cancel) is not { } plan || content.Protocol(plan.What.ProtocolId) is not { } protocol)
            return null;
        var text = content.Education(id, (language ?? patient.Language).Code());
        var facts = new EducationFacts
        {
            PatientFirstName = patient.CalledName,
            Escort = patient.Escort?.Name,
            ClinicPhone = (await staff.Clinic(cancel))?.Phone,
            Rounds = content.Pack(protocol).Pack.Schedule,
        };
        return new(text, Expectations.For(plan.What, protocol, text, facts));
    }
}
