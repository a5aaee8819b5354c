using Mooring.Clinical.Education;
using Mooring.Clinical.Patients;
using Mooring.Storage.Library;

namespace Mooring.Storage.Courses;

/// <summary>A text filled from one person's plan.</summary>
public sealed record ToldPlan(EducationText Text, IReadOnlyList<ToldSection> Sections);

/// <summary>Tells a person about her own plan, in her language.</summary>
public sealed class EducationDesk(PlanDesk plans, CourseContent content)
{
    /// <summary>What to expect; null while no plan holds.</summary>
    public Task<ToldPlan?> Expect(Patient patient, CancellationToken cancel) => Tell(patient, "expect", cancel);

    /// <summary>What she takes home after a session; null while no plan holds.</summary>
    public Task<ToldPlan?> AfterVisit(Patient patient, CancellationToken cancel) => Tell(patient, "after-visit", cancel);

    private async Task<ToldPlan?> Tell(Patient patient, string id, CancellationToken cancel)
    {
        if (await plans.Current(patient.Id, cancel) is not { } plan || content.Protocol(plan.What.ProtocolId) is not { } protocol)
            return null;
        var text = content.Education(id, patient.Language.Code());
        var facts = new ToldFacts
        {
            PatientFirstName = patient.GivenName,
            Escort = patient.Escort?.Name,
            ClinicPhone = text.Words.GetValueOrDefault("clinic-number") ?? (text.Language == "es" ? "el número de la clínica" : "the clinic's number"),
        };
        return new(text, Expectations.For(plan.What, protocol, text, facts));
    }
}
