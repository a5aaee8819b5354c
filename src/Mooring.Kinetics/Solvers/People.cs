using System.Runtime.Intrinsics;
using Mooring.Kinetics.Models;

namespace Mooring.Kinetics.Solvers;

/// <summary>
/// Draws virtual patients about the typical one, as far as the routes in use depend on how people differ. Eight draws are
/// made at once; which these are changes none of them.
/// </summary>
internal sealed class People
{
    private const int Lanes = 8; // of a Vector512
    private readonly double[] typical;
    private readonly ulong seed;
    private readonly Spread[] spreads;
    private readonly ulong[] drawn;

    public People(CompiledModel anatomy, double[] typical, long seed)
    {
        (this.typical, this.seed) = (typical, unchecked((ulong)seed * 0x9E3779B97F4A7C15));
        var all = anatomy.Model.Parameters;
        var mine = anatomy.Parameters.Where(index => all[index].Varies is not null).ToList();
        // The partners that these go with: their draws are needed, whether they matter here or not.
        var indices = mine.Concat(mine.Select(index => Partner(all, index))).Distinct().Order().ToList();
        spreads = [.. mine.Select(index => SpreadOf(all, index, indices))];
        drawn = new ulong[(indices.Count + Lanes - 1) / Lanes * Lanes];
        for (var i = 0; i < indices.Count; i++)
            drawn[i] = (ulong)indices[i] << 1;
    }

    private readonly record struct Spread(int Index, int Draw, double Sd, bool OnLogit, int With, double Share);

    /// <summary>The parameters of one patient; person and seed decide them, whatever else is drawn.</summary>
    public void Draw(int person, double[] values)
    {
        Span<double> normals = stackalloc double[drawn.Length];
        Span<double> effects = stackalloc double[drawn.Length];
        var whose = Vector512.Create(seed ^ ((ulong)person << 20));
        for (var i = 0; i < drawn.Length; i += Lanes)
            Normal(whose ^ Vector512.Create(drawn, i)).CopyTo(normals[i..]);
        effects.Clear();
        foreach (var spread in spreads)
        {
            var effect = (spread.Sd * normals[spread.Draw]) + (spread.Share * normals[spread.With]);
            effects[spread.Draw] = spread.OnLogit ? -effect : effect;
        }

        for (var i = 0; i < drawn.Length; i += Lanes)
            Vector512.Exp(Vector512.Create<double>(effects[i..])).CopyTo(effects[i..]);
        typical.CopyTo(values, 0);
        foreach (var spread in spreads)
        {
            var (middle, factor) = (typical[spread.Index], effects[spread.Draw]);
            values[spread.Index] = spread.OnLogit ? 1 / (1 + ((1 - middle) / middle * factor)) : middle * factor;
        }
    }

    /// <summary>The one whose effect this one's goes with; itself when it goes with none.</summary>
    private static int Partner(IReadOnlyList<Parameter> all, int index) =>
        all[index].Varies!.With is { } with ? all.Select(one => one.Id).ToList().IndexOf(with) : index;

    private static Spread SpreadOf(IReadOnlyList<Parameter> all, int index, List<int> drawn)
    {
        var (varies, with) = (all[index].Varies!, Partner(all, index));
        // Cholesky of two: the partner's share of this effect, and what is this one's own.
        var share = varies.With is null ? 0 : varies.Covariance / Math.Sqrt(all[with].Varies!.Total);
        return new(index, drawn.IndexOf(index), Math.Sqrt(varies.Total - (share * share)), varies.LogitSd is not null, drawn.IndexOf(with), share);
    }

    // Box and Muller 1958.
    private static Vector512<double> Normal(Vector512<ulong> draw) =>
        Vector512.Sqrt(-2 * Vector512.Log(Uniform(draw))) * Vector512.Cos(2 * Math.PI * Uniform(draw ^ Vector512<ulong>.One));

    /// <summary>SplitMix64 (Steele, Lea, Flood 2014) of a counter, twice, as a number above 0 and at most 1.</summary>
    private static Vector512<double> Uniform(Vector512<ulong> counter) =>
        Vector512.ConvertToDouble((Mix(Mix(counter)) >>> 11) + Vector512<ulong>.One) * (1.0 / (1UL << 53));

    private static Vector512<ulong> Mix(Vector512<ulong> z)
    {
        z += Vector512.Create(0x9E3779B97F4A7C15);
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EB;
        return z ^ (z >>> 31);
    }
}
