using System.Text;
using Mooring.Clinical;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Screening;
using Mooring.Fhir.Reading;

namespace Mooring.Fhir.Mapping;

/// <summary>A bundle of one patient as facts to screen on, and what of it could not be taken.</summary>
public sealed record ScreenedBundle(PatientFacts Facts, IReadOnlyList<string> Problems);

/// <summary>
/// What a FHIR R4 bundle of one patient says, as facts to screen on: the same facts that an import brings. A list of which
/// the bundle holds nothing, or something that can not be read, counts as never reviewed.
/// </summary>
public static class BundleFacts
{
    /// <summary>Refusals: those of reading any bundle (FHI101 to FHI119, FHI130), FHI103 for none or several patients.</summary>
    public static Outcome<ScreenedBundle> Read(string json, FhirTerms terms, DateTimeOffset now) => Read(Encoding.UTF8.GetBytes(json), terms, now);

    /// <summary>The bytes of a file as they are: one that is not UTF-8 is refused, and not read with letters lost.</summary>
    public static Outcome<ScreenedBundle> Read(ReadOnlyMemory<byte> bytes, FhirTerms terms, DateTimeOffset now)
    {
        var bundle = Bundle.Read(bytes);
        if (!bundle.IsDone)
            return Outcome<ScreenedBundle>.Refuse(bundle.Refusals);
        if (bundle.Value.Entries.Count(entry => entry.Type == "Patient") != 1)
            return new Refusal("FHI103", "The bundle must hold exactly one patient.", "entry");

        var gathering = Gathering.Of(bundle.Value, terms, now, _ => []);
        return gathering.People.SingleOrDefault() is { } file
            ? new ScreenedBundle(Facts(file, terms), gathering.Tally.Problems)
            : Outcome<ScreenedBundle>.Refuse(gathering.Unreadable);
    }

    private static PatientFacts Facts(PersonFile file, FhirTerms terms)
    {
        IReadOnlyList<HistoryChange> told = [.. file.Things.Select(thing => thing.Change)];
        return new()
        {
            BornOn = file.Person.Born?.From,
            BornUntil = file.Person.Born?.Last,
            Sex = file.Person.Sex,
            Conditions = List(file, HistoryList.Conditions, told.OfType<ConditionReported>().Select(each => each.Condition)),
            Medicines = List(file, HistoryList.Medicines, told.OfType<MedicineReported>().Select(each => each.Medicine)),
            Allergies = List(file, HistoryList.Allergies, told.OfType<AllergyReported>().Select(each => each.Allergy)),
            Trials = List(file, HistoryList.Trials, told.OfType<TrialReported>().Select(each => each.Trial)),
            Observations = file.Seen,
            Scores = [.. SheetsElsewhere.Of(file.Seen, terms.Instruments)],
            Answers = told.OfType<QuestionAnswered>().Where(each => each.Is is not null).ToDictionary(each => each.Question, each => each.Is!.Value, StringComparer.Ordinal),
        };
    }

    // What only the family has, or another kind of resource tells, does not make the list of conditions whole, nor what was handed over or given that of medicines.
    private static FactList<T> List<T>(PersonFile file, HistoryList list, IEnumerable<T> facts)
    {
        IReadOnlyList<T> all = [.. facts];
        var isTold = all.Count > 0 && list switch
        {
            HistoryList.Conditions => file.Things.Any(thing => thing.Resources.ContainsKey("Condition")),
            HistoryList.Medicines => file.Things.Any(thing => thing.Resources.ContainsKey("MedicationStatement") || thing.Resources.ContainsKey("MedicationRequest")),
            _ => true,
        };
        return new((isTold || file.NoneThere.Contains(list)) && !file.Unread.Contains(list), all);
    }
}
