using Mooring.Clinical;
using Mooring.Fhir.Reading;
using Mooring.Practice.Imports;

namespace Mooring.Fhir.Mapping;

/// <summary>What a FHIR R4 bundle says, ready for the charts. A bundle that is broken as such is refused; one resource that is wrong is left out and named.</summary>
public static class BundleCharts
{
    /// <summary>A bigger file is refused, with <see cref="TooBig"/>.</summary>
    public const long BiggestBytes = BundleText.BiggestMegabytes * 1024L * 1024;

    public static Refusal TooBig => BundleText.TooBig;

    /// <summary>Refusals: FHI101 to FHI109, FHI113, FHI114, FHI118, FHI119 and FHI130 for the file; FHI110 to FHI131 when none of its patients can be taken.</summary>
    /// <param name="now">What was measured later than this is not taken.</param>
    public static Outcome<ImportedFile> Read(ReadOnlyMemory<byte> bytes, FhirTerms terms, DateTimeOffset now)
    {
        var read = Bundle.Read(bytes);
        if (!read.IsDone)
            return Outcome<ImportedFile>.Refuse(read.Refusals);
        if (read.Value.Kind is not ("collection" or "transaction" or "searchset" or "batch" or "document"))
            return new Refusal("FHI113", $"A bundle of type '{read.Value.Kind ?? "(none)"}' is not taken; give a collection, transaction, batch, searchset or document.", "type");

        Dictionary<string, string> owners = new(StringComparer.Ordinal);
        var gathering = Gathering.Of(read.Value, terms, now, person => [.. person.Faults, .. Same(person.Imported, owners)]);
        if (gathering.People.Count == 0)
        {
            return Outcome<ImportedFile>.Refuse(gathering.Unreadable.Count > 0
                ? gathering.Unreadable
                : [new("FHI121", "The bundle holds no patient, so nothing in it is anybody's. Export it with the Patient.", "entry")]);
        }

        gathering.Tally.Problems.AddRange(gathering.Unreadable.Select(each => $"{each.At}: {each.Says} This patient was left out."));
        gathering.Tally.Problems.AddRange(gathering.People.SelectMany(file => Known(file.Person.Imported)));
        return new ImportedFile([.. gathering.People.Select(file => file.AsImported())], gathering.Tally);
    }

    private static IEnumerable<Refusal> Same(ImportedPatient person, Dictionary<string, string> owners)
    {
        var other = person.Keys.Select(owners.GetValueOrDefault).FirstOrDefault(place => place is not null);
        if (other is not null)
            yield return new("FHI123", $"This patient has an identifier of the patient in {other}. Correct it, or merge the two.", $"{person.Place}.resource.identifier");
        foreach (var key in person.Keys)
            owners.TryAdd(key, person.Place);
    }

    private static IEnumerable<string> Known(ImportedPatient person)
    {
        if (person.HasDied)
            yield return $"{person.Place}: this patient is recorded as having died.";
        if (person.IsReplaced)
            yield return $"{person.Place}: this record of the patient is not active any more, or was replaced by another; see which one counts.";
    }
}
