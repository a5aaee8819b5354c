using Mooring.Kinetics.Models;
using Mooring.Kinetics.Quantities;
using Mooring.Kinetics.Regimens;

namespace Mooring.Kinetics;

/// <summary>Two futures from one past: going on as planned, and with a change made now.</summary>
public static class WhatIf
{
    /// <summary>
    /// Both futures as bands of the same virtual patients, so that they agree to the last digit until
    /// <paramref name="now"/> and differ after it only by the change.
    /// </summary>
    /// <param name="regimen">What was really given, and what is to come if nothing is changed. An infusion without an end runs on.</param>
    /// <param name="change">What might be done.</param>
    /// <param name="now">Counted, like all times, from the start of the regimen.</param>
    /// <returns>The futures, or objections: KIN31x to the change, KIN30x as for any band.</returns>
    public static Answer<Futures> Compare(
        KineticModel model, Subject subject, Regimen regimen, Change change, TimeSpan now, IReadOnlyList<TimeSpan> at, Population population)
    {
        var changed = change.MadeTo(regimen, now);
        if (!changed.IsGiven)
            return Answer<Futures>.Object(changed.Objections);

        var (asPlanned, ifChanged) = (Prediction.Band(model, subject, regimen, at, population), Prediction.Band(model, subject, changed.Value, at, population));
        if (!asPlanned.IsGiven || !ifChanged.IsGiven)
            return Answer<Futures>.Object([.. asPlanned.Objections.Concat(ifChanged.Objections).Distinct()]);

        var end = at.Max();
        return new Futures(
            now,
            new(regimen, asPlanned.Value, regimen.GivenBy(end)),
            new(changed.Value, ifChanged.Value, changed.Value.GivenBy(end)));
    }
}

/// <summary>Both futures. Their bands hold the same times in the same order.</summary>
public sealed record Futures(TimeSpan Now, Future AsPlanned, Future IfChanged);

/// <summary>One of them: its doses, its band, and what will have been given by the last time asked.</summary>
public sealed record Future(Regimen Regimen, Band Band, Mass Given);
