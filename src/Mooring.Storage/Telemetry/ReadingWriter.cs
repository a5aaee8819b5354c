using Mooring.Clinical;
using Mooring.Clinical.Sessions;

namespace Mooring.Storage.Telemetry;

/// <summary>
/// Files the values of a message: what one device measured at one time together, where all is final and nothing stands
/// at that place yet; one by one otherwise.
/// </summary>
internal sealed class ReadingWriter(TelemetryStatements statements, Association association, IntakeNews news)
{
    public async Task Keep(Guid message, IncomingMessage of, CancellationToken cancel)
    {
        List<Placed> placed = [];
        foreach (var value in of.Values)
        {
            var (seat, parked) = await association.Of(value, of.ReceivedAt, cancel);
            placed.Add(new(value, seat, parked));
        }

        var (next, canPack) = (1, placed.Count < ReadingId.Most && of.Values.All(value => value is { Status: ValueStatus.Final, Value: not null }));
        foreach (var together in placed.GroupBy(one => (one.Value.Devices[0], one.Value.At, one.Value.MeasuredAt, one.Value.TimeDoubt, one.Seat, one.Parked)))
        {
            List<Placed> values = [.. together.DistinctBy(one => (one.Value.Code, one.Value.SubId, one.Value.Value, one.Value.Status))];
            var (_, _, _, _, seat, parked) = together.Key;
            if (canPack && await statements.InsertSet(message, next, of, values.ConvertAll(one => one.Value), seat, parked, cancel))
                news.Filed.AddRange(values.Select((one, at) => Filed(ReadingId.Of(message, next + at), of, one)));
            else
                await OneByOne(message, next, of, values, cancel);
            next += values.Count;
        }
    }

    private async Task OneByOne(Guid message, int first, IncomingMessage of, List<Placed> values, CancellationToken cancel)
    {
        await statements.Unfold(values[0].Value.Devices[0], values[0].Value.At, cancel);
        foreach (var (at, one) in values.Index())
        {
            if (one.Value.Status != ValueStatus.Final && await Amended(message, of, one.Value, cancel))
                continue;
            // Beyond the last place an id of its own does as well.
            var id = first + at <= ReadingId.Most ? ReadingId.Of(message, first + at) : Guid.CreateVersion7(of.ReceivedAt);
            if (await statements.Insert(one.AsRow(id, message, of), cancel))
                news.Filed.Add(Filed(id, of, one));
            else if (one.Value.Status == ValueStatus.Final)
                await Amended(message, of, one.Value, cancel);
        }
    }

    private static LatestReading Filed(Guid id, IncomingMessage of, Placed one) =>
        new(id, one.Value.Sign, one.Value.Value, one.Value.MeasuredAt, of.ReceivedAt, one.Value.Status, one.Value.Devices[0], one.Seat?.Session)
        {
            Code = one.Value.Code,
            SaidAt = one.Value.At,
            IsMisdated = TimeDoubtSays.IsMisdated(one.Value.TimeDoubt),
        };

    // Whoever sent a value may change it; another may not, and what it says is kept apart.
    private async Task<bool> Amended(Guid message, IncomingMessage of, IncomingValue value, CancellationToken cancel)
    {
        if (value.Status != ValueStatus.NotFinal && await statements.OtherOwner(of, value, cancel) is { } owner)
        {
            news.Strange(value, owner, of.Source);
            return true;
        }

        var amended = await statements.Amend(message, of, value, cancel);
        news.Amended.UnionWith(amended.Select(one => one.Session).OfType<Id<Session>>());
        return amended.Count > 0;
    }

    /// <summary>A value, and whose it is.</summary>
    /// <param name="Parked">Why it is nobody's.</param>
    private sealed record Placed(IncomingValue Value, Seated? Seat, string? Parked)
    {
        public ReadingRow AsRow(Guid id, Guid message, IncomingMessage of) => new()
        {
            Id = id,
            MessageId = message,
            At = Value.At,
            MeasuredAt = Value.MeasuredAt,
            Value = Value.Value,
            ReceivedAt = of.ReceivedAt,
            Sign = Value.Sign.Code,
            Status = TelemetryStatements.Word(Value.Status),
            Device = Value.Devices[0],
            Code = Value.Code,
            SubId = Value.SubId,
            ControlId = of.ControlId,
            Mdc = Value.Mdc,
            Loinc = Value.Loinc,
            Parked = Parked,
            TimeDoubt = Value.TimeDoubt,
            PatientId = Seat?.Patient,
            SessionId = Seat?.Session,
        };
    }
}
