using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Journals;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Json;
using Mooring.Practice.Sessions;
using Mooring.Storage;
using Mooring.Storage.Journals;
using Mooring.Storage.Secrets;

namespace Mooring.Practice.Records;

/// <summary>
/// A session with everything that is kept of it as one JSON document, and back. Each entry stands there to be read, and
/// beside it the very bytes that were hashed, with the checkpoints that were signed of it.
/// </summary>
public sealed class RecordArchive(MooringDb db, SessionJournal journal, JournalStore store, CheckpointFile checkpoints)
{
    /// <summary>Null when there is no such session in this clinic.</summary>
    public async Task<byte[]?> Write(Id<Session> id, CancellationToken cancel)
    {
        var links = await journal.Links(id, cancel);
        if (links.Count == 0)
            return null;
        var plan = Session.PlanIn(links.Select(link => SessionJson.Read(link.Bytes.Span)))!;
        var rows = await RecordRows.Of(db, id, plan, cancel);
        var lines = (await checkpoints.Lines(cancel)).Where(line => CheckpointLine.Read(line) is { } read && (read.Says.Journal == id.Value || KeyHandover.Is(read)));

        using var stream = new MemoryStream();
        await using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("format", "mooring-session-1");
            json.WriteString("session", id.Value);
            json.WriteString("clinic", db.Clinic.Value);
            json.WriteString("head", Convert.ToHexStringLower(links[^1].Hash.Span));
            json.WriteBoolean("sound", JournalChain.FirstBreak(links) is null);
            WriteEntries(json, links);
            json.WritePropertyName("checkpoints");
            JsonSerializer.Serialize(json, lines);
            json.WritePropertyName("rows");
            Rows(rows).WriteTo(json);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <summary>
    /// Takes an exported session into this clinic, whole or not at all; refused when its chain is broken. Its checkpoints
    /// stay with the file: they were signed elsewhere, and here it is signed anew.
    /// </summary>
    public async Task<Outcome<Id<Session>>> TakeIn(ReadOnlyMemory<byte> file, CancellationToken cancel)
    {
        var read = ExportedRecord.Read(file);
        if (!read.IsDone)
            return Outcome<Id<Session>>.Refuse(read.Refusals);
        var record = read.Value;
        if (JournalChain.FirstBreak(record.Links) is { } found)
            return new Refusal("STO180", $"The journal in this file is broken at entry {found.Seq}: {found.Says} Nothing was taken in.", "file");
        if (await db.Set<SessionRow>().IgnoreQueryFilters().AnyAsync(row => row.Id == record.Session, cancel))
            return new Refusal("STO188", "This session is kept here already. Nothing was taken in.", "file");
        try
        {
            await Add(file, record, cancel);
            await db.SaveChangesAsync(cancel);
            return record.Session;
        }
        catch (Exception unfit) when (unfit is JsonException or KeyNotFoundException or DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return new Refusal("STO182", $"What is in this file does not fit into this clinic: {unfit.Message} Nothing was taken in.", "file");
        }
    }

    private async Task Add(ReadOnlyMemory<byte> file, ExportedRecord record, CancellationToken cancel)
    {
        using var document = JsonDocument.Parse(file);
        var rows = document.RootElement.GetProperty("rows");
        foreach (var type in RecordRows.Kinds.Select(kind => db.Model.FindEntityType(kind)!))
        {
            foreach (var json in rows.GetProperty(type.GetTableName()!).EnumerateArray())
            {
                var row = (OwnedRow)RowJson.Read(type, json);
                row.ClinicId = db.Clinic;
                var key = type.FindPrimaryKey()!.Properties.Select(part => part.PropertyInfo!.GetValue(row)).ToArray();
                // The patient, the chair or the content may be here from another session of this patient.
                if (await db.FindAsync(type.ClrType, key, cancel) is not null)
                    continue;
                // Saving counts it up by one.
                if (row is ChartRow chart)
                    chart.Version--;
                // How long its journal is, the journal says.
                if (row is SessionRow session)
                    session.Entries = record.Links.Count;
                db.Add(row);
            }
        }

        foreach (var link in record.Links)
            store.Keep(SessionJournal.Name(record.Session), SessionJson.Read(link.Bytes.Span).EventId, link);
    }

    private static void WriteEntries(Utf8JsonWriter json, IReadOnlyList<ChainLink> links)
    {
        json.WriteStartArray("entries");
        foreach (var link in links)
        {
            json.WriteStartObject();
            json.WriteNumber("seq", link.Seq);
            json.WriteString("hash", Convert.ToHexStringLower(link.Hash.Span));
            json.WritePropertyName("entry");
            json.WriteRawValue(link.Bytes.Span);
            json.WriteBase64String("kept", link.Bytes.Span);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private JsonObject Rows(IReadOnlyList<object> rows)
    {
        var json = new JsonObject();
        foreach (var type in RecordRows.Kinds.Select(kind => db.Model.FindEntityType(kind)!))
            json[type.GetTableName()!] = new JsonArray([.. rows.Where(row => row.GetType() == type.ClrType).Select(row => RowJson.Write(type, row))]);
        return json;
    }
}
