using System.Text;

namespace Mooring.Devices.Simulator;

/// <summary>Spoils one line of a message in a way that has been seen from real monitors, one way after another.</summary>
public static class VendorDirt
{
    private const string Oxygen = "|150456^MDC_PULS_OXIM_SAT_O2^MDC|";
    private const string Breathing = "|151562^MDC_RESP_RATE^MDC|";
    private const string Warmth = "|150344^MDC_TEMP^MDC|";
    private const string Carbon = "|151708^MDC_CONC_AWAY_CO2_ET^MDC|";

    private static readonly (string Line, Func<string[], string[]> Spoil)[] Ways =
    [
        // Numbers that stand for "no number".
        (Oxygen, fields => With(fields, 5, "-100")),
        (Breathing, fields => With(fields, 5, "32767")),
        // Words where a number should be.
        (Carbon, fields => With(fields, 5, "---")),
        // The number is right, its unit is another sign's.
        (Oxygen, fields => With(fields, 6, "266016^MDC_DIM_MMHG^MDC")),
        // The code of one sign under the name of another.
        (Breathing, fields => With(fields, 3, "151562^MDC_ECG_HEART_RATE^MDC")),
        // A code of the maker's own.
        (Carbon, fields => With(fields, 3, "0002-4bb8^EtCO2^99VENDOR")),
        (Warmth, fields => With(fields, 5, fields[5].Replace('.', ','))),
        // A probe in the air.
        (Oxygen, fields => With(With(fields, 5, "0"), 8, "OFF")),
    ];

    /// <summary>How many ways there are before they begin again.</summary>
    public static int Count => Ways.Length;

    /// <summary>The n-th message, spoiled in the n-th way.</summary>
    public static byte[] Spoil(byte[] message, long n)
    {
        var (name, spoil) = Ways[(int)(n % Ways.Length)];
        var lines = Encoding.UTF8.GetString(message).Split('\r');
        var at = Array.FindIndex(lines, line => line.Contains(name, StringComparison.Ordinal));
        lines[at] = string.Join('|', spoil(lines[at].Split('|')));
        return Encoding.UTF8.GetBytes(string.Join('\r', lines));
    }

    /// <summary>A cuff that swapped its numbers.</summary>
    public static CuffReading UpsideDown(CuffReading cuff) => cuff with { Systolic = cuff.Diastolic, Diastolic = cuff.Systolic };

    private static string[] With(string[] fields, int at, string value)
    {
        string[] longer = [.. fields, .. Enumerable.Repeat("", Math.Max(0, at + 1 - fields.Length))];
        longer[at] = value;
        return longer;
    }
}
