namespace Mooring.Kinetics.Quantities;

/// <summary>What the milligrams on a label count.</summary>
public enum Salt
{
    /// <summary>The drug itself. Every mass in this program is base.</summary>
    Base,

    /// <summary>Drug and hydrochloric acid together: 1 mg of it holds 0.867 mg of base.</summary>
    Hydrochloride,
}
