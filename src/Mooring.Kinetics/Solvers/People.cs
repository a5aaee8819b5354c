using Mooring.Kinetics.Models;

namespace Mooring.Kinetics.Solvers;

/// <summary>Draws virtual patients about the typical one.</summary>
internal sealed class People(KineticModel model, double[] typical, long seed)
{
    private readonly Spread[] spreads = [.. Spreads(model)];

    private readonly record struct Spread(int Index, double Sd, bool OnLogit, int With, double Share);

    /// <summary>The parameters of one patient; person and seed decide them, whatever else is drawn.</summary>
    public void Draw(int person, double[] values)
    {
        typical.CopyTo(values, 0);
        foreach (var spread in spreads)
        {
            var effect = spread.Sd * Normal(person, spread.Index);
            if (spread.With >= 0)
                effect += spread.Share * Normal(person, spread.With);
            var middle = typical[spread.Index];
            values[spread.Index] = spread.OnLogit
                ? 1 / (1 + ((1 - middle) / middle * Math.Exp(-effect)))
                : middle * Math.Exp(effect);
        }
    }

    private static IEnumerable<Spread> Spreads(KineticModel model)
    {
        var names = model.Parameters.Select(one => one.Id).ToList();
        foreach (var parameter in model.Parameters.Where(one => one.Varies is not null))
        {
            var varies = parameter.Varies!;
            var with = varies.With is { } partner ? names.IndexOf(partner) : -1;
            // Cholesky of two: the partner's share of this effect, and what is this one's own.
            var share = with >= 0 ? varies.Covariance / Math.Sqrt(model.Parameters[with].Varies!.Total) : 0;
            yield return new(names.IndexOf(parameter.Id), Math.Sqrt(varies.Total - (share * share)), varies.LogitSd is not null, with, share);
        }
    }

    private double Normal(int person, int parameter)
    {
        var draw = unchecked(((ulong)seed * 0x9E3779B97F4A7C15) ^ ((ulong)person << 20) ^ ((ulong)parameter << 1));
        var (first, second) = (Uniform(draw), Uniform(draw ^ 1));
        return Math.Sqrt(-2 * Math.Log(first)) * Math.Cos(2 * Math.PI * second); // Box and Muller 1958
    }

    /// <summary>SplitMix64 (Steele, Lea, Flood 2014) of a counter, twice, as a number above 0 and at most 1.</summary>
    private static double Uniform(ulong counter) => ((Mix(Mix(counter)) >> 11) + 1) * (1.0 / (1UL << 53));

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
