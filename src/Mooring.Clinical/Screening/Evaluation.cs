using Mooring.Clinical.Facts;
using Mooring.Clinical.Rules;

namespace Mooring.Clinical.Screening;

/// <summary>A rule as it ran: its id, its version and the hash of its file.</summary>
public sealed record RulePin(string Rule, int Version, string Hash);

/// <summary>Everything that screening found for one protocol at one time, with what it looked at.</summary>
public sealed record Evaluation(
    string ProtocolId, DateTimeOffset At, PatientFacts Facts, IReadOnlyList<RuleFinding> Findings, ResistanceResult Resistance,
    IReadOnlyList<RulePin> Rules)
{
    public ScreeningDecision Asks => Screen.Decide(Findings);

    /// <summary>The findings that stand in the way of "eligible": met or unknown, where the rule's author called that a hold or a block.</summary>
    public IEnumerable<RuleFinding> Standing => Findings.Where(Stands);

    public static bool Stands(RuleFinding finding) => finding switch
    {
        { Finding: Finding.Met, Level: >= Level.Hold } => true,
        { Finding: Finding.Unknown, UnknownMeans: >= Level.Hold } => true,
        _ => false,
    };

    /// <summary>True when it must not be passed by anybody: a block without override, met or unknown.</summary>
    public static bool IsAbsolute(RuleFinding finding) =>
        finding.Override == Override.Nobody && finding is { Finding: Finding.Met, Level: Level.Block } or { Finding: Finding.Unknown, UnknownMeans: Level.Block, Override: Override.Nobody };
}
