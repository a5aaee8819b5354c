using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Mooring.Kinetics.Quantities;

/// <summary>
/// Milligrams as a label or an order states them, with what they count. It is no <see cref="Mass"/> and turns into one
/// only by <see cref="AsBase"/>, so that hydrochloride is never added to base.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LabelMass
{
    // Ketamine, and esketamine alike, C13H16ClNO, and hydrogen chloride, in g/mol.
    private const double KetamineMolar = 237.73;
    private const double HydrochlorideMolar = KetamineMolar + 36.46;

    private LabelMass(double milligrams, Salt salt) => (InMilligrams, Salt) = (milligrams, salt);

    /// <summary>As stated; not base unless <see cref="Salt"/> says so.</summary>
    public double InMilligrams { get; }

    public Salt Salt { get; }

    public Mass AsBase => Mass.Milligrams(InMilligrams * BaseIn(Salt));

    public static LabelMass Milligrams(double value, Salt salt) => new(value, salt);

    /// <summary>Milligrams of base in one milligram so stated.</summary>
    public static double BaseIn(Salt salt) => salt switch
    {
        Salt.Base => 1,
        Salt.Hydrochloride => KetamineMolar / HydrochlorideMolar,
        _ => throw new UnreachableException(),
    };
}
