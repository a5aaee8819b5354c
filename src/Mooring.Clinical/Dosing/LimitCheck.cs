using Mooring.Clinical.Protocols;
using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Dosing;

/// <summary>The protocol's range and limits, held against the lines of a sheet.</summary>
internal static class LimitCheck
{
    public static IEnumerable<LimitFinding> Of(
        Protocol protocol, DoseRules rules, DoseRequest request, IReadOnlyList<DoseLine> lines)
    {
        var terms = protocol.TermsFor(request.Dose.Unit)!;
        var code = terms.Basis switch
        {
            DoseBasis.ActualWeight => "dose-per-kg",
            DoseBasis.Hourly => "rate-per-kg",
            _ => "dose",
        };
        var limits = protocol.Limits.Where(limit => (request.FirstSession || !limit.FirstSession) && (limit.ForDoseIn is null || limit.ForDoseIn == request.Dose.Unit)).Append(new DoseLimit
        {
            Id = "range",
            Level = IsAbove(terms.High, lines, code) ? LimitLevel.Confirmed : LimitLevel.Soft,
            Of = code,
            AtLeast = terms.Low,
            AtMost = terms.High,
            Says = terms.Low == terms.High ? $"{protocol.Id} uses {terms.Low}." : $"{protocol.Id} uses {terms.Low} to {terms.High} in a session.",
            Because = terms.Because,
        });

        foreach (var limit in limits)
            yield return Check(limit, lines);
        if (terms.Step is { } step && !request.FirstSession)
            yield return StepUp(step, request, terms);
        if (request.Stock is { } stock)
            yield return Vial(stock, rules);
    }

    // Below the range a reason is enough; above its top a second clinician confirms.
    private static bool IsAbove(Quantity top, IReadOnlyList<DoseLine> lines, string code) =>
        lines.FirstOrDefault(line => line.Code == code) is { } line && Math.Max(line.Value, code == "dose" ? line.Rounded : line.Value) > (decimal)top.Value;

    private static LimitFinding Check(DoseLimit limit, IReadOnlyList<DoseLine> lines)
    {
        var line = lines.FirstOrDefault(line => line.Code == limit.Of);
        if (line is null)
            return Found(Finding.Unknown, $"{limit.Of} is not known");

        // What is drawn up is the rounded dose, so neither value may pass the limit in mg.
        var highest = limit.Of == "dose" ? Math.Max(line.Value, line.Rounded) : line.Value;
        var broken = (limit.AtMost is { } most && highest > (decimal)most.Value)
            || (limit.AtLeast is { } least && line.Value < (decimal)least.Value)
            || (limit.MultipleOf is { } unit && line.Value % (decimal)unit.Value != 0);
        return Found(broken ? Finding.Met : Finding.NotMet, $"{DoseLine.Print(highest)} {line.Unit}");

        LimitFinding Found(Finding finding, string found) => new(limit.Id, limit.Level, finding, limit.Says, found, limit.Because);
    }

    private static LimitFinding StepUp(Quantity step, DoseRequest request, DoseTerms terms)
    {
        var each = request.Dose.Unit == step.Unit ? 1 : (decimal)(terms.Device?.Value ?? 1);
        var up = request.Previous is { } previous ? ((decimal)request.Dose.Value - (decimal)previous.Value) * each : (decimal?)null;
        return new(
            "step",
            LimitLevel.Soft,
            up is null ? Finding.Unknown : up > (decimal)step.Value ? Finding.Met : Finding.NotMet,
            $"The dose rises by no more than {step} from one session to the next.",
            up is { } known ? $"{DoseLine.Print(known)} {step.Unit} up" : "the dose of the session before is not known",
            terms.Because);
    }

    private static LimitFinding Vial(Quantity stock, DoseRules rules) => new(
        "stock",
        LimitLevel.Soft,
        rules.Stock.Contains(stock) ? Finding.NotMet : Finding.Met,
        $"Vials hold {string.Join(", ", rules.Stock)}.",
        stock.ToString(),
        rules.Notes.Count > 0 ? rules.Notes[0].Because : []);
}
