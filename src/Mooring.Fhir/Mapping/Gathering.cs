using Hl7.Fhir.Utility;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Fhir.Reading;
using Mooring.Practice.Imports;
using R4 = Hl7.Fhir.Model;

namespace Mooring.Fhir.Mapping;

/// <summary>
/// Reads a bundle entry by entry and sorts what each says to the person it is about. What can not be taken is left out by
/// itself, counted and named; only a bundle that is broken as such is refused.
/// </summary>
internal sealed class Gathering
{
    private static readonly Dictionary<string, HistoryList[]> Lists = new(StringComparer.Ordinal)
    {
        ["Condition"] = [HistoryList.Conditions],
        ["FamilyMemberHistory"] = [HistoryList.Conditions],
        ["AllergyIntolerance"] = [HistoryList.Allergies],
        ["MedicationStatement"] = [HistoryList.Medicines, HistoryList.Trials],
        ["MedicationRequest"] = [HistoryList.Medicines, HistoryList.Trials],
        ["MedicationDispense"] = [HistoryList.Medicines],
        ["MedicationAdministration"] = [HistoryList.Medicines],
        ["Procedure"] = [],
        ["Observation"] = [],
        ["QuestionnaireResponse"] = [],
    };

    private readonly BundleReferences references;
    private readonly EntryMapper mapper;
    private readonly Dictionary<BundleEntry, PersonFile> people = [];

    private Gathering(Bundle bundle, FhirTerms terms, DateTimeOffset now)
    {
        references = new(bundle.Entries);
        mapper = new(references, terms, Tally, now);
    }

    public ImportTally Tally { get; } = new();

    public IReadOnlyCollection<PersonFile> People => people.Values;

    /// <summary>Why patients of the bundle could not be taken.</summary>
    public List<Refusal> Unreadable { get; } = [];

    /// <summary>Refusals of one patient leave out that patient and all that is about them.</summary>
    /// <param name="now">As the clock on the clinic's wall shows it: its day is today.</param>
    /// <param name="mayBe">What else must be true of a person: for the clinic's charts a name and a birth date.</param>
    public static Gathering Of(Bundle bundle, FhirTerms terms, DateTimeOffset now, Func<PersonFacts, IReadOnlyList<Refusal>> mayBe)
    {
        var gathering = new Gathering(bundle, terms, now);
        gathering.Note(bundle);
        foreach (var entry in bundle.Entries.Where(entry => entry.Type == "Patient"))
            gathering.Meet(entry, DateOnly.FromDateTime(now.DateTime), mayBe);
        foreach (var entry in bundle.Entries.Where(entry => entry.Type is not ("Patient" or "Medication")))
            gathering.Take(entry);
        foreach (var file in gathering.People)
            file.Close(gathering.Tally);
        return gathering;
    }

    private void Meet(BundleEntry entry, DateOnly today, Func<PersonFacts, IReadOnlyList<Refusal>> mayBe)
    {
        var read = ResourceReader.Read(entry);
        var person = read.Value is R4.Patient patient ? PersonFacts.Read(entry, patient, today) : null;
        IReadOnlyList<Refusal> wrong = person is null ? read.Refusals : mayBe(person);
        if (person is not null && wrong.Count == 0)
            people[entry] = new(person);
        Unreadable.AddRange(wrong);
    }

    private void Take(BundleEntry entry)
    {
        if (!Lists.ContainsKey(entry.Type))
        {
            Tally.LeaveOut(entry.Type);
            return;
        }

        var subject = Subject.Of(entry, references, people);
        if (subject.IsElsewhere)
            Tally.Skip(entry.Type, "not about a patient");
        else if (subject.Person is not { } file)
            LeaveOut(entry, null, subject.Why!, subject.Because);
        else
            Map(entry, file);
    }

    private void Map(BundleEntry entry, PersonFile file)
    {
        var read = ResourceReader.Read(entry);
        try
        {
            var wrong = read.IsDone ? mapper.Map(entry, read.Value, file) : read.Refusals[0];
            if (wrong is not null)
                LeaveOut(entry, file, wrong, read.IsDone ? "without a name" : "can not be read");
        }
        catch (CodedException)
        {
            LeaveOut(entry, file, new("FHI110", "An element has another kind than FHIR R4 gives it. Correct it where the file comes from.", $"{entry.Place}.resource"), "can not be read");
        }
    }

    private void LeaveOut(BundleEntry entry, PersonFile? file, Refusal why, string because)
    {
        Tally.Skip(entry.Type, because);
        Tally.Problems.Add($"{why.At}: {why.Says}");
        foreach (var each in file is null ? People : [file])
            each.Unread.UnionWith(Lists[entry.Type]);
    }

    private void Note(Bundle bundle)
    {
        if (bundle.HasMorePages)
            Tally.Problems.Add("This is one page of a search with more; import the other pages too.");
        if (bundle.WithoutResource > 0)
            Tally.NotTaken["(no resource)"] = bundle.WithoutResource;
    }
}
