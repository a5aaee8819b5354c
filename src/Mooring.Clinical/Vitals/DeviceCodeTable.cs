using System.Collections.Frozen;

namespace Mooring.Clinical.Vitals;

/// <summary>
/// Which codes of which systems mean which vital sign, in which units, and what is plausible. It is reviewed content:
/// what is not in it is not filed.
/// </summary>
public sealed class DeviceCodeTable(
    string version,
    IReadOnlyList<DeviceSign> signs,
    IReadOnlyList<DeviceUnit> units,
    IReadOnlyList<ResultQualifier> qualifiers,
    IReadOnlyList<double> sentinels,
    TimeSpan futureAllowed)
{
    private readonly FrozenDictionary<string, (DeviceSign, DeviceCode)> byCode =
        signs.SelectMany(sign => sign.Codes.Select(code => (sign, code))).ToFrozenDictionary(one => Key(one.code.System, one.code.Code));

    private readonly FrozenDictionary<string, DeviceUnit> unitById = units.ToFrozenDictionary(unit => unit.Id);

    private readonly FrozenDictionary<string, ResultQualifier> byQualifier = qualifiers.ToFrozenDictionary(one => one.Code);

    public string Version { get; } = version;

    public IReadOnlyList<DeviceSign> Signs { get; } = signs;

    public IReadOnlyList<DeviceUnit> Units { get; } = units;

    /// <summary>The words of OBX-8 that change what a result is worth.</summary>
    public IReadOnlyList<ResultQualifier> Qualifiers { get; } = qualifiers;

    /// <summary>Numbers by which devices say that there is no number.</summary>
    public IReadOnlyList<double> Sentinels { get; } = sentinels;

    /// <summary>What a name beside a LOINC may say.</summary>
    public FreeNames Names { get; init; } = FreeNames.None;

    /// <summary>How far a device's clock may be ahead of ours before its value is flagged.</summary>
    public TimeSpan FutureAllowed { get; } = futureAllowed;

    /// <summary>The sign that a code of a system (<c>MDC</c>, <c>LN</c>) stands for, or null.</summary>
    public (DeviceSign Sign, DeviceCode Code)? Find(string system, string code) => byCode.TryGetValue(Key(system, code), out var found) ? found : null;

    public DeviceUnit? FindUnit(string id) => unitById.GetValueOrDefault(id);

    /// <summary>What OBX-8 says about a result, or null when it says nothing that changes its worth.</summary>
    public ResultQualifier? FindQualifier(string code) => byQualifier.GetValueOrDefault(code);

    private static string Key(string system, string code) => system + "|" + code;
}

/// <summary>One way of measuring a sign: heart rate from the ECG and from the pulse are two.</summary>
/// <param name="Sign">What is measured.</param>
/// <param name="Method">How: <c>ecg</c>, <c>pulse-oximeter</c>, <c>cuff</c>.</param>
/// <param name="Codes">All codes for it.</param>
/// <param name="Units">Ids of the units it may come in.</param>
/// <param name="Low">The lowest plausible value, in the sign's unit, inclusive.</param>
/// <param name="High">The highest plausible value, inclusive.</param>
public sealed record DeviceSign(VitalSign Sign, string Method, IReadOnlyList<DeviceCode> Codes, IReadOnlyList<string> Units, double Low, double High);

/// <summary>A code and the names under which the standard has known it.</summary>
/// <param name="System"><c>MDC</c> (ISO/IEEE 11073-10101), <c>LN</c> (LOINC) or <c>UCUM</c>.</param>
/// <param name="Code">As it is sent.</param>
/// <param name="Names">Reference names; compared without regard to case.</param>
public sealed record DeviceCode(string System, string Code, IReadOnlyList<string> Names)
{
    public bool IsNamed(string name) => Names.Contains(name.Trim(), StringComparer.OrdinalIgnoreCase);
}

/// <summary>A unit in which a value may come, and how it becomes ours: <c>value * Factor + Offset</c>.</summary>
/// <param name="Id">Our name for it.</param>
/// <param name="Codes">Its codes in MDC.</param>
/// <param name="Spellings">Its spellings in UCUM and in plain text; compared exactly.</param>
/// <param name="Factor">1 when it is the unit we keep.</param>
/// <param name="Offset">0 but for degrees Fahrenheit.</param>
public sealed record DeviceUnit(string Id, IReadOnlyList<DeviceCode> Codes, IReadOnlyList<string> Spellings, double Factor = 1, double Offset = 0)
{
    public bool IsOurs => Factor is 1 && Offset is 0;

    /// <summary>The value in the unit we keep; only a converted value is rounded, to what a monitor can show.</summary>
    public double Convert(double value) => IsOurs ? value : Math.Round(value * Factor + Offset, 2);
}

/// <summary>A word of OBX-8 that changes what a result is worth.</summary>
/// <param name="Code">INV, NAV, QUES, …</param>
/// <param name="Says">What it means.</param>
/// <param name="IsReading">False when there is no reading at all; true when there is one that is not final.</param>
public sealed record ResultQualifier(string Code, string Says, bool IsReading);
