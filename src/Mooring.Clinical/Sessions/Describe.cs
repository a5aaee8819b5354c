using System.Globalization;
using Mooring.Clinical.Sessions.Events;
using Mooring.Clinical.Watching;
using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Sessions;

/// <summary>One sentence for each event, as the timeline and the record print it.</summary>
public static class Describe
{
    /// <summary>What happened, without who and when.</summary>
    public static string What(SessionEvent what, MonitoringPack pack) => what switch
    {
        SessionOpened e => $"Session opened: {e.Plan.Drug} {Mg(e.Plan.Dose)}, {Words(e.Plan.Route)}.",
        CheckedIn e => $"Checked in, {e.Chair}.",
        GateAnswered e => $"{pack.GateOf(e.Item)?.Label ?? e.Item}: {Answer(e.Answer)}{With(e.Value)}{With(e.Note)}.",
        GoDecided e => (e.Go ? "Go" : "No-go") + $" by {e.Prescriber.Name}{With(e.Reason)}.",
        TimeOut e => $"Time-out: {e.Drug} {Mg(e.Dose)}, verified by {e.VerifiedBy.Name}{(e.Pump is { } pump ? $"; pump {pump.MillilitersPerHour.ToString("0.##", CultureInfo.InvariantCulture)} mL/h, {pump.Milliliters.ToString("0.##", CultureInfo.InvariantCulture)} mL, {pump.MilligramsPerMilliliter.ToString("0.###", CultureInfo.InvariantCulture)} mg/mL" : "")}.",
        AccessPlaced e => $"IV line placed, {e.Site}{With(e.Gauge)}.",
        InfusionStarted e => $"Infusion started: {e.Drug} {Mg(e.Amount)} in {N(e.Milliliters)} mL over {N(e.Minutes)} min, {N(e.MillilitersPerHour)} mL/h{With(e.OverPlan)}.",
        RateChanged e => $"Rate changed to {N(e.MillilitersPerHour)} mL/h: {e.Reason}.",
        InfusionPaused { Reason: "" } => "Infusion paused; the reason is not said yet.",
        InfusionPaused e => $"Infusion paused: {e.Reason}.",
        InfusionResumed => "Infusion resumed.",
        InfusionStopped { Completed: false, Reason: "" } => "Infusion stopped; the reason is not said yet.",
        InfusionStopped e => e.Completed ? "Infusion completed." : $"Infusion stopped: {e.Reason}.",
        DoseGiven e => $"{e.Drug} {Mg(e.Amount)} injected, {e.Site}{With(e.OverPlan)}.",
        DeviceUsed e => $"Device {e.Number} used, {Mg(e.Amount)}.",
        _ => Care(what, pack),
    };

    /// <summary>What a note is about, as a heading.</summary>
    public static string Title(NoteAbout about) => about switch
    {
        NoteAbout.Presence => "Present",
        NoteAbout.Music => "Music",
        NoteAbout.EyeMask => "Eye mask",
        NoteAbout.PatientWords => "In the patient's words",
        _ => "Technique",
    };

    private static string Care(SessionEvent what, MonitoringPack pack) => what switch
    {
        VitalsCharted e => string.Join(", ", e.Values.Select(value => Measures.Print(value.Sign.Code, value.Value))) + (e.Position is { } position ? $", {Words(position)}." : "."),
        ScaleRated e => $"{Measures.Print(e.Scale.Code, e.Value)}{With(e.Note)}.",
        NoteAdded e => e.About is { } about ? $"{Title(about)}: {e.Text}" : e.Text,
        AdverseEventRecorded e => $"Adverse event: {e.Term}, grade {e.Grade}; {e.Action}; {Words(e.Outcome)}{(e.Serious ? "; serious" : "")}.",
        EmergencyOpened e => $"Emergency{With(e.Kind)}.",
        EmergencyAction e => $"Emergency: {e.Action}{With(e.Detail)}.",
        EmergencyClosed e => $"Emergency over: {e.Outcome}.",
        EmergencyReviewed e => $"Emergency written down: {e.WhatHappened}; {(e.NoHarm ? "no harm" : Words(e.Outcome))}; told: {string.Join(", ", e.Told)}{(e.TransferredTo is { } to ? $"; handed over to {to}" : "")}.",
        RecoveryStarted => "Recovery began.",
        DischargeCriterionAnswered e => $"{pack.CriterionOf(e.Item)?.Label ?? e.Item}: {Answer(e.Met)}{With(e.Value)}{With(e.Note)}.",
        EscortHandedOver e => $"Handed over to {e.Name} ({e.Relationship}).",
        InstructionsGiven e => $"Instructions given in {e.Language}, version {e.Version}, to {To(e)}.",
        Discharged { AgainstAdvice: { } left } => $"Left against advice. Said: {left.Reason}. Told: {left.Told}.{(left.Open.Count == 0 ? "" : $" Open: {string.Join(" ", left.Open)}")}",
        Discharged e => "Discharged" + (e.Waivers.Count == 0 ? "." : $"; waived: {string.Join(", ", e.Waivers.Select(waiver => $"{waiver.Item} ({waiver.Reason})"))}."),
        ArrivedHome e => $"Arrived at home, says {(e.SaidBy == Teller.SomebodyElse ? e.Name : "the " + Words(e.SaidBy))}{With(e.Note)}.",
        Signed e => $"Signed as {Words(e.As)}{With(e.Statement)}.",
        Corrected e => e.Instead is { } instead ? $"Corrected ({e.Reason}): {What(instead, pack)}" : $"Struck out: {e.Reason}.",
        AddendumAdded e => $"Addendum ({e.Reason}): {e.Text}",
        _ => DescribeCare.What(what),
    };

    private static string To(InstructionsGiven given) => (given.ToPatient, given.ToEscort) switch
    {
        (true, true) => "patient and escort",
        (true, false) => "patient",
        _ => "escort",
    };

    private static string Answer(GateAnswer answer) => answer switch
    {
        GateAnswer.Met => "yes",
        GateAnswer.NotMet => "no",
        _ => "does not apply",
    };

    private static string Answer(Finding met) => met switch
    {
        Finding.Met => "yes",
        Finding.NotMet => "no",
        _ => "unknown",
    };

    internal static string With(string? more) => string.IsNullOrWhiteSpace(more) ? "" : $", {more}";

    internal static string Mg(Mass amount) => $"{N(amount.InMilligrams)} mg";

    internal static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    internal static string Words<T>(T value)
        where T : struct, Enum =>
        string.Concat(value.ToString().Select((letter, at) => at > 0 && char.IsUpper(letter) ? " " + char.ToLowerInvariant(letter) : char.ToLowerInvariant(letter).ToString()));
}
