using System.Globalization;
using Mooring.Clinical.Sessions.Events;
using Mooring.Clinical.Watching;

namespace Mooring.Clinical.Sessions;

/// <content>What all verbs share.</content>
public sealed partial class Session
{
    /// <summary>Opens a session on this plan: the first entry of its journal.</summary>
    public static Outcome<IReadOnlyList<SessionEvent>> Open(SessionPlan plan, MonitoringPack pack) =>
        plan.Route == pack.Route
            ? Outcome<IReadOnlyList<SessionEvent>>.Done([new SessionOpened(plan)])
            : new Refusal("SES100", $"The monitoring pack '{pack.Id}' is for another route than the plan; choose one for {plan.Route}.", "monitoring");

    /// <summary>
    /// When the clinic's clock last showed this time: today, or yesterday where today's is still to come and the session was
    /// open by then.
    /// </summary>
    public DateTimeOffset LastAt(TimeOnly time, Clinic clinic, DateTimeOffset now)
    {
        var today = clinic.DayOf(now);
        var (at, before) = (clinic.InstantOf(today, time), clinic.InstantOf(today.AddDays(-1), time));
        return at > now + Pack.Entry.FutureAllowed && before >= Journal[0].HappenedAt ? before : at;
    }

    /// <summary>The events, unless there is a reason against them.</summary>
    private Outcome<IReadOnlyList<SessionEvent>> Decide(Act act, SessionEvent what, params IReadOnlyList<Refusal?> against)
    {
        Refusal[] because = [.. against.Prepend(AheadOfTime(act)).Prepend(SessionRights.Against(act.By, what)).OfType<Refusal>()];
        return because.Length == 0 ? Outcome<IReadOnlyList<SessionEvent>>.Done([what]) : Outcome<IReadOnlyList<SessionEvent>>.Refuse(because);
    }

    private Refusal? AheadOfTime(Act act) => act.HappenedAt <= act.Now + Pack.Entry.FutureAllowed
        ? null
        : new("SES101", Sentence.Of("{at} is still to come: look at the time, or at this device's clock.", ("at", act.HappenedAt)), "happenedAt");

    /// <summary>From check-in to signature.</summary>
    private Refusal? UnlessOpen() => Phase switch
    {
        Phase.Arriving => new("SES103", "The patient is not checked in yet; check them in first."),
        Phase.Signed => new("SES102", "The record is signed and closed; write an addendum or a correction, with the reason."),
        _ => null,
    };

    private static Refusal? Unless(bool allowed, string code, Sentence says, string? at = null) => allowed ? null : new(code, says, at);

    private static bool IsSaid(string? text) => !string.IsNullOrWhiteSpace(text);

    private static string Plain(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
