using Mooring.Clinical.Sessions.Events;
using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Sessions;

/// <content>Injections, nasal devices, and what every dose is held against.</content>
public sealed partial class Session
{
    /// <summary>When the next injection or device may be given; null when there is none to wait for.</summary>
    public DateTimeOffset? NextDoseFrom => Pack.Dosing.Apart is { } apart && Doses is [.., var last] ? last.At + apart : null;

    /// <summary>How many devices the planned dose is.</summary>
    public int? PlannedDevices => Pack.Dosing.Each is { } each ? (int)Math.Round(Plan.Dose.InMilligrams / each.InMilligrams) : null;

    public int DevicesUsed => Of<DeviceUsed>().Count();

    private IReadOnlyList<(SessionEvent What, DateTimeOffset At)> Doses =>
        [.. Told.Where(entry => entry.What is DoseGiven or DeviceUsed or HoldStarted).Select(entry => (entry.What, entry.HappenedAt))];

    /// <summary>Runs from a bag or syringe pump over time, into a vein or under the skin.</summary>
    public bool IsInfused => Plan.Route == DoseRoute.Iv || (Plan.Route == DoseRoute.Sc && Plan.Minutes is not null);

    /// <summary>A dose given at once: an injection, a lozenge under the tongue, a drink.</summary>
    public Outcome<IReadOnlyList<SessionEvent>> GiveDose(Act act, string drug, Mass amount, string site, string? overPlan = null) => Decide(
        act,
        new DoseGiven(drug, amount, site) { OverPlan = overPlan },
        [
            UnlessOpen(),
            UnlessRoute(!IsInfused && Plan.Route != DoseRoute.Nasal),
            UnlessReady(),
            UnlessPrepared(),
            Unless(IsSaid(site), "SES166", "Say where.", "site"),
            UnlessSpaced(act),
            Unless(Doses.Count < Pack.Dosing.Most, "SES148", $"No more than {Pack.Dosing.Most} doses in a session."),
            .. AgainstDose(act, drug, amount, Given(DateTimeOffset.MaxValue).Total, overPlan),
        ]);

    /// <summary>The next nasal device, whose drug and content are the plan's and the pack's.</summary>
    /// <param name="number">Which one by the nurse's count; it must be the next.</param>
    public Outcome<IReadOnlyList<SessionEvent>> UseDevice(Act act, int number)
    {
        var amount = Pack.Dosing.Each ?? Mass.Zero;
        return Decide(
            act,
            new DeviceUsed(number, amount),
            UnlessOpen(),
            UnlessRoute(Plan.Route == DoseRoute.Nasal),
            UnlessReady(),
            Unless(number == DevicesUsed + 1, "SES147", $"The next device is number {DevicesUsed + 1}, not {number}: count again.", "number"),
            Unless(number <= Math.Min(PlannedDevices ?? 0, Pack.Dosing.Most), "SES278", $"The plan is {PlannedDevices} devices; that is all.", "number"),
            UnlessSpaced(act),
            Unless(Given(DateTimeOffset.MaxValue).Total + amount <= Plan.HardCap, "SES285", $"It would pass the maximum dose of {Plain(Plan.HardCap.InMilligrams)} mg.", "number"));
    }

    /// <summary>Injections or devices are done; for an infusion, stopping it says so.</summary>
    public Outcome<IReadOnlyList<SessionEvent>> StartRecovery(Act act) => Decide(
        act,
        new RecoveryStarted(),
        UnlessOpen(),
        Unless(Phase is Phase.Dosing or Phase.Paused or Phase.Arriving or Phase.Signed, "SES155", "No dosing is going on."),
        Unless(Infusion is null or { StoppedAt: not null }, "SES156", "The infusion still runs; stop it first."),
        Unless(Hold is null or { EndedAt: not null }, "SES227", "The lozenge is still held; say first what became of it."));

    private Refusal? UnlessRoute(bool isPlanned) =>
        Unless(isPlanned, "SES141", $"This session is planned {(IsInfused ? "as an infusion " : "")}{RouteWords.Of(Plan.Route)}; routes are not exchanged.");

    private Refusal? UnlessReady() => Phase switch
    {
        Phase.Ready or Phase.Dosing or Phase.Arriving or Phase.Signed => null,
        Phase.Checking => new("SES140", "Go and time-out come before the first dose."),
        Phase.NoGo => new("SES287", "The prescriber decided against dosing today."),
        _ => new("SES157", "Dosing is over in this session."),
    };

    private Refusal? UnlessSpaced(Act act) => NextDoseFrom is { } from && act.HappenedAt < from
        ? new("SES146", Sentence.Of("Wait {apart} after the last one: from {from}.", ("apart", Pack.Dosing.Apart!.Value), ("from", from)), "happenedAt")
        : null;

    private IEnumerable<Refusal?> AgainstDose(Act act, string drug, Mass amount, Mass before, string? overPlan)
    {
        var total = before + amount;
        yield return Unless(double.IsFinite(amount.InMilligrams) && amount > Mass.Zero, "SES149", "A dose is more than nothing.", "amount");
        yield return Unless(string.Equals(drug, Plan.Drug, StringComparison.OrdinalIgnoreCase), "SES132", $"The plan says {Plan.Drug}, not {drug}.", "drug");
        if (total > Plan.HardCap)
            yield return new("SES143", $"{Plain(total.InMilligrams)} mg in all is more than the maximum dose of {Plain(Plan.HardCap.InMilligrams)} mg.", "amount");
        else if (total > Plan.Dose && !Same(total, Plan.Dose) && !(IsSaid(overPlan) && act.By.May(Right.Prescribe)))
            yield return new("SES142", $"{Plain(total.InMilligrams)} mg in all is more than the planned {Plain(Plan.Dose.InMilligrams)} mg: a prescriber must say why.", "amount");
    }
}
