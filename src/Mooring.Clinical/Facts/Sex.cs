namespace Mooring.Clinical.Facts;

/// <summary>Sex as recorded for dosing and screening arithmetic, not gender identity.</summary>
public enum Sex
{
    Unknown,
    Female,
    Male,
    Other,
}
