using System.Runtime.InteropServices;
using Mooring.Kinetics.Models;

namespace Mooring.Kinetics.Solvers;

/// <summary>
/// A model with its formulas read: the states, the terms of dx/dt = A x, and what is read from the states. A steady
/// input is a state that never empties ("feed"), so that the whole system has no input and one matrix exponential
/// carries it. States that the routes used can not reach are left out: they would stay zero.
/// </summary>
internal sealed class CompiledModel
{
    public required KineticModel Model { get; init; }

    public required IReadOnlyDictionary<string, int> States { get; init; }

    public required IReadOnlyList<Term> Terms { get; init; }

    /// <summary>The rates that terms point at, per minute, each computed once for a person.</summary>
    public required IReadOnlyList<Func<double[], double>> Rates { get; init; }

    /// <summary>The places of the parameters that matter on these routes; the others need not be drawn.</summary>
    public required IReadOnlySet<int> Parameters { get; init; }

    public required IReadOnlyList<Reading> Readings { get; init; }

    public required IReadOnlyDictionary<DoseRoute, Entry> Entries { get; init; }

    public static string FeedOf(string compartment) => "feed:" + compartment;

    /// <summary>Adds a rate to A[row, column], or takes it away there.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Term(int Row, int Column, int Rate, int Sign);

    /// <summary>One output: state, and the factor (a function of the parameters) to ng/mL.</summary>
    internal readonly record struct Reading(string Name, int State, Func<double[], double> ToNanograms);

    internal sealed record Entry(RouteInput Route, Way[] First, Way[] Again);

    /// <summary>A part of the dose on its way in; <see cref="Feed"/> is -1 when it can only go in at once.</summary>
    internal sealed record Way(int State, int Feed, Func<double[], double> Fraction, Func<double[], double>? Over);
}
