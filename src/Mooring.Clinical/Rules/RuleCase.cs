using Mooring.Clinical.Facts;
using Mooring.Clinical.Protocols;
using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Rules;

/// <summary>A worked case that lives with its rule: what is known, and what the rule must find.</summary>
public sealed record RuleCase
{
    public required string Case { get; init; }

    public required GivenFacts Given { get; init; }

    public required Finding Expect { get; init; }

    /// <summary>The grade that must speak, where the rule has several.</summary>
    public Level? At { get; init; }

    public Drug Drug { get; init; }

    public DoseRoute Route { get; init; }

    public bool TreatsSubstanceUse { get; init; }

    public bool NeedsTreatmentResistance { get; init; }

    public bool TreatsBipolar { get; init; }

    public bool TreatsUnipolar { get; init; }

    /// <summary>Where a course of the protocol ends, where the rule asks.</summary>
    public int? CourseSessions { get; init; }

    public Quantity? CourseLength { get; init; }

    /// <summary>Which protocol, where the rule asks.</summary>
    public string ProtocolId { get; init; } = "case";

    /// <summary>Cases are worked on one fixed day, so that their ages never change.</summary>
    public static DateTimeOffset On { get; } = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    public ProtocolScope Protocol => new()
    {
        Id = ProtocolId,
        Drug = Drug,
        Routes = [Route],
        TreatsSubstanceUse = TreatsSubstanceUse,
        NeedsTreatmentResistance = NeedsTreatmentResistance,
        TreatsBipolar = TreatsBipolar,
        TreatsUnipolar = TreatsUnipolar,
        CourseLimit = CourseSessions is { } sessions ? new() { Sessions = sessions, Length = CourseLength, Because = [] } : null,
    };
}

/// <summary>A condition of a case: an ICD-10-CM code or, where there is none, a name; and how it stands.</summary>
public sealed record GivenCondition
{
    public string? Code { get; init; }

    public string? Snomed { get; init; }

    public string? Name { get; init; }

    public ConditionStatus Status { get; init; }

    public TimeSpan? BeganAgo { get; init; }

    public TimeSpan? RemissionAgo { get; init; }
}

/// <summary>A medicine of a case: its name alone, or with what else is known of it.</summary>
public sealed record GivenMedicine
{
    public string? Name { get; init; }

    public string? Rxnorm { get; init; }

    public TimeSpan? ChangedAgo { get; init; }

    public TimeSpan? StoppedAgo { get; init; }

    public bool Taken { get; init; } = true;
}

/// <summary>Sessions of a case, the last of them so long ago.</summary>
public sealed record GivenDose
{
    public Drug Drug { get; init; }

    public required TimeSpan Ago { get; init; }

    public string Protocol { get; init; } = "case";

    public int Times { get; init; } = 1;

    public TimeSpan Every { get; init; } = TimeSpan.FromDays(3);
}

/// <summary>What a case knows. A list that is not given was never reviewed; an empty one was, and nothing was found.</summary>
public sealed record GivenFacts
{
    public Quantity? Age { get; init; }

    public Sex Sex { get; init; }

    public IReadOnlyList<GivenCondition>? Conditions { get; init; }

    public IReadOnlyList<GivenMedicine>? Medicines { get; init; }

    public TimeSpan? MedicinesChangedAgo { get; init; }

    public IReadOnlyList<string>? Allergies { get; init; }

    /// <summary>Measures by name, taken <see cref="MeasuredAgo"/> before.</summary>
    public IReadOnlyDictionary<string, Quantity> Measured { get; init; } = new Dictionary<string, Quantity>();

    public TimeSpan MeasuredAgo { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long ago those were taken that were not taken <see cref="MeasuredAgo"/>.</summary>
    public IReadOnlyDictionary<string, TimeSpan> TakenAgo { get; init; } = new Dictionary<string, TimeSpan>();

    public IReadOnlyDictionary<string, string> Bands { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, bool> Answers { get; init; } = new Dictionary<string, bool>();

    public Finding TreatmentResistant { get; init; }

    public IReadOnlyList<GivenDose> Doses { get; init; } = [];

    /// <summary>The same, as the facts of a patient on the day of the cases.</summary>
    public PatientFacts ToFacts(Vocabulary words)
    {
        var on = RuleCase.On;
        var today = DateOnly.FromDateTime(on.UtcDateTime);
        var changed = Ago(MedicinesChangedAgo);
        var measured = Measured.Select(pair => (Measure: words.Measures[pair.Key], pair.Value)).ToList();
        return new()
        {
            BornOn = Age is { } age ? today.AddYears(-(int)age.Value) : null,
            Sex = Sex,
            Conditions = Listed(Conditions, given => new Condition(given.Name ?? given.Code ?? given.Snomed ?? "", given.Code, given.Snomed, given.Status,
                Ago(given.BeganAgo), Ago(given.RemissionAgo))),
            Medicines = Listed(Medicines, given => new Medicine(given.Name ?? given.Rxnorm ?? "", given.Rxnorm,
                given.Taken && given.StoppedAgo is null, Ago(given.ChangedAgo) ?? changed, Ago(given.StoppedAgo))),
            Allergies = Listed(Allergies, name => new Allergy(name, null)),
            Observations = [.. measured.Where(pair => pair.Measure.From == MeasureFrom.Observation)
                .Select(pair => new Observation(pair.Measure.Code!, pair.Value, on - TakenAgo.GetValueOrDefault(pair.Measure.Id, MeasuredAgo)))],
            Scores = [.. measured.Where(pair => pair.Measure.From == MeasureFrom.Score)
                .Select(pair => new ScoredSheet(pair.Measure.Code!, pair.Value.Value, null, on - MeasuredAgo)),
                .. Bands.Select(pair => new ScoredSheet(pair.Key, null, pair.Value, on - MeasuredAgo))],
            Answers = Answers,
            Doses = [.. from given in Doses from at in Enumerable.Range(0, given.Times) select new EarlierDose(given.Drug, RuleCase.On - given.Ago - (at * given.Every), given.Protocol)],
            TreatmentResistant = TreatmentResistant,
        };

        DateOnly? Ago(TimeSpan? span) => span is { } ago ? today.AddDays(-(int)ago.TotalDays) : null;
    }

    private static FactList<TFact> Listed<TGiven, TFact>(IReadOnlyList<TGiven>? given, Func<TGiven, TFact> fact) =>
        given is null ? FactList<TFact>.NeverReviewed : FactList<TFact>.Reviewed([.. given.Select(fact)]);
}
