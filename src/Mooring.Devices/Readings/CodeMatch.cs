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
    /// <summary>A code of neither system, with its own: <c>99VENDOR:HR</c>.</summary>
    public string? Own { get; init; }

    public static CodeMatch Of(Field field, Field unit, ReadingTerms terms) =>
        terms.Find(field.Raw, unit.Raw) is { } mapping ? Mapped(field, mapping, terms.Table) : Of(field, terms.Table);

    // What a person has mapped is what they say it is, in the one unit they named.
    private static CodeMatch Mapped(Field field, CodeMapping mapping, DeviceCodeTable table)
    {
        var like = table.Signs.FirstOrDefault(sign => sign.Sign.Code == mapping.Sign && sign.Method == mapping.Method) ?? table.Signs.First(sign => sign.Sign.Code == mapping.Sign);
        var sign = like with { Method = mapping.Method, Units = [mapping.UnitId] };
        return new(sign, field[3] == "MDC" ? field[1] : null, field[3] is "LN" or "LOINC" ? field[1] : null, null)
        {
            Own = field[3] is "MDC" or "LN" or "LOINC" ? null : $"{field[3]}:{field[1]}",
        };
    }

    private static CodeMatch Of(Field field, DeviceCodeTable table)
    {
        var first = (Code: field[1], Name: field[2], System: field[3]);
        var second = (Code: field[4], Name: field[5], System: field[6]);
        DeviceSign? sign = null;
        string? mdc = null, loinc = null, own = null;
        foreach (var (code, name, system) in new[] { first, second })
        {
            if (Find(table, system, code) is not { } found)
                continue;
            if (!IsAgreed(found.Code, name, system) && !IsFree(found, name, system, table))
                return new(null, mdc, loinc, $"Code {code} is not called '{name}' in the table.");
            if (sign is not null && sign.Sign != found.Sign.Sign)
                return new(null, mdc, loinc, $"The two codes name different signs, {sign.Sign.Name} and {found.Sign.Sign.Name}.");
            sign ??= found.Sign;
            mdc = found.Code.System == "MDC" ? code : mdc;
            loinc = found.Code.System == "LN" ? code : loinc;
            own = found.Code.System is "MDC" or "LN" ? own : $"{found.Code.System}:{code}";
        }

        return sign is null
            ? new(null, mdc, loinc, $"'{first.Code}^{first.Name}^{first.System}' is not among the signs filed here.", IsDoubtful: IsNameOfOurs(table, first.Name))
            : new(sign, mdc, loinc, null) { Own = mdc is null && loinc is null ? own : null };
    }

    private static (DeviceSign Sign, DeviceCode Code)? Find(DeviceCodeTable table, string system, string code) => system switch
    {
        "MDC" => table.Find("MDC", code),
        "LN" or "LOINC" => table.Find("LN", code),

        // Plain senders leave the system out; the name must then agree.
        "" => table.Find("MDC", code) ?? table.Find("LN", code),
        // A maker's own codes are known only where its profile names them.
        _ => table.Find(system, code),
    };

    // A LOINC carries a check digit and its names are free, so one without a name stands; an MDC number must be named.
    private static bool IsAgreed(DeviceCode code, string name, string system) =>
        code.IsNamed(name) || (name.Length == 0 && code.System == "LN" && system.Length > 0);

    // A LOINC names its observation by itself; what stands beside it is for people to read.
    private static bool IsFree((DeviceSign Sign, DeviceCode Code) found, string name, string system, DeviceCodeTable table) =>
        found.Code.System == "LN" && system.Length > 0 && !table.Names.Contradict(name, found.Sign.Sign);

    private static bool IsNameOfOurs(DeviceCodeTable table, string name) =>
        name.Length > 0 && table.Signs.Any(sign => sign.Codes.Any(code => code.IsNamed(name)));
}
