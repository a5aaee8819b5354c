using Mooring.Clinical;
using Mooring.Storage.Imports;

namespace Mooring.Fhir.Mapping;

/// <summary>What a FHIR R4 bundle says, ready for the charts. All that is wrong is said at once, and then nothing is taken.</summary>
public static class BundleCharts
{
    /// <summary>A bigger file is refused, with <see cref="TooBig"/>.</summary>
    public const long BiggestBytes = BundleText.BiggestMegabytes * 1024L * 1024;

    public static Refusal TooBig => BundleText.TooBig;

    /// <summary>
    /// Refusals: FHI101 to FHI109 for the file, FHI110 to FHI113 for an element, FHI120 to FHI126 for whose a resource is.
    /// </summary>
    /// <param name="antidepressants">Ingredient names whose past use is a treatment trial.</param>
    /// <param name="now">What was measured later than this is not taken.</param>
    public static Outcome<ImportedFile> Read(ReadOnlyMemory<byte> bytes, IReadOnlyList<string> antidepressants, DateTimeOffset now)
    {
        var read = Bundle.Read(bytes);
        if (!read.IsDone)
            return Outcome<ImportedFile>.Refuse(read.Refusals);

        var bundle = read.Value;
        List<Refusal> refusals = [.. Shape(bundle), .. bundle.Entries.SelectMany(ElementCheck.Check)];
        if (refusals.Count > 0)
            return Outcome<ImportedFile>.Refuse(refusals);

        var charts = bundle.Entries.Where(entry => entry.Type == "Patient").Select(entry => (Entry: entry, Person: BundlePeople.Read(entry))).ToList();
        refusals.AddRange(charts.SelectMany(chart => chart.Person.Refusals));
        refusals.AddRange(Same(charts.Where(chart => chart.Person.IsDone).Select(chart => chart.Person.Value!)));
        if (charts.Count == 0)
            refusals.Add(new("FHI121", "The bundle holds no patient, so nothing in it is anybody's. Export it with the Patient.", "entry"));
        if (refusals.Count > 0)
            return Outcome<ImportedFile>.Refuse(refusals);

        var tally = new ImportTally();
        Note(bundle, charts.Select(chart => chart.Entry), tally);
        var gathering = new BundleGathering(new(bundle.Entries), antidepressants, now, tally);
        refusals.AddRange(bundle.Entries.SelectMany(gathering.Take));
        return refusals.Count > 0
            ? Outcome<ImportedFile>.Refuse(refusals)
            : new ImportedFile([.. charts.Select(chart => gathering.Of(chart.Entry, chart.Person.Value!))], tally);
    }

    private static IEnumerable<Refusal> Shape(Bundle bundle)
    {
        if (bundle.Kind is not ("collection" or "transaction" or "searchset" or "batch" or "document"))
            yield return new("FHI113", $"A bundle of type '{bundle.Kind ?? "(none)"}' is not taken; give a collection, transaction, batch, searchset or document.", "type");

        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var entry in bundle.Entries.Where(entry => entry.Source is not null && !seen.Add(entry.Source)))
            yield return new("FHI114", $"'{entry.Source}' is in the bundle twice. Keep the entry that counts.", $"{entry.Place}.fullUrl");
    }

    private static IEnumerable<Refusal> Same(IEnumerable<ImportedPatient> people)
    {
        Dictionary<string, string> owners = new(StringComparer.Ordinal);
        foreach (var person in people)
        {
            var other = person.Keys.Select(owners.GetValueOrDefault).FirstOrDefault(place => place is not null);
            if (other is not null)
                yield return new("FHI123", $"This patient has an identifier of the patient in {other}. Correct it, or merge the two.", $"{person.Place}.resource.identifier");
            foreach (var key in person.Keys)
                owners[key] = person.Place;
        }
    }

    private static void Note(Bundle bundle, IEnumerable<BundleEntry> patients, ImportTally tally)
    {
        if (bundle.HasMorePages)
            tally.Problems.Add("This is one page of a search with more; import the other pages too.");
        if (bundle.WithoutResource > 0)
            tally.NotTaken["(no resource)"] = bundle.WithoutResource;
        tally.Problems.AddRange(patients.Where(entry => BundlePeople.IsDead(entry.Resource)).Select(entry => $"{entry.Place}: this patient is recorded as having died."));
    }
}
