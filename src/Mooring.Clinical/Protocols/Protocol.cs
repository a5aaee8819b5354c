using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Protocols;

public enum LabelStatus
{
    OnLabel,
    OffLabel,
}

/// <summary>
/// A template that a prescriber chooses: what is usual, what needs a reason, what is refused. It decides nothing by
/// itself. Read from <c>content/protocols</c>; a plan pins id, version and hash.
/// </summary>
public sealed record Protocol
{
    public required string Id { get; init; }

    public required int Version { get; init; }

    /// <summary>SHA-256 of the file that was read; set by the reader.</summary>
    public string Hash { get; init; } = "";

    public required string Name { get; init; }

    public required string Indication { get; init; }

    /// <summary>ICD-10-CM codes that usually carry the indication.</summary>
    public required IReadOnlyList<string> Icd10 { get; init; }

    public required Drug Drug { get; init; }

    /// <summary>How its sessions are given.</summary>
    public required DoseRoute Route { get; init; }

    /// <summary>Other routes that belong to it, such as a test injection before a course by mouth; screening counts them.</summary>
    public IReadOnlyList<DoseRoute> Also { get; init; } = [];

    /// <summary>The indication is treatment-resistant depression, so that screening asks for failed trials.</summary>
    public bool NeedsTreatmentResistance { get; init; }

    /// <summary>Substance use is what is treated, so that an active disorder alone is no stop.</summary>
    public bool TreatsSubstanceUse { get; init; }

    /// <summary>Why no session of it is planned or opened in this product; null when it is run here.</summary>
    public Claim? NotRunHere { get; init; }

    /// <summary>Why it holds outside the United States only; null when it holds there as well.</summary>
    public Claim? NotInUnitedStates { get; init; }

    /// <summary>What must be in place beside the screening, such as a mood stabilizer; shown wherever it is chosen.</summary>
    public IReadOnlyList<Claim> Requires { get; init; } = [];

    public required LabelStatus Label { get; init; }

    public required Evidence Evidence { get; init; }

    /// <summary>How the dose may be written; the first way is the usual one.</summary>
    public required IReadOnlyList<DoseTerms> Dose { get; init; }

    public required IReadOnlyList<DoseLimit> Limits { get; init; }

    /// <summary>How often the dose may be raised, and when; shown beside the dose, never applied by itself.</summary>
    public required IReadOnlyList<Claim> Titration { get; init; }

    /// <summary>Infusion minutes that the template starts from; absent where nothing is infused.</summary>
    public Quantity? Infusion { get; init; }

    public required StayTimes Stay { get; init; }

    /// <summary>Phases in order: the first is an induction.</summary>
    public required IReadOnlyList<CoursePhase> Course { get; init; }

    public CourseLimit? CourseLimit { get; init; }

    /// <summary>Null where no maintenance is defined; more sessions are then a new course.</summary>
    public MaintenanceInterval? MaintenanceInterval { get; init; }

    public required IReadOnlyList<Claim> Maintenance { get; init; }

    public required IReadOnlyList<Checkpoint> Checkpoints { get; init; }

    public required IReadOnlyList<VisitTerms> Visits { get; init; }

    /// <summary>The therapy around the sessions; null when the drug is given without a structure of its own.</summary>
    public TherapyTerms? Therapy { get; init; }

    /// <summary>What the person is asked to do before a session by this route.</summary>
    public required IReadOnlyList<Claim> Preparation { get; init; }

    /// <summary>What holds after the patient has gone home.</summary>
    public required IReadOnlyList<Claim> AfterCare { get; init; }

    /// <summary>The instrument that decides response, then those beside it.</summary>
    public required IReadOnlyList<string> Instruments { get; init; }

    /// <summary>The id of the monitoring pack: due times, limits, discharge.</summary>
    public required string Monitoring { get; init; }

    /// <summary>Parameter sets that may draw the predicted concentration; the first is shown unless another is chosen.</summary>
    public required IReadOnlyList<string> Kinetics { get; init; }

    /// <summary>The id of the consent form; drug, route and label decide which of its sentences hold.</summary>
    public required string Consent { get; init; }

    /// <summary>What of it matters to screening.</summary>
    public ProtocolScope Scope => new()
    {
        Id = Id,
        Drug = Drug,
        Routes = [Route, .. Also],
        TreatsSubstanceUse = TreatsSubstanceUse,
        NeedsTreatmentResistance = NeedsTreatmentResistance,
        TreatsBipolar = IsFor("F31"),
        TreatsUnipolar = !IsFor("F31") && (IsFor("F32") || IsFor("F33")),
        CourseLimit = CourseLimit,
    };

    private bool IsFor(string category) => Icd10.Any(code => code.StartsWith(category, StringComparison.Ordinal));

    /// <summary>The terms for a dose in this unit; devices may be counted or given in mg. Null when it is not dosed that way.</summary>
    public DoseTerms? TermsFor(string unit) => Dose.FirstOrDefault(terms =>
        terms.Unit == unit || (terms.Basis == DoseBasis.Devices && unit is "devices" or "device" && terms.Device is not null));
}

/// <summary>A sentence with what it rests on.</summary>
public sealed record Claim
{
    public required string Says { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }
}

/// <summary>What is known for and against; both sides are always shown together.</summary>
public sealed record Evidence
{
    /// <summary>A, B, C or N as in the library's guide.</summary>
    public required string Grade { get; init; }

    public required string GradeSays { get; init; }

    public required IReadOnlyList<Claim> For { get; init; }

    public required IReadOnlyList<Claim> Against { get; init; }
}
