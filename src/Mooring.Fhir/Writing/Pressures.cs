using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Charting;
using Mooring.Clinical.Vitals;
using R4 = Hl7.Fhir.Model;

namespace Mooring.Fhir.Writing;

/// <summary>
/// The charted blood pressures of a session, each as one observation of its numbers, in the form of the US core profile: the cuff as
/// body site, the position as the standard extension. What nobody said is left out.
/// </summary>
internal static class Pressures
{
    private const string Loinc = "http://loinc.org";
    private const string Snomed = "http://snomed.info/sct";
    private const string Position = "http://hl7.org/fhir/StructureDefinition/observation-bodyPosition";

    public static IEnumerable<R4.Observation> Of(Session session, R4.ResourceReference subject) =>
        from value in session.Chart.All
        where VitalSign.Find(value.Of) is { } sign && Cuff.IsOf(sign)
        group value by (value.Event, value.At) into taken
        let first = taken.First()
        let who = session.Journal.FirstOrDefault(entry => entry.EventId == taken.Key.Event)?.By.Name
        select new R4.Observation
        {
            Id = StableIds.Of($"pressure/{taken.Key.Event}/{taken.Key.At.UtcTicks}").ToString(),
            Status = R4.ObservationStatus.Final,
            Category = [new("http://terminology.hl7.org/CodeSystem/observation-category", "vital-signs")],
            Code = new(Loinc, "85354-9", "Blood pressure panel"),
            Subject = subject,
            Effective = new R4.FhirDateTime(first.At),
            Performer = who is null ? [] : [new() { Display = who }],
            Device = first.Device is { } device ? new() { Display = device } : null,
            BodySite = first.Cuff.On is { } site ? Said(SiteCode(site), new Cuff(On: site).InWords) : null,
            Extension = first.Cuff.In is { } position ? [new(Position, Said(PositionCode(position), Cuff.Say(position)))] : [],
            Component = [.. taken.Select(Component)],
        };

    private static R4.Observation.ComponentComponent Component(Observed value)
    {
        var sign = VitalSign.Find(value.Of)!;
        return new() { Code = new(Loinc, sign.Loinc, sign.Name), Value = new R4.Quantity((decimal)value.Value, sign.Unit, "http://unitsofmeasure.org") };
    }

    private static R4.CodeableConcept Said(string? code, string says) => code is null ? new() { Text = says } : new(Snomed, code, null, says);

    private static string SiteCode(CuffSite site) => site switch
    {
        CuffSite.LeftArm => "368208006",
        CuffSite.RightArm => "368209003",
        CuffSite.Wrist => "8205005",
        _ => "68367000",
    };

    // A position that SNOMED CT has no plain name for is said in words alone.
    private static string? PositionCode(Position position) => position switch
    {
        Clinical.Sessions.Charting.Position.Seated => "33586001",
        Clinical.Sessions.Charting.Position.Supine => "40199007",
        Clinical.Sessions.Charting.Position.Standing => "10904000",
        _ => null,
    };
}
