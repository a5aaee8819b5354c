using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;

namespace Mooring.Clinical;

/// <summary>
/// How long a text may be that comes from outside, by the name of its property or field; one table for rows, commands, forms
/// and files. What is longer is refused with its name and its limit, never cut. The lengths are of a technical kind: they
/// leave room for whatever people write, and none for what fills a chart.
/// </summary>
public static class TextLimits
{
    /// <summary>A code, a number, a date or a choice.</summary>
    public const int Code = 200;

    /// <summary>A name, or a secret that stands for one.</summary>
    public const int Name = 200;

    public const int Line = 500;

    /// <summary>What somebody says in some sentences.</summary>
    public const int Text = 4_000;

    /// <summary>A note of several pages.</summary>
    public const int Long = 20_000;

    /// <summary>What the house writes itself out of what it took, such as a raw message or a row as it was.</summary>
    public const int Whole = 4_000_000;

    private const string Codes = """
        After AtDesk Expires NameHash NewPin SignedInBeforeFrom SignedInFrom
        Act Action AdherencePercent NormalizedUserName NormalizedEmail PasswordHash SecurityStamp ConcurrencyStamp PhoneNumber MoreRoles AlarmId Assay At Attempts Band Base BodyHash Card Choice Chosen Code ControlId Day Days Do Dose
        DosePerDay DoseUnit Drawn Drug Earlier EmergencyPhone EscortPhone Expected File Fingerprint Flow FormHash FormId FormLanguage From
        Gauge Goal Grade GroupNumber Hash HeardFrom HolderIs ImprovementPercent InCurrentEpisode Inactivation Instrument InstrumentHash
        Item KeptAt Kind Language Letter Level Loinc Lot Mdc Measure MeasuredAt Medicine MemberId Method Milligrams Milliliters Minutes
        Monitoring Month Mood Number Occasion Of OneDiastolic OneRate OneSystolic Opened OrderedAt Part PharmacyBin PharmacyPcn Phase Phone
        Pick PostalCode Priority Profile Pronoun Protocol ProtocolId PumpConcentration PumpRate PumpVolume Rate Reading Release
        RestDiastolic RestRate RestSystolic Route Section SentAt Session Sessions Sign SignIn Site Sleep State Status Step Stock Strength
        SubId Switch Tap Template ThreeDiastolic ThreeRate ThreeSystolic Through Time TimeZone Total Type Unit UnitId Until Value Version
        Vial Visit Visits Was Weeks Weight WeightAgain Year Zone
        """;

    private const string Names = """
        AskedBy DecidedBy MadeBy Old PersonName Pin ReaderName Signed StaffName
        Clinic ClaimType ClaimValue Counts LoginProvider ProviderKey ProviderDisplayName
        ActorName Again ArchivedBy As Bag By Called City Company Complete Consent ContactAt ContactBy Deputy DeputyName Device Diluent
        DoneBy Email EmergencyName EmergencyRelationship EndedBy EscortName EscortRelationship FamilyName FiledBy ForRoles FullName
        GivenName GoesTo Group Holder Id Interpreter Key Label Listed MappedBy Name OrderedBy OtherPronoun OwnerName Password PatientName
        Payer PlanName Prescriber PutOffBy Relationship RevokedBy Ride Room Scope Secret Signature SoughtAs Street Subject SubjectId
        SupervisorName TiedBy To Token Training UserName
        """;

    private const string Lines = """
        Account DeviceName Door Issuer Link OutsideSubject PinHash Recipient Roles SentTo
        Asked Back Chair Event First For Form Frequency Hold Icon InCareOf Indication LevelOfCare Mode Model Path Place Resume Stands
        Suggest TakeOver Term Title Within
        """;

    private const string Texts = """
        HoldBecause LongerBecause Purpose RevokedHow Sealed
        About Address Allergies Along AlsoTold Answer ArchivedBecause Assessment Because Change ClosedBecause Conditions Coping Decided
        Described Detail Done Doubt EndedBecause How Kept LastError Limits Medicines MovedBecause Named NoLonger Note Other Outcome
        OverPlan Override OverrideReason Parked PeopleToTell Professionals PutOffReason Reach Reaction Reason Reasons Reply RevokedBecause
        SaferSurroundings Said Says SideEffects Source Statement StaysWith TimeDoubt Told TransferredTo UndoneBecause Verbatim WarningSigns
        What WhatHappened Why WhyDosing WhyNone WithdrawnBecause Words
        """;

    private const string Longs = """
        Credential Notice
        Elsewhere Head Heading Here Hint Options Shown Text
        """;

    private const string Wholes = """
        Before HistoryAfter HistoryBefore Raw
        """;

    // Where a row says more, or something else, than others with a property of that name.
    private static readonly FrozenDictionary<string, int> Apart = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
    {
        // A secret of an app, or recovery codes, sealed.
        ["IdentityUserToken`1.Value"] = Text,
        ["ArchivedContentRow.Text"] = Whole,
        ["AuditRow.Shown"] = Whole,
        ["ReadingLayoutRow.Text"] = Whole,
        ["ImportedRow.Said"] = Whole,
        ["ImportedRow.Kept"] = Whole,
        ["AuditRow.SubjectId"] = Text,
        ["CodeMappingRow.Scope"] = Line,
        ["PatientRow.SoughtAs"] = Text,
        ["PersonKeyRow.Key"] = Text,
        ["ResolutionRow.Key"] = Text,
        ["CertificateRow.Subject"] = Text,
        ["TaskRow.ForRoles"] = Line,
        ["JobRow.Id"] = Line,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int> Table =
        new[] { (Codes, Code), (Names, Name), (Lines, Line), (Texts, Text), (Longs, Long), (Wholes, Whole) }
            .SelectMany(kind => kind.Item1.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(name => (name, most: kind.Item2)))
            .ToFrozenDictionary(one => one.name, one => one.most, StringComparer.OrdinalIgnoreCase);

    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Read = new();

    /// <summary>The most characters of a property; null when the table has no line for it.</summary>
    /// <param name="type">The name of its type.</param>
    public static int? Find(string type, string property) => Apart.TryGetValue($"{type}.{property}", out var own) ? own : Table.TryGetValue(property, out var most) ? most : null;

    /// <summary>The most characters of a field of a form, such as <c>Form.GivenName</c> or <c>Form.Answers[3]</c>.</summary>
    public static int OfField(string field) => Find("", Last(field)) ?? Long;

    /// <summary>Its characters as a person counts them: the end of a line is one, however it is sent.</summary>
    public static int Count(string? text) => text is null ? 0 : text.Length - text.AsSpan().Count("\r\n");

    /// <summary>LIM201 for what is too long; null when it is not.</summary>
    /// <param name="called">The field in words.</param>
    /// <param name="at">Where it stands in the form.</param>
    public static Refusal? Against(string? text, int most, string called, string? at) => text is null || text.Length <= most || Count(text) is var count && count <= most
        ? null
        : new("LIM201", string.Create(CultureInfo.InvariantCulture, $"What stands in “{called}” is too long: {count:N0} characters, and {most:N0} at most are taken. Nothing was kept, and nothing was cut off."), at);

    /// <summary>Everything in a command, and in what it holds, that is too long.</summary>
    public static IReadOnlyList<Refusal> Against(object? command) => [.. In(command, 0)];

    /// <summary>A property in words: <c>GivenName</c> is the given name.</summary>
    public static string InWords(string field) => string.Concat(Last(field).Select((letter, at) => !char.IsUpper(letter) ? $"{letter}" : at == 0 ? $"{char.ToLowerInvariant(letter)}" : $" {char.ToLowerInvariant(letter)}"));

    private static string Last(string field)
    {
        var named = field.AsSpan();
        if (named.IndexOf('[') is > 0 and var bracket && named[bracket..].IndexOf('.') < 0)
            named = named[..bracket];
        named = named[(named.LastIndexOf('.') + 1)..];
        return named.IndexOf('[') is > 0 and var inner ? named[..inner].ToString() : named.ToString();
    }

    private static IEnumerable<Refusal> In(object? value, int depth)
    {
        const int Deepest = 8;
        if (value is null or string || depth > Deepest || value.GetType() is { IsPrimitive: true } or { IsEnum: true })
            return [];
        if (value is IEnumerable many)
            return many.Cast<object?>().SelectMany(one => In(one, depth + 1));
        var type = value.GetType();
        if (type.Namespace?.StartsWith("Mooring", StringComparison.Ordinal) != true)
            return [];
        return Read.GetOrAdd(type, static type => [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0 && property.CanWrite)])
            .SelectMany(property => property.GetValue(value) is string text
                ? new[] { Against(text, Find(type.Name, property.Name) ?? Text, InWords(property.Name), char.ToLowerInvariant(property.Name[0]) + property.Name[1..]) }.OfType<Refusal>()
                : In(property.GetValue(value), depth + 1));
    }
}

/// <summary>A row was about to be kept with a text that is too long; nothing was kept.</summary>
public sealed class TextTooLongException(Refusal refusal) : Exception(refusal?.Says)
{
    public Refusal Refusal => refusal;
}
