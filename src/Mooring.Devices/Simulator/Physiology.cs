namespace Mooring.Devices.Simulator;

/// <summary>
/// A believable patient, made up: a function of time and seed, so that the same run can be had again. Shapes only;
/// nothing clinical may be read from it.
/// </summary>
/// <param name="scenario">What happens besides the usual course.</param>
/// <param name="seed">Which patient, and which noise.</param>
/// <param name="doseAt">When dosing began, counted from the start of the simulation; negative for a session under way.</param>
public sealed class Physiology(Scenario scenario, int seed, TimeSpan doseAt)
{
    // The pressor effect of a ketamine infusion is greatest near its end, at 30 to 40 min.
    private const double PeakMinute = 35;

    /// <summary>The signs at a time since the start.</summary>
    public SimulatedSigns At(TimeSpan elapsed)
    {
        var effect = Effect((elapsed - doseAt).TotalMinutes);
        var surge = scenario == Scenario.HypertensiveSurge ? Bell(elapsed.TotalSeconds, 180, 80) : 0;
        var fall = scenario == Scenario.Desaturation ? Bell(elapsed.TotalSeconds, 90, 30) : 0;
        var isOff = scenario == Scenario.SensorOff && elapsed.TotalSeconds is >= 30 and < 90;

        var heart = Own(1, 64, 80) + 10 * effect + 8 * surge + 6 * fall + Wander(2, elapsed, 3);
        var breath = Own(3, 12, 16) + 1.5 * effect - 5 * fall + Wander(4, elapsed, 1);
        var oxygen = Math.Min(100, 97.5 - 10 * fall + Wander(5, elapsed, 0.9));
        var systolic = Own(6, 112, 130) + 15 * effect + 45 * surge + Wander(7, elapsed, 4);
        var diastolic = Own(8, 68, 80) + 10 * effect + 25 * surge + Wander(9, elapsed, 3);
        return new(
            Math.Round(heart),
            isOff ? null : Math.Round(oxygen),
            isOff ? null : Math.Round(heart + Wander(10, elapsed, 1)),
            Math.Round(breath),
            Math.Round(Own(11, 35, 39) + 6 * fall + Wander(12, elapsed, 1.2)),
            Math.Round(Own(13, 36.4, 36.9) + Wander(14, elapsed, 0.1), 1),
            Math.Round(systolic),
            Math.Round(diastolic));
    }

    private static double Effect(double minutes) => minutes <= 0 ? 0 : minutes / PeakMinute * Math.Exp(1 - minutes / PeakMinute);

    private static double Bell(double at, double middle, double width) => Math.Exp(-Math.Pow((at - middle) / width, 2));

    private double Own(int what, double low, double high) => low + (high - low) * Chance(what, 0);

    /// <summary>Slow waves of different length, and a little jitter each second; never more than the extent.</summary>
    private double Wander(int what, TimeSpan elapsed, double extent)
    {
        var t = elapsed.TotalSeconds;
        var waves = Math.Sin(t / 97 + 6.28 * Chance(what, 1)) + 0.6 * Math.Sin(t / 31 + 6.28 * Chance(what, 2)) + 0.3 * Math.Sin(t / 11 + 6.28 * Chance(what, 3));
        return extent * (waves / 1.9 * 0.8 + 0.2 * (2 * Chance(what, 10 + (int)(long)t) - 1));
    }

    /// <summary>A number from 0 to 1 that belongs to seed, sign and moment (an integer hash after Wellons).</summary>
    private double Chance(int what, int moment)
    {
        unchecked
        {
            var x = ((uint)seed * 0x9E3779B9u) ^ ((uint)what * 0x85EBCA6Bu) ^ ((uint)moment * 0xC2B2AE35u);
            x = (x ^ (x >> 16)) * 0x7FEB352Du;
            x = (x ^ (x >> 15)) * 0x846CA68Bu;
            return ((x ^ (x >> 16)) & 0xFFFFFF) / (double)0x1000000;
        }
    }
}
