using Mooring.Clinical.Sessions.Events;
using Mooring.Clinical.Watching;

namespace Mooring.Clinical.Sessions;

/// <content>Recovery, discharge and signature.</content>
public sealed partial class Session
{
    /// <summary>The last answer to each discharge criterion.</summary>
    public IReadOnlyDictionary<string, DischargeCriterionAnswered> Criteria =>
        Of<DischargeCriterionAnswered>().GroupBy(answer => answer.What.Item).ToDictionary(answers => answers.Key, answers => answers.Last().What);

    public EscortHandedOver? Escort => Last<EscortHandedOver>()?.What as EscortHandedOver;

    public IReadOnlyList<InstructionsGiven> Instructions => [.. Of<InstructionsGiven>().Select(given => given.What)];

    public IReadOnlyList<Role> SignedBy => [.. Of<Signed>().Select(signed => signed.What.As).Distinct()];

    /// <summary>When the minimum stay is over; null while dosing is not.</summary>
    public DateTimeOffset? EarliestDischarge => Phase < Phase.Recovering ? null : DosingEndedAt + LeastStay;

    /// <summary>Those whom the screening says so of are kept longer: an older patient, a moderate liver disease.</summary>
    public bool IsKeptLonger => Pack.Discharge.Stay.Longer is { } longer && Plan.Flags.Contains(longer.With);

    /// <summary>Nobody takes the patient home before the minimum stay is over; a prescriber may, who may shorten it.</summary>
    public bool MayHandOver(Actor by, DateTimeOffset at) => at >= EarliestDischarge || (by.May(Right.Waive) && Pack.Discharge.Stay.MayBeWaived);

    /// <summary>The phase at this hour: recovering becomes dischargeable when nothing stands in the way.</summary>
    public Phase PhaseAt(DateTimeOffset now) => Phase == Phase.Recovering && InTheWay(now).Count == 0 ? Phase.Dischargeable : Phase;

    /// <summary>Everything that still stands in the way of leaving, with what was waived taken out.</summary>
    public IReadOnlyList<Refusal> InTheWay(DateTimeOffset now, params IReadOnlyList<Waiver> waivers) =>
    [
        .. EarliestDischarge is { } earliest && now < earliest && !Waives(waivers, Waiver.MinimumStay)
            ? [new Refusal("SES180", Sentence.Of(IsKeptLonger ? "The minimum stay ends at {earliest}, longer because of what the screening found (age, liver)." : "The minimum stay ends at {earliest}.", ("earliest", earliest)), Waiver.MinimumStay)]
            : Array.Empty<Refusal>(),
        .. Pack.Discharge.Criteria
            .Where(criterion => !Waives(waivers, criterion.Id) && (!Criteria.TryGetValue(criterion.Id, out var answer) || answer.Met != Finding.Met))
            .Select(criterion => new Refusal("SES181", $"{(Criteria.ContainsKey(criterion.Id) ? "Not met" : "Not answered")}: {criterion.Label}", criterion.Id)),
        .. Pack.Discharge.Criteria
            .Where(criterion => !Waives(waivers, criterion.Id) && Criteria.TryGetValue(criterion.Id, out var answer) && answer.Met == Finding.Met)
            .SelectMany(criterion => Against(criterion, now)),
        .. NobodyLetsGo(now) is { } tooHigh ? [tooHigh] : Array.Empty<Refusal>(),
        .. Escort is null ? [new Refusal("SES182", "No escort has taken over yet.", "escort")] : Array.Empty<Refusal>(),
        .. Instructions.Any(given => given.ToPatient) && Instructions.Any(given => given.ToEscort)
            ? Array.Empty<Refusal>()
            : [new Refusal("SES183", "Instructions go to the patient and to the escort.", "instructions")],
    ];

    public Outcome<IReadOnlyList<SessionEvent>> AnswerCriterion(Act act, string item, Finding met, string? value = null, string? note = null)
    {
        var criterion = Pack.CriterionOf(item);
        return Decide(
            act,
            new DischargeCriterionAnswered(item, met, value, note),
            [
                UnlessRecovering(),
                Unless(criterion is not null, "SES114", $"'{item}' is no discharge criterion here.", "item"),
                Unless(criterion?.AsksFor is null || met != Finding.Met || IsSaid(value), "SES113", $"Write down: {criterion?.AsksFor}.", "value"),
                .. criterion is not null && met == Finding.Met ? Against(criterion, act.HappenedAt) : [],
            ]);
    }

    public Outcome<IReadOnlyList<SessionEvent>> HandOver(Act act, EscortHandedOver escort) => Decide(
        act,
        escort,
        UnlessRecovering(),
        Unless(Phase != Phase.Recovering || MayHandOver(act.By, act.HappenedAt), "SES284", Sentence.Of("The minimum stay ends at {earliest}; nobody is handed over before.", ("earliest", EarliestDischarge ?? act.HappenedAt)), "escort"),
        Unless(IsSaid(escort.Name) && IsSaid(escort.Relationship) && IsSaid(escort.Phone), "SES184", "Write down the escort's name, relationship and phone.", "escort"),
        Unless(escort.Verified, "SES185", "Make sure that this is the escort who was named.", "verified"));

    public Outcome<IReadOnlyList<SessionEvent>> GiveInstructions(Act act, InstructionsGiven given) => Decide(
        act,
        given,
        UnlessOpen(),
        Unless(given.ToPatient || given.ToEscort, "SES296", "Say who got them.", "to"),
        Unless(IsSaid(given.Language) && IsSaid(given.Version), "SES186", "Say which text, in which language.", "version"));

    /// <summary>Refused until nothing stands in the way; a prescriber may waive what the pack allows, with reasons.</summary>
    public Outcome<IReadOnlyList<SessionEvent>> Discharge(Act act, params IReadOnlyList<Waiver> waivers) => Decide(
        act,
        new Discharged(waivers),
        [
            UnlessRecovering(),
            Unless(act.By.IsOneOf(Pack.Discharge.By), "SES187", $"The patient is let go by: {string.Join(", ", Pack.Discharge.By)}."),
            Unless(waivers.Count == 0 || act.By.May(Right.Waive), "SES188", "Only a prescriber may waive anything.", "waivers"),
            .. waivers.Where(waiver => !IsSaid(waiver.Reason)).Select(waiver => new Refusal("SES169", "Say why it is waived.", waiver.Item)),
            .. waivers.Where(waiver => !MayBeWaived(waiver.Item)).Select(waiver => new Refusal("SES189", "This can not be waived by anybody.", waiver.Item)),
            .. Phase == Phase.Recovering ? InTheWay(act.HappenedAt, waivers) : [],
        ]);

    /// <summary>
    /// The patient leaves although something stands in the way, and against what they were told. It is never a discharge that
    /// was met or waived: the record says who told them what, and what was open, in the clinic's time.
    /// </summary>
    public Outcome<IReadOnlyList<SessionEvent>> LeaveAgainstAdvice(Act act, string reason, string told, SentencePrinter print) => Decide(
        act,
        new Discharged([]) { AgainstAdvice = new(reason, told, [.. InTheWay(act.HappenedAt).Select(refusal => print.Print(refusal.Sentence))]) },
        UnlessRecovering(),
        Unless(act.By.IsOneOf(Pack.Discharge.By), "SES297", $"Recorded by: {string.Join(", ", Pack.Discharge.By)}."),
        Unless(IsSaid(reason), "SES205", "Write why the patient leaves, in their words.", "reason"),
        Unless(IsSaid(told), "SES294", "Write what the patient and the escort were told.", "told"));

    public Outcome<IReadOnlyList<SessionEvent>> Sign(Act act, string? statement = null) => Decide(
        act,
        new Signed(Signing.RoleOf(this, act.By) ?? default, statement),
        Unless(Phase is Phase.Discharged or Phase.NoGo, "SES190", Phase == Phase.Signed ? "The record is signed and closed." : "It is signed when the patient has left."),
        Unless(act.By.May(Right.SignSessions) && act.By.IsOneOf(Pack.Discharge.Signatures), "SES191", $"It is signed by: {string.Join(", ", Pack.Discharge.Signatures)}."),
        Unless(EmergencySince is null && !Emergencies.Any(emergency => emergency.AwaitsReview), "SES179", "An emergency of this session is not written down yet; complete it first."),
        Unless(Unexplained is null, "SES159", "A pause or an end of the infusion has no reason yet; say it under Dose first."),
        Unless(Signing.RoleOf(this, act.By) is not null || !act.By.IsOneOf(Pack.Discharge.Signatures), "SES192", "Somebody signed in this role already."),
        Unless(!Signing.HasSigned(this, act.By), "SES320", "You signed this record already; the other signature is another person's."));

    private bool Waives(IReadOnlyList<Waiver> waivers, string item) => MayBeWaived(item) && waivers.Any(waiver => waiver.Item == item && IsSaid(waiver.Reason));

    private bool MayBeWaived(string item) => item == Waiver.MinimumStay ? Pack.Discharge.Stay.MayBeWaived : Pack.CriterionOf(item)?.MayBeWaived ?? false;

    private TimeSpan LeastStay
    {
        get
        {
            var stay = Watch.WasCritical(this) ? Pack.Discharge.Stay.AfterCritical : Pack.Discharge.Stay.For;
            return IsKeptLonger && Pack.Discharge.Stay.Longer!.For > stay ? Pack.Discharge.Stay.Longer.For : stay;
        }
    }

    private Refusal? UnlessRecovering() => Phase switch
    {
        Phase.Recovering => null,
        Phase.Discharged or Phase.NoGo => new("SES298", "There is nobody to discharge any more."),
        _ => UnlessOpen() ?? new("SES194", "Dosing is not over yet."),
    };
}
