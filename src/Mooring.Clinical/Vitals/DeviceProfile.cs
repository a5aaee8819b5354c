namespace Mooring.Clinical.Vitals;

public enum DeviceKind
{
    Monitor,
    Pump,
}

/// <summary>How a family of devices wants to be answered.</summary>
public enum AnswerHabit
{
    /// <summary>By what each message asks for in MSH-15 and MSH-16.</summary>
    AsAsked,

    /// <summary>With AA, AE or AR, whatever it asks for: it understands nothing else.</summary>
    Original,
}

/// <summary>What a time without a zone means.</summary>
public enum ZoneHabit
{
    /// <summary>It sends its zone; a time without one is the exception, and is said to be.</summary>
    Sent,

    /// <summary>It sends none and runs on the clinic's clock.</summary>
    Clinic,

    /// <summary>It sends none and means UTC.</summary>
    Utc,
}

/// <summary>By what a device is told from its neighbors.</summary>
public enum NameHabit
{
    /// <summary>Its EUI-64 or other universal id; the plain name when it has none.</summary>
    UniversalId,

    /// <summary>The plain name in OBX-18: the id beside it is the same for all of them.</summary>
    Label,

    /// <summary>The sending facility (MSH-4), where such devices write their serial number: MSH-3 is the same for all of them.</summary>
    Facility,
}

/// <summary>What becomes of a value that comes without a result status (OBX-11).</summary>
public enum StatusHabit
{
    /// <summary>It is kept apart.</summary>
    KeptApart,

    /// <summary>It is shown, and can not be charted by a tap.</summary>
    NotFinal,
}

/// <summary>One habit of a family, and what says so.</summary>
public sealed record Habit<T>
{
    public required T Is { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }
}

/// <summary>
/// How one family of devices writes: what it sends, what it means by it, and what it wants to hear. Read from
/// <c>content/devices/</c>; a device or a gateway is given a profile by a person, never by guessing.
/// </summary>
public sealed record DeviceProfile
{
    public required string Id { get; init; }

    public required int Version { get; init; }

    public required string Title { get; init; }

    public required DeviceKind Kind { get; init; }

    /// <summary>How such a sender calls itself in MSH-3, for a person to compare with.</summary>
    public required Habit<string> CallsItself { get; init; }

    /// <summary>The segments of a message, optional ones in brackets, repeated ones in braces.</summary>
    public required Habit<string> Segments { get; init; }

    public required Habit<IReadOnlyList<string>> CodeSystems { get; init; }

    public required Habit<AnswerHabit> Acknowledgement { get; init; }

    public required Habit<ZoneHabit> TimeZone { get; init; }

    /// <summary>How often it sends; a device page compares with it.</summary>
    public required Habit<TimeSpan> Interval { get; init; }

    public required Habit<NameHabit> DeviceName { get; init; }

    /// <summary>How it says, or does not say, whom it measures and where.</summary>
    public required Habit<string> Patient { get; init; }

    public required Habit<StatusHabit> WithoutStatus { get; init; }

    /// <summary>Codes of its own, or standard codes that only this family is trusted with.</summary>
    public IReadOnlyList<ProfileCode> Codes { get; init; } = [];

    /// <summary>Its own ways of writing a unit of the table.</summary>
    public IReadOnlyList<ProfileUnit> Units { get; init; } = [];

    /// <summary>Its own numbers for "no number", beside those of the table.</summary>
    public Habit<IReadOnlyList<double>>? Sentinels { get; init; }

    /// <summary>The message of our own making that the tests read by this profile.</summary>
    public required string Sample { get; init; }

    /// <summary>The table as this family is read by it.</summary>
    public DeviceCodeTable Applied(DeviceCodeTable table) => new(
        $"{table.Version}+{Id}@{Version}",
        [.. table.Signs, .. Codes.Select(code => code.Applied(table))],
        [.. table.Units.Select(unit => unit with { Spellings = [.. unit.Spellings, .. Units.Where(own => own.Unit == unit.Id).SelectMany(own => own.Spellings)] })],
        table.Qualifiers,
        [.. table.Sentinels, .. Sentinels?.Is ?? []],
        table.FutureAllowed);
}

/// <summary>A code that this family sends for a vital sign.</summary>
public sealed record ProfileCode
{
    /// <summary>As it stands in OBX-3, such as <c>99COMEN</c> or <c>MDC</c>.</summary>
    public required string System { get; init; }

    public required string Code { get; init; }

    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>The code of the vital sign.</summary>
    public required string Sign { get; init; }

    public required string Method { get; init; }

    /// <summary>Ids of units of the table.</summary>
    public required IReadOnlyList<string> Units { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }

    // What is plausible for a sign does not depend on who measured it.
    internal DeviceSign Applied(DeviceCodeTable table) =>
        table.Signs.First(sign => sign.Sign.Code == Sign) with { Method = Method, Codes = [new(System, Code, Names)], Units = Units };
}

/// <summary>How this family spells a unit of the table.</summary>
public sealed record ProfileUnit
{
    public required string Unit { get; init; }

    public required IReadOnlyList<string> Spellings { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }
}
