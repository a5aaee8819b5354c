using Mooring.Fhir.Reading;
using Mooring.Practice.Imports;
using R4 = Hl7.Fhir.Model;

namespace Mooring.Fhir.Mapping;

/// <summary>Puts what one Observation measured into the person's file, or says why not.</summary>
internal static class ObservationMapper
{
    private const int LongestCode = 100;

    public static void Map(BundleEntry entry, R4.Observation seen, PersonFile file, FhirTerms terms, ImportTally tally, DateTimeOffset now)
    {
        var (why, problem) = Take(entry, seen, file, terms, now);
        if (why is not null)
            tally.Skip(entry.Type, why);
        if (problem is not null)
            tally.Problems.Add($"{entry.Place}: {problem}");
    }

    /// <summary>What a resource is called, the best name first: the web address, or its id among this person's; then what earlier imports used.</summary>
    public static IReadOnlyList<string> Names(BundleEntry entry, PersonFile file)
    {
        var isWeb = entry.FullUrl?.StartsWith("http", StringComparison.OrdinalIgnoreCase) == true;
        var mine = entry.LocalName is { } local ? $"{file.Person.Imported.Keys.Head()} {local}" : null;
        IReadOnlyList<string> names = [.. new[] { isWeb ? entry.FullUrl : mine, mine, entry.FullUrl, entry.LocalName }.OfType<string>().Distinct(StringComparer.Ordinal)];
        return names.Count > 0 ? names : [entry.Json.GetRawText()];
    }

    private static (string? Why, string? Problem) Take(BundleEntry entry, R4.Observation seen, PersonFile file, FhirTerms terms, DateTimeOffset now)
    {
        if (ObservationFacts.IsVoid(seen))
        {
            file.Withdrawn.AddRange(Names(entry, file));
            return ("entered in error or cancelled", null);
        }

        if (seen.Focus.Count > 0)
            return ("about somebody or something else", null);
        if ((ObservationFacts.At(seen, now) ?? LastPeriod.At(seen, terms, now)) is not { } time)
            return ("without a time", null);
        var (at, doubt) = Times.Latest(time, now);
        if (time.From > now.AddDays(1))
            return ("in the future", "measured in the future and not taken; check the time.");

        if (file.Person.Born is { } born && DateOnly.FromDateTime(time.Until.UtcDateTime.AddDays(1)) < born.From)
            return ("before the birth", "measured before the patient was born and not taken; check the time.");
        if (PregnancyFacts.Of(seen, at, now) is { } isPregnant)
        {
            file.Pregnant.Add((at, isPregnant, entry));
            return (null, null);
        }

        var values = ObservationFacts.Values(seen, terms, (at, doubt), now).InOrder().Where(value => value.Code.Length <= LongestCode && value.Value.Unit.Length <= LongestCode).ToList();
        if (PregnancyFacts.Open(seen, terms, at) is { } open)
            values = [open];
        file.Seen.AddRange(values);
        var kept = values.Where(value => value.Doubt is not (ObservationFacts.NotPossible or ObservationFacts.NoResult)).ToList();
        if (kept.Count > 0)
            file.Values.Add(new(Names(entry, file), entry.Place, kept, entry.Type));
        var odd = values.FirstOrDefault(value => value.Doubt == ObservationFacts.NotPossible);
        return (
            kept.Count > 0 ? null : odd is not null ? ObservationFacts.NotPossible : values.Count > 0 ? ObservationFacts.NoResult : "without a number",
            odd is null ? null : $"{odd.Value} is not possible for {odd.Code} and was not taken; check the number and its unit.");
    }
}
