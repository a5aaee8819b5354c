using System.Globalization;
using Mooring.Clinical.Sessions.Events;
using Mooring.Clinical.Watching;
using static Mooring.Clinical.Sessions.Describe;

namespace Mooring.Clinical.Sessions;

/// <summary>The sentences for what is done around the drug: line, preparation, comfort, concerns, rescue, notices.</summary>
internal static class DescribeCare
{
    public static string What(SessionEvent what) => what switch
    {
        AccessChecked e => $"IV line checked: fine{With(e.Note)}.",
        AccessComplicated e => $"IV line: {e.Kind}; {e.Action}{With(e.Note)}.",
        AccessRemoved e => $"IV line removed, {(e.SiteWell ? "site well" : "site not well")}{With(e.Note)}.",
        DrugPrepared e => Prepared(e),
        PreparationChecked => "Preparation checked by a second person.",
        DrugWasted e => $"Wasted: {e.Drug} {Mg(e.Amount)}, {e.How}.",
        WasteWitnessed => "Waste seen by a second person.",
        BolusGiven e => $"Bolus: {e.Drug} {Mg(e.Amount)} over {N(e.Minutes)} min, {e.Reason}{With(e.OverPlan)}.",
        HoldStarted e => $"{e.Drug} {Mg(e.Amount)} under the tongue{With(e.OverPlan)}.",
        HoldEnded e => $"Hold ended: {Words(e.End)}{With(e.Note)}.",
        ComfortChanged e => $"{e.Says}.",
        PersonCame e => $"{e.Name} ({e.As}) came.",
        PersonLeft e => $"{e.Name} left.",
        ConcernRaised e => $"Patient reports: {e.Says}{(e.Words is { } words ? $" (“{words}”)" : "")}.",
        ConcernAnswered e => $"Answered: {e.How}.",
        OxygenSet e => $"Oxygen {N(e.LitersPerMinute)} L/min, {e.Through}.",
        OxygenStopped e => $"Oxygen stopped{With(e.Reason)}.",
        RescueGiven e => $"{e.Medicine} {e.Dose} {e.Route} for {e.For}; {Order(e.Order)}.",
        EffectAssessed e => $"Effect: {Effect(e.Effect)}{With(e.Note)}.",
        AdverseEventFollowed e => $"Adverse event: {Words(e.Outcome)}{With(e.Note)}.",
        OrthostaticChecked e => $"Stood up from {Words(e.From)}: {StandingRule.Says(e)}.",
        CareTakenOver e => $"{(e.From is { } from ? $"Taken over from {from.Name}" : "Took this chair")}{(e.Told is { } told ? $": {told}" : ".")}",
        _ => Watched(what),
    };

    private static string Watched(SessionEvent what) => what switch
    {
        NoticeAcknowledged e => $"Notice acknowledged ({e.Group}, {Words(e.Level)}): {e.Action}.",
        OwnLimitSet e => $"Patient limit: {Measures.NameOf(e.Of)} {Measures.PrintBound(e.Of, e.Kind, e.Value)}, {Words(e.Level)}, {(e.ForCourse ? "for the course" : "for this session")}, by {e.Prescriber.Name}: {e.Reason}.",
        OwnLimitLifted e => $"Patient limit taken back: {Measures.NameOf(e.Of)}, {Words(e.Level)}: {e.Reason}.",
        NoticesShown e => $"Notices in {N(e.Hours)} h: {Count(e, technical: false)} about the patient, {Count(e, technical: true)} about signals.",
        _ => throw new System.Diagnostics.UnreachableException(what.GetType().Name),
    };

    private static string Count(NoticesShown shown, bool technical) => shown.Notices.Count(line => line.IsTechnical == technical).ToString(CultureInfo.InvariantCulture);

    private static string Prepared(DrugPrepared e) =>
        $"Drawn up: {e.Drug} {Mg(e.Amount)} ({N(e.DrawnMilliliters)} mL of {N(e.MilligramsPerMilliliter)} mg/mL), {(e.Vial is { } vial ? $"vial {vial}, " : "")}lot {e.Lot}, expires {e.Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"
        + $"{(e.Diluent is { } diluent ? $", in {diluent}" : "")}{(e.TotalMilliliters is { } total ? $", {N(total)} mL in all" : "")}{With(e.Why)}.";

    private static string Order(MedicineOrder order) => order.Way switch
    {
        OrderWay.Verbal => $"spoken order of {order.By}, read back",
        OrderWay.Standing => $"standing order of {order.By}",
        _ => $"ordered by {order.By}",
    };

    private static string Effect(Effect effect) => effect switch
    {
        Events.Effect.None => "none",
        Events.Effect.Partial => "some",
        Events.Effect.Full => "full",
        _ => "worse",
    };
}
