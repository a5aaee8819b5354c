using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Screening;
using Mooring.Storage.Imports;

namespace Mooring.Fhir.Mapping;

/// <summary>Sorts the resources of one bundle to the patients they are about.</summary>
internal sealed class BundleGathering(BundleReferences references, IReadOnlyList<string> antidepressants, DateTimeOffset now, ImportTally tally)
{
    private readonly Dictionary<BundleEntry, List<ImportedThing>> things = [];
    private readonly Dictionary<BundleEntry, List<ImportedValues>> values = [];
    private readonly Dictionary<BundleEntry, List<string>> withdrawn = [];

    /// <summary>Takes one entry. Refusals: FHI120 about nobody, FHI121 about somebody else, FHI124 a medicine that is not there.</summary>
    public IReadOnlyList<Refusal> Take(BundleEntry entry)
    {
        var resource = entry.Resource;
        if (entry.Type is not ("Condition" or "AllergyIntolerance" or "MedicationStatement" or "MedicationRequest" or "Observation"))
        {
            // A Medication is taken with what refers to it.
            if (entry.Type is not ("Patient" or "Medication"))
                tally.LeaveOut(entry.Type);
            return [];
        }

        var subject = entry.Type == "AllergyIntolerance" ? "patient" : "subject";
        var reference = resource.Child(subject)?.Text("reference");
        if (entry.Type == "Observation" && reference?.Split('/') is [.., "Device" or "Location" or "Group", _])
        {
            tally.Skip(entry.Type, "not about a patient");
            return [];
        }

        if (reference is null)
            return [new("FHI120", $"This {entry.Type} does not say whose it is. Add a reference to the patient.", $"{entry.Place}.resource.{subject}.reference")];
        if (references.Find(reference) is not { Type: "Patient" } patient)
            return [new("FHI121", $"This {entry.Type} is about '{reference}', a patient who is not in the bundle. Add her Patient, or take it out.", $"{entry.Place}.resource.{subject}.reference")];
        if (entry.Type == "Observation")
            return Measure(entry, patient);
        return BundleSkips.Why(entry) is { } why ? Skip(entry, why) : Tell(entry, patient);
    }

    /// <summary>The person with all that was taken for her; the same thing said twice is one.</summary>
    public ImportedPatient Of(BundleEntry entry, ImportedPatient person) => person with
    {
        Things = [.. things.GetValueOrDefault(entry, []).GroupBy(thing => $"{thing.Change.List}:{thing.Change.Name!.ToUpperInvariant()}", StringComparer.Ordinal).Select(BundleSkips.Merge)],
        Values = values.GetValueOrDefault(entry, []),
        Withdrawn = withdrawn.GetValueOrDefault(entry, []),
    };

    private IReadOnlyList<Refusal> Tell(BundleEntry entry, BundleEntry patient)
    {
        var resource = entry.Resource;
        var isMedicine = entry.Type is "MedicationStatement" or "MedicationRequest";
        if (isMedicine && BundleLists.MedicineName(resource, references) is null)
            return [new("FHI124", "This names no medicine, or one that is not in the bundle. Add the Medication or its name.", $"{entry.Place}.resource.medicationReference")];
        if (!isMedicine && string.IsNullOrWhiteSpace(resource.Child("code")?.Name()))
        {
            tally.Problems.Add($"{entry.Place}: this {entry.Type} has no name and was not taken; look it up where the file comes from.");
            return Skip(entry, "without a name");
        }

        HistoryChange change = entry.Type switch
        {
            "Condition" => new ConditionTold(Named(BundleLists.Condition(resource), each => each.Name, (each, name) => each with { Name = name })),
            "AllergyIntolerance" => new AllergyTold(Named(BundleLists.Allergy(resource), each => each.Name, (each, name) => each with { Name = name })),
            _ => new MedicineTold(Named(BundleLists.Medicine(resource, references), each => each.Name, (each, name) => each with { Name = name })),
        };
        Put(things, patient, new ImportedThing(change, entry.Place, new Dictionary<string, int>(StringComparer.Ordinal) { [entry.Type] = 1 }));
        if (isMedicine && BundleTrials.Trial(resource, references, antidepressants) is { } trial)
            Put(things, patient, new ImportedThing(new TrialTold(trial), entry.Place, new Dictionary<string, int>(StringComparer.Ordinal)));
        return [];
    }

    private IReadOnlyList<Refusal> Measure(BundleEntry entry, BundleEntry patient)
    {
        var source = entry.Source ?? entry.Resource.GetRawText();
        if (BundleObservations.IsVoid(entry.Resource))
        {
            Put(withdrawn, patient, source);
            return Skip(entry, "entered in error or cancelled");
        }

        if (BundleObservations.At(entry.Resource) is not { } at)
            return Skip(entry, "without a time");
        if (at > now.AddDays(1))
        {
            tally.Problems.Add($"{entry.Place}: measured in the future and not taken; check the time.");
            return Skip(entry, "in the future");
        }

        IReadOnlyList<Observation> measured = [.. BundleObservations.Values(entry.Resource).Where(value => value.Code.Length <= 100 && value.Value.Unit.Length <= 100)];
        if (measured.Count == 0)
            return Skip(entry, "without a number");
        Put(values, patient, new ImportedValues(source, entry.Place, measured));
        return [];
    }

    private IReadOnlyList<Refusal> Skip(BundleEntry entry, string why)
    {
        tally.Skip(entry.Type, why);
        return [];
    }

    // Names are kept to the length of the form; combination packs can be longer.
    private static T Named<T>(T fact, Func<T, string> name, Func<T, string, T> rename) =>
        name(fact).Trim() is { Length: > 200 } longer ? rename(fact, $"{longer[..(char.IsHighSurrogate(longer[198]) ? 198 : 199)]}…") : rename(fact, name(fact).Trim());

    private static void Put<T>(Dictionary<BundleEntry, List<T>> lists, BundleEntry patient, T item)
    {
        if (!lists.TryGetValue(patient, out var list))
            lists[patient] = list = [];
        list.Add(item);
    }
}
