using Mooring.Kinetics.Quantities;
using static Mooring.Clinical.Sessions.Deciding;

namespace Mooring.Clinical.Sessions.Preparing;

/// <summary>Something that one person did and a second one must have seen.</summary>
/// <param name="Id">The entry of the first person.</param>
/// <param name="SeenBy">The second person; null while there is none.</param>
public sealed record Witnessed<TWhat>(Guid Id, TWhat What, Actor By, DateTimeOffset At, Actor? SeenBy)
    where TWhat : SessionEvent
{
    internal Witnessed<SessionEvent> AsAny => new(Id, What, By, At, SeenBy);
}

/// <summary>Where the opened drug is. <paramref name="Left"/> is null while nobody wrote down what was opened.</summary>
public sealed record DrugAccount(Mass? Opened, Mass Given, Mass Wasted, double? Left);

/// <summary>Drawing up and throwing away, each by two people.</summary>
public static class PreparingVerbs
{
    extension(Session session)
    {
        public IReadOnlyList<Witnessed<DrugPrepared>> Preparations => session.Pairs<DrugPrepared>(session.Told
            .Where(entry => entry.What is PreparationChecked).Select(entry => (((PreparationChecked)entry.What).Preparation, entry.By)));

        public IReadOnlyList<Witnessed<DrugWasted>> Wastes => session.Pairs<DrugWasted>(session.Told
            .Where(entry => entry.What is WasteWitnessed).Select(entry => (((WasteWitnessed)entry.What).Waste, entry.By)));

        /// <summary>All that needs two people: what was drawn up, then what was thrown away.</summary>
        public IReadOnlyList<Witnessed<SessionEvent>> ByTwo => [.. session.Preparations.Select(one => one.AsAny), .. session.Wastes.Select(one => one.AsAny)];

        /// <summary>Opened, given and wasted up to now; what is left is in milligrams, and less than nothing when more went than was opened.</summary>
        public DrugAccount AccountAt(DateTimeOffset now)
        {
            var opened = session.Preparations.Where(one => one.What.Opened is not null).Select(one => one.What.Opened!.Value).ToList();
            var (given, wasted) = (session.DoseSoFar(now), session.Wastes.Aggregate(Mass.Zero, (sum, waste) => sum + waste.What.Amount));
            Mass? all = opened.Count == 0 ? null : opened.Aggregate(Mass.Zero, (sum, one) => sum + one);
            return new(all, given, wasted, all is { } held ? held.InMilligrams - given.InMilligrams - wasted.InMilligrams : null);
        }

        /// <param name="today">By the clinic's calendar.</param>
        public Outcome<IReadOnlyList<SessionEvent>> Prepare(Act act, DrugPrepared prepared, DateOnly today) => session.Decide(
            act,
            prepared,
            session.UnlessOpen(),
            Unless(session.Phase < Phase.Recovering, "SES157", "Dosing is over in this session."),
            Unless(string.Equals(prepared.Drug, session.Plan.Drug, StringComparison.OrdinalIgnoreCase), "SES132", $"The plan says {session.Plan.Drug}, not {prepared.Drug}.", "drug"),
            Unless(IsSaid(prepared.Lot), "SES230", "Write the lot down, as it stands on the vial.", "lot"),
            Unless(prepared.Expires >= today, "SES231", $"The vial expired on {prepared.Expires:yyyy-MM-dd}: take another.", "expires"),
            Unless(IsMore(prepared.MilligramsPerMilliliter) && IsMore(prepared.DrawnMilliliters), "SES291", "Strength and volume are each more than nothing.", "drawn"),
            Unless(prepared.TotalMilliliters is not { } total || total >= prepared.DrawnMilliliters, "SES232", "Drug and diluent together are not less than the drug.", "total"),
            Unless(prepared.Opened is not { } opened || opened >= prepared.Amount, "SES233", "More was drawn than the opened vials held: count again.", "opened"),
            Unless(prepared.Amount <= session.Plan.HardCap, "SES286", $"{Plain(prepared.Amount.InMilligrams)} mg is more than the maximum dose of {Plain(session.Plan.HardCap.InMilligrams)} mg.", "drawn"),
            Unless(Same(prepared.Amount, session.Plan.Dose) || IsSaid(prepared.Why), "SES234", $"That is {Plain(prepared.Amount.InMilligrams)} mg; the plan says {Plain(session.Plan.Dose.InMilligrams)} mg. Look again, or say why.", "why"));

        /// <summary>The second person, with a sign-in of their own.</summary>
        public Outcome<IReadOnlyList<SessionEvent>> CheckPreparation(Act act, Guid preparation) =>
            session.Witness(act, new PreparationChecked(preparation), session.Preparations.FirstOrDefault(one => one.Id == preparation), "preparation");

        public Outcome<IReadOnlyList<SessionEvent>> Waste(Act act, DrugWasted waste) => session.Decide(
            act,
            waste,
            session.UnlessOpen(),
            Unless(IsMore(waste.Amount.InMilligrams), "SES292", "Waste is more than nothing.", "milligrams"),
            Unless(IsSaid(waste.How), "SES237", "Say where it went.", "how"),
            Unless(session.AccountAt(act.HappenedAt).Left is not { } left || waste.Amount.InMilligrams <= left || Same(waste.Amount, Mass.Milligrams(Math.Max(0, left))), "SES238", $"Only {Plain(session.AccountAt(act.HappenedAt).Left ?? 0)} mg are left of what was opened: count again.", "milligrams"));

        public Outcome<IReadOnlyList<SessionEvent>> WitnessWaste(Act act, Guid waste) =>
            session.Witness(act, new WasteWitnessed(waste), session.Wastes.FirstOrDefault(one => one.Id == waste), "waste");

        private Outcome<IReadOnlyList<SessionEvent>> Witness<TWhat>(Act act, SessionEvent seen, Witnessed<TWhat>? first, string at)
            where TWhat : SessionEvent => session.Decide(
            act,
            seen,
            session.UnlessOpen(),
            Unless(first is not null, "SES235", "There is no such entry in this session.", at),
            Unless(first?.SeenBy is null, "SES236", $"{first?.SeenBy?.Name} did this already.", at),
            Unless(first is null || first.By.Id != act.By.Id, "SES131", "The second person must be another one, with a sign-in of their own.", at),
            Unless(act.By.May(Right.WitnessDoses), "SES134", "The second person must be clinical staff.", at));

        // Who prepared nothing in this system drew up elsewhere: the time-out stands for it, as before.
        internal Refusal? UnlessPrepared() => Unless(session.Preparations is not [.., { SeenBy: null }], "SES229", "What was drawn up waits for its second person.");

        private IReadOnlyList<Witnessed<TWhat>> Pairs<TWhat>(IEnumerable<(Guid Id, Actor By)> seen)
            where TWhat : SessionEvent
        {
            var by = seen.DistinctBy(one => one.Id).ToDictionary(one => one.Id, one => one.By);
            return [.. session.Told.Where(entry => entry.What is TWhat).Select(entry => new Witnessed<TWhat>(entry.EventId, (TWhat)entry.What, entry.By, entry.HappenedAt, by.GetValueOrDefault(entry.EventId)))];
        }
    }
}
