using Mooring.Clinical.Vitals;
using Mooring.Devices.Hl7;

namespace Mooring.Devices.Readings;

/// <summary>What OBX-3 names, when number and name agree with the table.</summary>
/// <param name="Sign">The sign, or null when it is not filed.</param>
/// <param name="Mdc">The MDC code as sent.</param>
/// <param name="Loinc">The LOINC as sent, else null.</param>
/// <param name="Problem">Why there is no sign.</param>
/// <param name="IsDoubtful">It names one of our signs and contradicts itself; false when it simply is another observation.</param>
internal sealed record CodeMatch(DeviceSign? Sign, string? Mdc, string? Loinc, string? Problem, bool IsDoubtful = true)
{
    public static CodeMatch Of(Field field, DeviceCodeTable table)
    {
        var first = (Code: field[1], Name: field[2], System: field[3]);
        var second = (Code: field[4], Name: field[5], System: field[6]);
        DeviceSign? sign = null;
        string? mdc = null, loinc = null;
        foreach (var (code, name, system) in new[] { first, second })
        {
            if (Find(table, system, code) is not { } found)
                continue;
            if (!IsAgreed(found.Code, name, system))
                return new(null, mdc, loinc, $"Code {code} is not called '{name}' in the table.");
            if (sign is not null && sign.Sign != found.Sign.Sign)
                return new(null, mdc, loinc, $"The two codes name different signs, {sign.Sign.Name} and {found.Sign.Sign.Name}.");
            sign ??= found.Sign;
            mdc = found.Code.System == "MDC" ? code : mdc;
            loinc = found.Code.System == "LN" ? code : loinc;
        }

        return sign is null
            ? new(null, mdc, loinc, $"'{first.Code}^{first.Name}^{first.System}' is not among the signs filed here.", IsDoubtful: IsNameOfOurs(table, first.Name))
            : new(sign, mdc, loinc, null);
    }

    private static (DeviceSign Sign, DeviceCode Code)? Find(DeviceCodeTable table, string system, string code) => system switch
    {
        "MDC" => table.Find("MDC", code),
        "LN" or "LOINC" => table.Find("LN", code),

        // Plain senders leave the system out; the name must then agree.
        "" => table.Find("MDC", code) ?? table.Find("LN", code),
        _ => null,
    };

    // A LOINC carries a check digit and its names are free, so one without a name stands; an MDC number must be named.
    private static bool IsAgreed(DeviceCode code, string name, string system) =>
        code.IsNamed(name) || (name.Length == 0 && code.System == "LN" && system.Length > 0);

    private static bool IsNameOfOurs(DeviceCodeTable table, string name) =>
        name.Length > 0 && table.Signs.Any(sign => sign.Codes.Any(code => code.IsNamed(name)));
}
