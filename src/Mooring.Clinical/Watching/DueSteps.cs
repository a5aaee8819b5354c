using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Clearance;
using Mooring.Clinical.Sessions.Dosing;
using Mooring.Clinical.Sessions.Leaving;

namespace Mooring.Clinical.Watching;

/// <summary>The steps that are no measurement: gates, decisions, doses, leaving, signing.</summary>
internal static class DueSteps
{
    /// <summary>Emergencies that are over, and taps whose reason is not said yet. They come after all that the patient needs.</summary>
    public static IEnumerable<DueItem> Unwritten(Session session) =>
    [
        .. session.Emergencies.Where(emergency => emergency.AwaitsReview)
            .Select(emergency => Step("emergency-review", "Write down what the emergency was", emergency.ClosedAt!.Value, Role.Nurse, Role.Prescriber)),
        .. session.Unexplained is { } tapped && session.Phase != Phase.Signed
            ? [Step("reason", $"Say why it was {(tapped.What is InfusionStopped ? "stopped" : "paused")}", tapped.HappenedAt, Role.Nurse, Role.Prescriber)]
            : Array.Empty<DueItem>(),
    ];

    public static IEnumerable<DueItem> Of(Session session, MonitoringPack pack, Phase phase, DateTimeOffset now)
    {
        var since = session.Steps is [.., var step] ? step.Since : now;
        switch (phase)
        {
            case Phase.Arriving:
                yield return Step("check-in", "Check the patient in", since, Role.Nurse, Role.FrontDesk);
                break;
            case Phase.Checking when session.OpenGates.ToArray() is { Length: > 0 } open:
                yield return Step("gates", open.Length == 1 ? $"Answer: {open[0].Label}" : $"Answer {open.Length} questions before the start", since, [.. open.SelectMany(gate => gate.By).Distinct()]);
                break;
            case Phase.Checking when session.Decision is { Go: true }:
                yield return Step("time-out", "Time-out with a second person", session.DecidedAt ?? since, Role.Nurse, Role.Prescriber);
                break;
            case Phase.Checking:
                yield return Step("go", "Decide go or no-go", session.AskedForGoAt ?? since, Role.Prescriber);
                break;
            case Phase.Ready:
                yield return Step("start", "Start dosing", since, Role.Nurse, Role.Prescriber);
                break;
            case Phase.Dosing when session.Infusion?.EmptyAt(now) is { } empty:
                yield return new("infusion-end", "The bag is empty; end the infusion", empty, null, [Role.Nurse, Role.Prescriber], []);
                break;
            case Phase.Dosing when session.NextDoseFrom is { } next && session.DevicesUsed < (session.PlannedDevices ?? 0):
                yield return new("device", $"Device {session.DevicesUsed + 1} of {session.PlannedDevices}", next, null, [Role.Nurse], []);
                break;
            case Phase.Paused:
                yield return Step("paused", "Paused: resume or stop", session.Infusion?.PausedSince ?? since, Role.Nurse, Role.Prescriber);
                break;
            case Phase.Recovering when session.EarliestDischarge is { } earliest:
                yield return new("discharge-check", "Discharge check", earliest, null, pack.Discharge.By, []);
                break;
            case Phase.Dischargeable:
                yield return Step("discharge", "May leave: discharge", session.EarliestDischarge ?? since, [.. pack.Discharge.By]);
                break;
            case Phase.Discharged or Phase.NoGo:
                yield return Step("sign", "Sign the record", since, [.. pack.Discharge.Signatures.Except(session.SignedBy)]);
                break;
        }
    }

    private static DueItem Step(string id, string says, DateTimeOffset at, params IReadOnlyList<Role> by) => new(id, says, at, null, by, []);
}
