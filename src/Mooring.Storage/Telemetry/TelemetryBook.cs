using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Mooring.Storage.Live;

namespace Mooring.Storage.Telemetry;

/// <summary>
/// Keeps what devices send: many messages in one transaction, by prepared commands beside EF, and only then are they
/// answered. A message seen before changes nothing and gets the answer it got the first time.
/// </summary>
public sealed class TelemetryBook(MooringDb db, LatestReadings latest, ChangeFeed feed)
{
    /// <summary>Keeps a batch, all or nothing, and returns the bytes to answer each message with, in order.</summary>
    public async Task<IReadOnlyList<ReadOnlyMemory<byte>>> Keep(IReadOnlyList<IncomingMessage> batch, CancellationToken cancel)
    {
        var association = await Association.Load(db, cancel);
        List<ReadOnlyMemory<byte>> answers = [];
        List<LatestReading> filed = [];
        await using (var transaction = await db.Database.BeginTransactionAsync(cancel))
        {
            var statements = new TelemetryStatements(db.Database.GetDbConnection(), transaction.GetDbTransaction(), db.Clinic);
            foreach (var message in batch)
            {
                if (await statements.AnswerGiven(message, cancel) is { } given)
                {
                    answers.Add(given);
                    continue;
                }

                filed.AddRange(await KeepNew(statements, association, message, cancel));
                answers.Add(message.Answer);
            }

            await transaction.CommitAsync(cancel);
        }

        Tell(filed);
        return answers;
    }

    private static async Task<List<LatestReading>> KeepNew(
        TelemetryStatements statements, Association association, IncomingMessage message, CancellationToken cancel)
    {
        var id = Guid.CreateVersion7(message.ReceivedAt);
        await statements.Insert(id, message, cancel);
        foreach (var device in message.Devices.Where(device => !association.Chairs.ContainsKey(device)))
            await statements.InsertDevice(device, message.ReceivedAt, cancel);
        foreach (var kept in message.Quarantine)
            await statements.Insert(id, message, kept, cancel);

        List<LatestReading> filed = [];
        foreach (var value in message.Values)
        {
            var (seat, parked) = association.Of(value);
            var reading = Guid.CreateVersion7(message.ReceivedAt);
            if (await statements.File(reading, id, message, value, seat, parked, cancel))
                filed.Add(new(reading, value.Sign, value.Value, value.At, message.ReceivedAt, value.Status, value.Devices[0], seat?.Session));
        }

        return filed;
    }

    private void Tell(List<LatestReading> filed)
    {
        foreach (var reading in filed)
            latest.Take(db.Clinic, reading);
        foreach (var session in filed.Select(reading => reading.Session).Distinct())
            feed.Publish(new(db.Clinic, session, IsTelemetry: true));
    }
}
