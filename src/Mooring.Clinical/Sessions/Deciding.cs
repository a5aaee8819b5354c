using System.Globalization;
using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Sessions;

/// <summary>What the verbs of all subjects share: to decide, and the reasons against that many of them have.</summary>
internal static class Deciding
{
    extension(Session session)
    {
        /// <summary>The event, unless there is a reason against it.</summary>
        public Outcome<IReadOnlyList<SessionEvent>> Decide(Act act, SessionEvent what, params IReadOnlyList<Refusal?> against)
        {
            Refusal[] because = [.. against.Prepend(session.AheadOfTime(act)).Prepend(Against(act.By, what)).OfType<Refusal>()];
            return because.Length == 0 ? Outcome<IReadOnlyList<SessionEvent>>.Done([what]) : Outcome<IReadOnlyList<SessionEvent>>.Refuse(because);
        }

        /// <summary>From check-in to signature.</summary>
        public Refusal? UnlessOpen() => session.Phase switch
        {
            Phase.Arriving => new("SES103", "The patient is not checked in yet; check them in first."),
            Phase.Signed => new("SES102", "The record is signed and closed; write an addendum or a correction, with the reason."),
            _ => null,
        };

        private Refusal? AheadOfTime(Act act) => act.HappenedAt <= act.Now + session.Pack.Entry.FutureAllowed
            ? null
            : new("SES101", Sentence.Of("{at} is still to come: look at the time, or at this device's clock.", ("at", act.HappenedAt)), "happenedAt");
    }

    public static Refusal? Unless(bool allowed, string code, Sentence says, string? at = null) => allowed ? null : new(code, says, at);

    public static bool IsSaid(string? text) => !string.IsNullOrWhiteSpace(text);

    public static bool IsMore(double number) => double.IsFinite(number) && number > 0;

    /// <summary>Two amounts are the same when they print the same on a label.</summary>
    public static bool Same(Mass left, Mass right) => Plain(left.InMilligrams) == Plain(right.InMilligrams);

    public static string Plain(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    // Decisions that ask more closely, such as go, time-out, own limits and signature, ask for themselves; in an emergency
    // nobody is refused.
    private static Refusal? Against(Actor by, SessionEvent what) => EventTraits.Of(what).Asks is not { } right || by.May(right)
        ? null
        : new("SES321", "None of your roles may do this; ask a colleague whose work it is.");
}
