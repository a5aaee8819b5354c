using System.Globalization;
using System.Text.Json;
using Hl7.Fhir.Serialization;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Privacy;
using Mooring.Practice.Access;
using Mooring.Practice.Bedside;
using Mooring.Practice.Documents;
using Mooring.Practice.Education;
using Mooring.Practice.Notes;
using Mooring.Practice.Patients;
using Mooring.Practice.Privacy;
using Mooring.Practice.Questionnaires;
using Mooring.Practice.Sessions;
using R4 = Hl7.Fhir.Model;

namespace Mooring.Fhir.Writing;

/// <summary>A chart that was written to leave the house.</summary>
/// <param name="LeftOut">Records of substance use treatment that no consent covers.</param>
public sealed record ChartExport(byte[] Bytes, Release Release, int LeftOut);

/// <summary>
/// A chart as a FHIR R4 collection: the person, signed notes and letters with every version, documents with their bytes, what was
/// answered, and blood pressures by hand or device with position and cuff. Psychotherapy notes and drafts are no part of it.
/// </summary>
public sealed class ChartBundle(
    PatientDesk patients, NoteDesk notes, TherapyNoteDesk earlier, DocumentDesk documents, QuestionnaireDesk questionnaires, TeachBackDesk teachBacks, SessionDesk sessions, SessionJournal journal, StaffDesk staff, DisclosureDesk disclosures, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Written = new JsonSerializerOptions { WriteIndented = true }.ForFhir(R4.ModelInfo.ModelInspector);

    /// <summary>
    /// Null when there is no such patient in this clinic; refused with what a document could not be opened for. Records of
    /// substance use treatment come along, with the notice and labels, where a consent covers them or it is for the patient.
    /// </summary>
    /// <param name="to">Who receives it; "patient" for the patient.</param>
    public async Task<Outcome<ChartExport>?> Write(Id<Patient> id, string to, CancellationToken cancel)
    {
        if (await patients.Find(id, cancel) is not { } patient)
            return null;
        var (clinic, isPatients) = ((await staff.Clinic(cancel))!, to == "patient");
        var whole = await disclosures.Decide(id, [new(Part2Item.Episode, "")], to, isPatients, cancel);
        // What is marked is the ground of the decision: a chart of which one thing is marked leaves without that one.
        var release = whole.Marked.Count == 0 ? whole : await disclosures.Decide(id, whole.Marked, to, isPatients, cancel);
        var left = new Withheld(release);
        var subject = new R4.ResourceReference(Urn(id.Value), patient.Number);
        List<R4.DomainResource> all = [Person(patient)];
        foreach (var note in await notes.Of(id, cancel))
            left.Add(all, NoteDocuments.Of(note, clinic, subject), Part2Item.Note, note.Id.ToString());
        left.Add(all, (await earlier.Integration(id, cancel)).Select(note => NoteDocuments.Of(note, subject)), Part2Item.Note, "");
        foreach (var document in await documents.Of(id, cancel))
        {
            var bytes = await documents.Open(id, document.Id, cancel);
            if (!bytes.IsDone)
                return Outcome<ChartExport>.Refuse(bytes.Refusals);
            left.Add(all, [PaperDocuments.Of(document, documents.Terms, bytes.Value, subject)], Part2Item.Document, document.Id.ToString());
        }

        foreach (var sheet in (await questionnaires.Of(id, cancel)).Where(sheet => sheet.FinishedAt is not null))
            left.Add(all, [Responses.Of(sheet, await questionnaires.AsAsked(sheet, cancel), subject)], Part2Item.Instrument, sheet.Instrument);
        left.Add(all, (await teachBacks.Of(id, patient.Language, cancel)).SelectMany(text => text.Tries).Select(one => Responses.Of(one, subject)), Part2Item.Document, "");
        foreach (var of in await sessions.Of(id, cancel))
        {
            var session = (await journal.Load(of, cancel))!;
            left.Add(all, Pressures.Of(session, subject), Part2Item.Protocol, session.Plan.Protocol.Id);
        }

        var bundle = Bundle(all, clock.GetUtcNow(), clinic);
        left.Label(bundle);
        return new ChartExport(JsonSerializer.SerializeToUtf8Bytes(bundle, Written), release, left.Count);
    }

    internal static string Urn(Guid id) => $"urn:uuid:{id}";

    private static R4.Bundle Bundle(IReadOnlyList<R4.DomainResource> all, DateTimeOffset now, Clinic clinic) => new()
    {
        Type = R4.Bundle.BundleType.Collection,
        Timestamp = now,
        Meta = new() { Source = Urn(clinic.Id.Value) },
        Entry = [.. all.Select(resource => new R4.Bundle.EntryComponent { FullUrl = $"urn:uuid:{resource.Id}", Resource = resource })],
    };

    private static R4.Patient Person(Patient patient) => new()
    {
        Id = patient.Id.Value.ToString(),
        Identifier = [new() { Use = R4.Identifier.IdentifierUse.Usual, Value = patient.Number }],
        Name = [new() { Use = R4.HumanName.NameUse.Official, Family = patient.FamilyName.Length > 0 ? patient.FamilyName : null, Given = patient.GivenName.Length > 0 ? [patient.GivenName] : [] }],
        BirthDate = patient.BirthDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };
}
