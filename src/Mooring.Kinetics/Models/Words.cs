namespace Mooring.Kinetics.Models;

/// <summary>What the model was made for: the racemate, or S-ketamine alone.</summary>
public enum Drug
{
    Ketamine,
    Esketamine,
}

/// <summary>Where the blood was drawn. It moves the peak more than patients differ from each other.</summary>
public enum SamplingSite
{
    Arterial,
    Venous,
}

/// <summary>How drug enters the body.</summary>
public enum DoseRoute
{
    Iv,
    Im,
    Nasal,
    Oral,
    Film,
    Sublingual,
}

/// <summary>How a parameter follows body weight, relative to 70 kg.</summary>
public enum Scaling
{
    None,
    Linear,
    Allometric,
}

/// <summary>What a parameter is, which decides its exponent under a scaling.</summary>
public enum ScalesAs
{
    Nothing,
    Volume,
    Clearance,
    RateConstant,
}

/// <summary>The groups for which a published model has its own parameters. Japanese counts as Asian too.</summary>
public enum Ancestry
{
    Asian,
    Japanese,
}

/// <summary>How we know a number.</summary>
public enum Trust
{
    /// <summary>Read in the paper, the label, or a source that quotes its table.</summary>
    Seen,

    /// <summary>Read in someone else's program: a copy can carry an error.</summary>
    Copied,

    /// <summary>Common knowledge.</summary>
    Known,

    /// <summary>Our own choice or calibration. Not published.</summary>
    Ours,
}
