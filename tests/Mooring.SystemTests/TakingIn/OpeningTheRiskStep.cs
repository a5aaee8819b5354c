using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Protocols;
using Mooring.Clinical.Screening;
using Mooring.Content.Library;
using Mooring.Fhir.Mapping;
using Mooring.Practice.FollowUp;
using Mooring.Practice.Imports;
using Mooring.Practice.Patients;
using Mooring.Practice.Plans;
using Mooring.Practice.Risk;
using Mooring.Practice.Tasks;
using Mooring.Storage;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Courses;

namespace Mooring.SystemTests.TakingIn;

public class OpeningTheRiskStep
{
    private const string Panel = """ "code":{"coding":[{"system":"http://loinc.org","code":"44249-1"}]},"component":[{"code":{"coding":[{"system":"http://loinc.org","code":"44260-8"}]},"valueInteger":2}]""";
    private const string Item = """ "code":{"coding":[{"system":"http://loinc.org","code":"44260-8"}]}""";

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Is_done_by_a_yes_in_a_follow_up_call(Engine engine)
    {
        await using var care = await CareClinic.WithSomeoneKnown(engine);
        await care.FindEligible();
        await care.Consent();
        Assert.Empty((await care.Sign(CareClinic.PlanForm("50"))).Refusals);
        var call = (await care.Ask(Role.Nurse, services => services.GetRequiredService<VisitDesk>().Of(care.Patient, default))).First(visit => visit.What.Kind == VisitKind.FollowUpCall);

        var kept = await care.Ask(Role.Nurse, services => services.GetRequiredService<FollowUpDesk>().Record(
            care.Patient, call.Id, Id<FollowUpCall>.New(care.Clock.Now), new() { Result = CallResult.Reached, SuicidalThoughts = Finding.Met, Done = "Stayed on the line; a sister came." }, default));

        Assert.Empty(kept.Refusals);
        var (of, open) = await Standing(care.Clinic, care.Patient);
        Assert.Equal(RiskState.NeedsScreener, of.Step.State);
        Assert.Equal([care.Patient], open);
    }

    [Theory]
    [InlineData(Item + ",\"valueInteger\":1", true)]
    [InlineData(Item + ",\"valueQuantity\":{\"value\":3,\"code\":\"{score}\"}", true)]
    [InlineData(Item + ",\"valueCodeableConcept\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"LA6569-3\"}]}", true)]
    [InlineData(Panel, true)]
    [InlineData(Item + ",\"valueInteger\":0", false)]
    [InlineData(Item + ",\"valueCodeableConcept\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"LA6568-5\"}]}", false)]
    public async Task Is_done_by_an_imported_answer_to_the_ninth_item(string value, bool opens)
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);

        var patient = await Import(clinic, value);

        var (of, open) = await Standing(clinic, patient);
        Assert.Equal(opens, of.IsOpen);
        Assert.Equal(opens ? [patient] : [], open);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Is_found_for_the_whole_clinic_without_reading_every_sheet(Engine engine)
    {
        await using var clinic = await TestClinic.Open(engine);
        var (worried, calm) = (await clinic.Refer(), await clinic.Refer("Theo"));
        await clinic.Enter(worried, "phq-9", Intakes.Worrying);
        for (var sheet = 0; sheet < 20; sheet++)
            await clinic.Enter(calm, "phq-9", Intakes.Calm);

        var (waiting, rows) = await clinic.As(Role.Nurse, async services =>
        {
            using var read = new RowsRead(services.GetRequiredService<Mooring.Storage.MooringDb>());
            return (await services.GetRequiredService<WaitingDesk>().All(clinic.Person(Role.Nurse), default), read.Count);
        });

        Assert.Equal([worried.Value], waiting.Where(task => task.Kind == TaskKind.SuicideRisk).Select(task => task.Patient));
        // The clinic's own, and one for each thing that waits.
        Assert.Equal(waiting.Count + 1, rows);
    }

    private static Task<(RiskStatus Of, IReadOnlyList<Id<Patient>> Open)> Standing(TestClinic clinic, Id<Patient> patient) => clinic.As(Role.Nurse, async services => (
        await services.GetRequiredService<RiskDesk>().Of(patient, default),
        (IReadOnlyList<Id<Patient>>)[.. (await services.GetRequiredService<WaitingDesk>().All(clinic.Person(Role.Nurse), default))
            .Where(task => task.Kind == TaskKind.SuicideRisk).Select(task => new Id<Patient>(task.Patient))]));

    private static Task<Id<Patient>> Import(TestClinic clinic, string value) => clinic.As(Role.Manager, async services =>
    {
        var bundle = $$$"""
            {"resourceType":"Bundle","type":"collection","entry":[
            {"fullUrl":"urn:uuid:1","resource":{"resourceType":"Patient","name":[{"family":"Fern","given":["Ada"]}],"birthDate":"1990-01-01"}},
            {"fullUrl":"urn:uuid:2","resource":{"resourceType":"Observation","status":"final","subject":{"reference":"urn:uuid:1"},"effectiveDateTime":"2026-01-05",{{{value}}}}}]}
            """;
        services.GetRequiredService<ClinicScope>().Enter(clinic.Clinic.Id, ImportDesk.Importer);
        var read = BundleCharts.Read(Encoding.UTF8.GetBytes(bundle), FhirTerms.Of(services.GetRequiredService<ClinicalLibrary>()), services.GetRequiredService<TimeProvider>().GetUtcNow());
        Assert.Equal([], read.Refusals);
        Assert.Empty((await services.GetRequiredService<ImportDesk>().TakeIn(read.Value!, default)).Refusals);
        return (await services.GetRequiredService<PatientDesk>().Search(null, default)).Single().Id;
    });
}
