namespace Mooring.Tests.Cli;

/// <summary>A bundle of one invented patient with depression, in a file that is gone when the test ends.</summary>
internal sealed class OneWoman : IDisposable
{
    public OneWoman() => System.IO.File.WriteAllText(File, """
        {
          "resourceType": "Bundle", "type": "collection",
          "entry": [
            { "resource": { "resourceType": "Patient", "id": "p1", "gender": "female", "birthDate": "1984-05-02",
                "name": [{ "family": "Willow", "given": ["Noor"] }] } },
            { "resource": { "resourceType": "Condition", "id": "c1", "subject": { "reference": "Patient/p1" },
                "clinicalStatus": { "coding": [{ "system": "http://terminology.hl7.org/CodeSystem/condition-clinical", "code": "active" }] },
                "code": { "coding": [{ "system": "http://hl7.org/fhir/sid/icd-10-cm", "code": "F33.2" }], "text": "Major depression" } } }
          ]
        }
        """);

    public string File { get; } = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".json");

    public void Dispose() => System.IO.File.Delete(File);
}
