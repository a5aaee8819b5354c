using Mooring.Clinical;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Patients;
using Mooring.Fhir.Reading;
using Mooring.Practice.Imports;
using R4 = Hl7.Fhir.Model;

namespace Mooring.Fhir.Mapping;

/// <summary>From a resource to facts of one person. What says by itself that it is none is counted with its reason.</summary>
internal sealed class EntryMapper(BundleReferences references, FhirTerms terms, ImportTally tally, DateTimeOffset now)
{
    private readonly DateOnly today = DateOnly.FromDateTime(now.DateTime);

    /// <summary>Refusals: FHI124 nothing says what it is.</summary>
    public Refusal? Map(BundleEntry entry, R4.Resource resource, PersonFile file)
    {
        switch (resource)
        {
            case R4.Observation seen:
                ObservationMapper.Map(entry, seen, file, terms, tally, now);
                return null;
            case R4.QuestionnaireResponse form:
                Form(entry, form, file);
                return null;
            case R4.Procedure done when LeftOut.Why(done) is null && (ConditionFacts.Done(done, terms) is not { } trace || !terms.IsTrace(trace)):
                tally.LeaveOut(entry.Type);
                return null;
        }

        if (LeftOut.Why(resource) is not { } why)
            return Tell(entry, resource, file);
        Leave(entry, resource, file, why);
        return null;
    }

    private Refusal? Tell(BundleEntry entry, R4.Resource resource, PersonFile file)
    {
        IReadOnlyList<HistoryChange> told = resource switch
        {
            R4.Condition it when ConditionFacts.Read(it, terms, file.Person.Born, today) is { } condition => [new ConditionReported(condition)],
            R4.Procedure it when ConditionFacts.Done(it, terms) is { } trace => [new ConditionReported(trace)],
            R4.FamilyMemberHistory it => [.. ConditionFacts.Family(it, terms).Select(each => new ConditionReported(each))],
            R4.AllergyIntolerance it when AllergyFacts.Read(it, terms) is { } allergy => [new AllergyReported(allergy)],
            _ => MedicineSource.Of(resource) is { } source ? Medicine(source) : [],
        };
        var saidOn = MedicineSource.Of(resource)?.SaidOn;
        file.Told.AddRange(told.Select((change, index) => new ReportedThing(change, entry, saidOn, resource is R4.MedicationStatement && change is MedicineReported, Counts: index == 0, (MedicineSource.Of(resource)?.Effective as R4.Period))));
        return told.Count > 0 ? null : new("FHI124", $"This {entry.Type} says neither by name nor by code what it is, so it was not taken; look it up where the file comes from.", $"{entry.Place}.resource");
    }

    private IReadOnlyList<HistoryChange> Medicine(MedicineSource source)
    {
        if (MedicineFacts.Read(source, terms, references, today) is not { } medicine)
            return [];
        return source.Resource is R4.MedicationStatement or R4.MedicationRequest && TrialFacts.Read(source, medicine, terms) is { } trial ? [new MedicineReported(medicine), new TrialReported(trial)] : [new MedicineReported(medicine)];
    }

    private void Leave(BundleEntry entry, R4.Resource resource, PersonFile file, string why)
    {
        tally.Skip(entry.Type, why);
        if (why == LeftOut.NoneThere)
            file.NoneThere.Add(resource switch { R4.Condition => HistoryList.Conditions, R4.AllergyIntolerance => HistoryList.Allergies, _ => HistoryList.Medicines });
        if (why == LeftOut.NotTaken && MedicineSource.Of(resource) is { } source && MedicineFacts.Read(source, terms, references, today) is { } medicine)
            file.NotTaken.Add(new(new MedicineReported(medicine), entry, source.SaidOn, IsStatement: true, Counts: false));
    }

    private void Form(BundleEntry entry, R4.QuestionnaireResponse form, PersonFile file)
    {
        if (AnswerFacts.Status(form) == "entered-in-error")
        {
            file.Withdrawn.AddRange(ObservationMapper.Names(entry, file));
            tally.Skip(entry.Type, "entered in error");
            return;
        }

        var at = Moments.Read(form.AuthoredElement?.JsonValue as string);
        file.Answers.AddRange(AnswerFacts.Answers(form, terms, at).Select(answer => (entry, answer)));
        var values = at is { } authored && authored.From <= now.AddDays(1) ? Values(form, Times.Latest(authored, now)) : [];
        file.Seen.AddRange(values);
        file.Forms.Add((entry, values.Count > 0 ? new(ObservationMapper.Names(entry, file), entry.Place, values) : null));
    }

    private List<Observation> Values(R4.QuestionnaireResponse form, (DateTimeOffset At, string? Doubt) when) => [.. AnswerFacts.Values(form, terms, when.At, when.Doubt)];
}
