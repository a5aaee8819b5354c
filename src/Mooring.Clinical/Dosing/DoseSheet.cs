using Mooring.Clinical.Protocols;

namespace Mooring.Clinical.Dosing;

/// <summary>
/// The arithmetic of one dose, shown in full. It works out what the prescriber typed; it never proposes a dose and
/// never chooses between weights.
/// </summary>
public sealed record DoseSheet
{
    public required string ProtocolId { get; init; }

    public required int ProtocolVersion { get; init; }

    public required DoseRequest Request { get; init; }

    public required IReadOnlyList<DoseLine> Lines { get; init; }

    public required IReadOnlyList<LimitFinding> Limits { get; init; }

    /// <summary>What the sheet takes for granted, in sentences.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>The line with this code, or null when it could not be worked out.</summary>
    public DoseLine? Find(string code) => Lines.FirstOrDefault(line => line.Code == code);

    /// <summary>
    /// Works the sheet out. Refused (DOS101 to DOS110) only when the request can not be worked at all; a broken limit
    /// is shown on the sheet and refused by <see cref="Decide"/>.
    /// </summary>
    public static Outcome<DoseSheet> Work(Protocol protocol, DoseRules rules, DoseRequest request, DateOnly today)
    {
        if (protocol.Infusion is { } usual && request.Over is null)
            request = request with { Over = usual };

        var refusals = RequestCheck.Of(protocol, rules, request, today);
        if (refusals.Count > 0)
            return Outcome<DoseSheet>.Refuse(refusals);

        var lines = DoseArithmetic.Lines(protocol, rules, request);
        return new DoseSheet
        {
            ProtocolId = protocol.Id,
            ProtocolVersion = protocol.Version,
            Request = request,
            Lines = lines,
            Limits = [.. WeightCheck.Of(rules.Weight, request, today), .. LimitCheck.Of(protocol, rules, request, lines)],
            Notes = [.. rules.Notes.Select(note => note.Says)],
        };
    }

    /// <summary>
    /// The sheet as it may be signed: no hard limit is broken (DOS201) or unknown (DOS203), and each soft limit that stands has
    /// a reason under its id (DOS202).
    /// </summary>
    public Outcome<DoseSheet> Decide(IReadOnlyDictionary<string, string> reasons)
    {
        var refusals = Limits.Where(limit => limit.Stands).Select(limit => Refuse(limit, reasons)).OfType<Refusal>().ToList();
        return refusals.Count == 0 ? this : Outcome<DoseSheet>.Refuse(refusals);
    }

    private static Refusal? Refuse(LimitFinding limit, IReadOnlyDictionary<string, string> reasons) => limit switch
    {
        { Level: LimitLevel.Hard, Broken: Finding.Unknown } =>
            new("DOS203", $"{limit.Says} It can not be checked: {limit.Found}. Give what is missing.", limit.Id),
        { Level: LimitLevel.Hard } =>
            new("DOS201", $"{limit.Says} Found {limit.Found}. Choose another dose or time; no reason lifts this limit.", limit.Id),
        _ when string.IsNullOrWhiteSpace(reasons.GetValueOrDefault(limit.Id)) =>
            new("DOS202", $"{limit.Says} Found {limit.Found}. Write a reason, or change the dose.", limit.Id),
        _ => null,
    };
}
