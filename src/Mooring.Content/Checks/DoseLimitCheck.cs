using System.Globalization;
using Mooring.Clinical.Protocols;
using Mooring.Content.Library;
using Mooring.Content.Yaml;
using Mooring.Kinetics.Quantities;

namespace Mooring.Content.Checks;

/// <summary>The limits of a protocol against each other: LIB177 to LIB179, LIB183.</summary>
internal static class DoseLimitCheck
{
    public static IEnumerable<LibraryFault> Faults(ClinicalLibrary library) =>
        from protocol in library.Protocols
        from fault in Softer(protocol).Concat(Ranges(protocol)).Concat(Starts(protocol)).Concat(Caps(protocol))
        select new LibraryFault(fault.Code, LibraryFiles.ProtocolFile(protocol.Id), 0, fault.Says) { Near = fault.Near };

    /// <summary>A limit that may be passed with a reason lies before the one that is never passed.</summary>
    private static IEnumerable<(string Code, string Near, string Says)> Softer(Protocol protocol) =>
        from soft in protocol.Limits.Where(limit => limit.Level == LimitLevel.Soft)
        from hard in protocol.Limits.Where(limit => limit.Level == LimitLevel.Hard && limit.Of == soft.Of && (limit.ForDoseIn ?? soft.ForDoseIn) == (soft.ForDoseIn ?? limit.ForDoseIn))
        where Beyond(soft.AtMost, hard.AtMost) || Beyond(hard.AtLeast, soft.AtLeast)
        select ("LIB177", $"id: {soft.Id}", $"The limit '{soft.Id}' asks for a reason only beyond '{hard.Id}', which nobody may pass.");

    private static IEnumerable<(string Code, string Near, string Says)> Ranges(Protocol protocol)
    {
        foreach (var dose in protocol.Dose.Where(dose => !InOrder(dose.Low, dose.Start) || !InOrder(dose.Start, dose.High)))
            yield return ("LIB178", $"start: {dose.Start}", Says($"The start of {dose.Start} is not within {dose.Low} to {dose.High}."));
        foreach (var phase in protocol.Course.Where(phase => phase.Low > phase.Sessions || phase.Sessions > phase.High))
            yield return ("LIB178", $"name: {phase.Name}", Says($"'{phase.Name}' has {phase.Sessions} sessions, which is not within {phase.Low} to {phase.High}."));
        if (!InOrder(protocol.Stay.VisitLow, protocol.Stay.VisitHigh))
            yield return ("LIB178", "visit-low", $"The visit takes {protocol.Stay.VisitLow} to {protocol.Stay.VisitHigh}, which is upside down.");
        foreach (var limit in protocol.Limits.Where(limit => limit.AtLeast is { } low && limit.AtMost is { } high && !InOrder(low, high)))
            yield return ("LIB178", $"id: {limit.Id}", $"The limit '{limit.Id}' ends before it begins.");
    }

    /// <summary>What a template starts from is not refused by the template itself.</summary>
    private static IEnumerable<(string Code, string Near, string Says)> Starts(Protocol protocol) =>
        from dose in protocol.Dose
        from hard in protocol.Limits.Where(limit => limit.Level == LimitLevel.Hard)
        where Beyond(dose.Start, hard.AtMost)
        select ("LIB179", $"start: {dose.Start}", $"The start of {dose.Start} is beyond '{hard.Id}', which nobody may pass.");

    /// <summary>
    /// Every way of writing the dose has a cap that nobody passes, and none lies beyond one and a half times the top of the
    /// protocol's own range.
    /// </summary>
    private static IEnumerable<(string Code, string Near, string Says)> Caps(Protocol protocol)
    {
        foreach (var dose in protocol.Dose)
        {
            var most = new Quantity(dose.High.Value * 1.5, dose.High.Unit);
            var caps = protocol.Limits.Where(limit => limit.Level == LimitLevel.Hard && (limit.ForDoseIn is null || limit.ForDoseIn == dose.Unit)).ToList();
            foreach (var wide in caps.Where(cap => Beyond(cap.AtMost, most)))
                yield return ("LIB183", $"id: {wide.Id}", Says($"The cap '{wide.Id}' of {wide.AtMost} lies beyond {most}, one and a half times the top of the range."));
            if (!caps.Any(cap => cap.AtMost is not null))
                yield return ("LIB183", "limits:", Says($"A dose in {dose.Unit} has no cap that nobody passes."));
        }
    }

    private static bool Beyond(Quantity? value, Quantity? cap) => value is { } v && cap is { } c && v.Unit == c.Unit && v.Value > c.Value;

    private static bool InOrder(Quantity low, Quantity high) => low.Unit != high.Unit || low.Value <= high.Value;

    private static string Says(FormattableString says) => says.ToString(CultureInfo.InvariantCulture);
}
