using Microsoft.EntityFrameworkCore;
using Mooring.Storage.Changes;

namespace Mooring.Storage.Telemetry;

/// <summary>
/// Keeps what devices send: many messages in one transaction, by prepared commands beside EF, and only then are they
/// answered. A message seen before changes nothing and gets the answer it got the first time. Its connection and its
/// commands stay open from batch to batch; after a failure, dispose its scope and take a new one.
/// </summary>
public sealed class TelemetryBook(MooringDb db, LatestReadings latest, LatestAlarms alarms, DeviceDoubts doubts, ChangeFeed feed) : IAsyncDisposable
{
    private TelemetryStatements? prepared;

    /// <summary>Keeps a batch, all or nothing, and returns the bytes to answer each message with, in order.</summary>
    public async Task<IReadOnlyList<ReadOnlyMemory<byte>>> Keep(IReadOnlyList<IncomingMessage> batch, CancellationToken cancel)
    {
        var statements = prepared ??= await Open(cancel);
        var answers = new List<ReadOnlyMemory<byte>>(batch.Count);
        var news = new IntakeNews();
        await using (var transaction = await db.Database.GetDbConnection().BeginTransactionAsync(cancel))
        {
            statements.Within(transaction);
            var association = new Association(statements);
            foreach (var message in batch)
            {
                var id = ReadingId.OfMessage(message.ReceivedAt);
                if (!await statements.Insert(id, message, cancel))
                {
                    answers.Add(await statements.AnswerGiven(message, cancel));
                    continue;
                }

                await File(statements, association, id, message, news, cancel);
                answers.Add(message.Answer);
            }

            await transaction.CommitAsync(cancel);
        }

        await Tell(news, batch.Max(message => message.ReceivedAt), cancel);
        return answers;
    }

    public async ValueTask DisposeAsync()
    {
        if (prepared is not null)
            await prepared.DisposeAsync();
    }

    private async Task<TelemetryStatements> Open(CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        return new(db.Database.GetDbConnection(), db.Clinic);
    }

    private static async Task File(
        TelemetryStatements statements, Association association, Guid id, IncomingMessage message, IntakeNews news, CancellationToken cancel)
    {
        await association.Meet(message, cancel);
        if (message.Certificate is { } shown)
            await statements.Insert(shown, message, cancel);
        foreach (var (apart, kept) in InOrder(message, message.Quarantine.Count).Zip(message.Quarantine))
            await statements.Insert(apart, id, message, kept, cancel);
        await AlarmWriter.Keep(statements, association, id, message, news, cancel);
        news.HasQuarantine |= message.Quarantine.Count > 0;
        await new ReadingWriter(statements, association, news).Keep(id, message, cancel);
        foreach (var strange in news.TakeStrange())
            await statements.Insert(Guid.CreateVersion7(message.ReceivedAt), id, message, strange, cancel);
    }

    // Ids made in one millisecond sort at random; sorted, they keep the lines in the order the device sent them.
    private static IEnumerable<Guid> InOrder(IncomingMessage message, int count) =>
        Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7(message.ReceivedAt)).Order();

    private async Task Tell(IntakeNews news, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var reading in news.Filed)
            latest.Take(db.Clinic, reading);
        alarms.Take(db.Clinic, news.Alarms);
        foreach (var (device, says) in news.Doubted)
            doubts.Note(db.Clinic, device, DoubtKind.NotItsValue, says, now);
        foreach (var session in news.Amended)
            latest.Replace(session, await NewestReadings.Of(db, session, now, cancel));
        foreach (var session in news.Filed.Select(reading => reading.Session).Concat(news.Alarms.Select(alarm => alarm.Session)).Distinct())
            feed.Publish(new(db.Clinic, session, IsTelemetry: true));
        foreach (var session in news.Amended)
            feed.Publish(new(db.Clinic, session, IsTelemetry: true) { IsRewritten = true });
        if (news is { HasQuarantine: true, Filed.Count: 0 })
            feed.Publish(new(db.Clinic, null, IsTelemetry: true));
    }
}
