using System.Globalization;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Dosing;
using Mooring.Clinical.Sessions.Leaving;
using Mooring.Clinical.Sessions.Rescuing;
using Mooring.Clinical.Watching;

namespace Mooring.Web.Pages.Bedside.Panels;

/// <summary>The clocks that matter in each phase.</summary>
internal static class ClockViews
{
    public static IEnumerable<ClockView> Of(Session session, Phase phase, IReadOnlyList<DueItem> due, DateTimeOffset now)
    {
        if (session.EmergencySince is { } emergency)
            yield return new("emergency since", Since: emergency) { IsMain = true };

        if (session.FirstDoseAt is { } dosed && phase < Phase.Discharged)
            yield return new("since start", Since: dosed) { IsMain = session.EmergencySince is null };
        else if (session.Steps is [.., var step] && phase < Phase.Discharged)
            yield return new("in this phase", Since: step.Since) { IsMain = session.EmergencySince is null };

        if (session.Infusion?.PausedSince is { } paused)
            yield return new("paused for", Since: paused);
        if (phase == Phase.Dosing && session.Infusion?.EmptyAt(now) is { } empty)
            yield return new("bag empty", Until: empty);
        if (phase == Phase.Dosing && session.Infusion is null && session.NextDoseFrom is { } next && session.DevicesUsed < (session.PlannedDevices ?? 0))
            yield return new("next device", Until: next);
        if (due.FirstOrDefault(item => item.Measures.Count > 0) is { } round)
            yield return new("vital signs", Until: round.At);
        if (phase == Phase.Recovering && session.EarliestDischarge is { } earliest)
            yield return new("minimum stay ends", Until: earliest);
        if (session.FirstDoseAt is not null)
            yield return new(phase >= Phase.Discharged ? "dose given" : "dose so far", Says: string.Create(CultureInfo.InvariantCulture, $"{session.DoseSoFar(now).InMilligrams:0.0} mg"));
    }
}
