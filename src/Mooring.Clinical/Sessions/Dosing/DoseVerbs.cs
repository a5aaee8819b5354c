using Mooring.Clinical.Sessions.Preparing;
using Mooring.Kinetics.Quantities;
using static Mooring.Clinical.Sessions.Deciding;

namespace Mooring.Clinical.Sessions.Dosing;

/// <summary>Injections, nasal devices, and what every dose is held against.</summary>
public static class DoseVerbs
{
    extension(Session session)
    {
        /// <summary>When the next injection or device may be given; null when there is none to wait for.</summary>
        public DateTimeOffset? NextDoseFrom => session.Pack.Dosing.Apart is { } apart && session.Doses is [.., var last] ? last.At + apart : null;

        /// <summary>How many devices the planned dose is.</summary>
        public int? PlannedDevices => session.Pack.Dosing.Each is { } each ? (int)Math.Round(session.Plan.Dose.InMilligrams / each.InMilligrams) : null;

        public int DevicesUsed => session.Of<DeviceUsed>().Count();

        internal IReadOnlyList<(SessionEvent What, DateTimeOffset At)> Doses =>
            [.. session.Told.Where(entry => entry.What is DoseGiven or DeviceUsed or HoldStarted).Select(entry => (entry.What, entry.HappenedAt))];

        /// <summary>Runs from a bag or syringe pump over time, into a vein or under the skin.</summary>
        public bool IsInfused => session.Plan.Route == DoseRoute.Iv || (session.Plan.Route == DoseRoute.Sc && session.Plan.Minutes is not null);

        /// <summary>A dose given at once: an injection, a lozenge under the tongue, a drink.</summary>
        public Outcome<IReadOnlyList<SessionEvent>> GiveDose(Act act, string drug, Mass amount, string site, string? overPlan = null) => session.Decide(
            act,
            new DoseGiven(drug, amount, site) { OverPlan = overPlan },
            [
                session.UnlessOpen(),
                session.UnlessRoute(!session.IsInfused && session.Plan.Route != DoseRoute.Nasal),
                session.UnlessReady(),
                session.UnlessPrepared(),
                Unless(IsSaid(site), "SES166", "Say where.", "site"),
                session.UnlessSpaced(act),
                Unless(session.Doses.Count < session.Pack.Dosing.Most, "SES148", $"No more than {session.Pack.Dosing.Most} doses in a session."),
                .. session.AgainstDose(act, drug, amount, session.Given(DateTimeOffset.MaxValue).Total, overPlan),
            ]);

        /// <summary>The next nasal device, whose drug and content are the plan's and the pack's.</summary>
        /// <param name="number">Which one by the nurse's count; it must be the next.</param>
        public Outcome<IReadOnlyList<SessionEvent>> UseDevice(Act act, int number)
        {
            var amount = session.Pack.Dosing.Each ?? Mass.Zero;
            return session.Decide(
                act,
                new DeviceUsed(number, amount),
                session.UnlessOpen(),
                session.UnlessRoute(session.Plan.Route == DoseRoute.Nasal),
                session.UnlessReady(),
                Unless(number == session.DevicesUsed + 1, "SES147", $"The next device is number {session.DevicesUsed + 1}, not {number}: count again.", "number"),
                Unless(number <= Math.Min(session.PlannedDevices ?? 0, session.Pack.Dosing.Most), "SES278", $"The plan is {session.PlannedDevices} devices; that is all.", "number"),
                session.UnlessSpaced(act),
                Unless(session.Given(DateTimeOffset.MaxValue).Total + amount <= session.Plan.HardCap, "SES285", $"It would pass the maximum dose of {Plain(session.Plan.HardCap.InMilligrams)} mg.", "number"));
        }

        internal Refusal? UnlessRoute(bool isPlanned) =>
            Unless(isPlanned, "SES141", $"This session is planned {(session.IsInfused ? "as an infusion " : "")}{RouteWords.Of(session.Plan.Route)}; routes are not exchanged.");

        internal Refusal? UnlessReady() => session.Phase switch
        {
            Phase.Ready or Phase.Dosing or Phase.Arriving or Phase.Signed => null,
            Phase.Checking => new("SES140", "Go and time-out come before the first dose."),
            Phase.NoGo => new("SES287", "The prescriber decided against dosing today."),
            _ => new("SES157", "Dosing is over in this session."),
        };

        internal Refusal? UnlessSpaced(Act act) => session.NextDoseFrom is { } from && act.HappenedAt < from
            ? new("SES146", Sentence.Of("Wait {apart} after the last one: from {from}.", ("apart", session.Pack.Dosing.Apart!.Value), ("from", from)), "happenedAt")
            : null;

        internal IEnumerable<Refusal?> AgainstDose(Act act, string drug, Mass amount, Mass before, string? overPlan)
        {
            var total = before + amount;
            yield return Unless(double.IsFinite(amount.InMilligrams) && amount > Mass.Zero, "SES149", "A dose is more than nothing.", "amount");
            yield return Unless(string.Equals(drug, session.Plan.Drug, StringComparison.OrdinalIgnoreCase), "SES132", $"The plan says {session.Plan.Drug}, not {drug}.", "drug");
            if (total > session.Plan.HardCap)
                yield return new("SES143", $"{Plain(total.InMilligrams)} mg in all is more than the maximum dose of {Plain(session.Plan.HardCap.InMilligrams)} mg.", "amount");
            else if (total > session.Plan.Dose && !Same(total, session.Plan.Dose) && !(IsSaid(overPlan) && act.By.May(Right.Prescribe)))
                yield return new("SES142", $"{Plain(total.InMilligrams)} mg in all is more than the planned {Plain(session.Plan.Dose.InMilligrams)} mg: a prescriber must say why.", "amount");
        }
    }
}
