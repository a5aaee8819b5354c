namespace Mooring.Clinical;

public enum Drug
{
    Racemic,
    Esketamine,
}
