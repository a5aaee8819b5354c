using Mooring.Clinical.Facts;

namespace Mooring.Clinical.Patients;

/// <summary>The lists a history is taken in.</summary>
public enum HistoryList
{
    Conditions,
    Medicines,
    Allergies,
    Trials,
    Answers,
    Goals,
    Background,
}

/// <summary>Somebody went through a list as a whole.</summary>
public sealed record ListMark(HistoryList List, Actor By, DateTimeOffset At);

/// <summary>A step of the patient's own walk that is finished, so that they can stop and go on later.</summary>
public sealed record ReportedStep(string Step, DateTimeOffset At);

/// <summary>The patient signed that nothing was left out.</summary>
public sealed record CompletenessStatement(string Signature, DateTimeOffset At);

/// <summary>
/// What is known of a person's past. What the patient tells counts at once as far as it names something, but a list
/// is reviewed only once staff went through it after the patient's last word.
/// </summary>
public sealed record History
{
    /// <summary>The text on getting ready that the patient confirms to have read, by its id in <c>content/education</c>.</summary>
    public const string Preparation = "prepare";

    /// <summary>The step under which that is kept.</summary>
    public const string PreparationRead = "read-prepare";

    public IReadOnlyList<Condition> Conditions { get; init; } = [];

    public IReadOnlyList<Medicine> Medicines { get; init; } = [];

    public IReadOnlyList<Allergy> Allergies { get; init; } = [];

    public IReadOnlyList<TreatmentTrial> Trials { get; init; } = [];

    public IReadOnlyList<string> Goals { get; init; } = [];

    /// <summary>Yes or no to a named question; a question that is not here was not answered.</summary>
    public IReadOnlyDictionary<string, bool> Answers { get; init; } = new Dictionary<string, bool>(StringComparer.Ordinal);

    /// <summary>Family, social, surgical and anesthesia history, in words; a part that is not here was not asked.</summary>
    public IReadOnlyDictionary<BackgroundPart, string> Background { get; init; } = new Dictionary<BackgroundPart, string>();

    /// <summary>The newest review of each list by staff. A change by the patient takes it away.</summary>
    public IReadOnlyList<ListMark> Reviewed { get; init; } = [];

    public IReadOnlyList<ReportedStep> Told { get; init; } = [];

    /// <summary>What the patient told and nobody confirmed yet, as <c>Medicines:lorazepam</c>; only this may they take back.</summary>
    public IReadOnlyList<string> Unconfirmed { get; init; } = [];

    /// <summary>Questions that the patient ticked to be spoken of before consent, by their ids in <c>content/history.yaml</c>.</summary>
    public IReadOnlyList<string> WantsToAsk { get; init; } = [];

    public CompletenessStatement? Statement { get; init; }

    /// <summary>Begun by the patient and not finished: a history counts as told when it is signed, not before.</summary>
    public bool IsBeingTold => Told.Any(told => told.Step != PreparationRead) && Statement is null;

    public ListMark? ReviewOf(HistoryList list) => Reviewed.FirstOrDefault(mark => mark.List == list);

    public bool IsUnconfirmed(HistoryList list, string name) => Unconfirmed.Contains(HistoryChange.Key(list, name), StringComparer.OrdinalIgnoreCase);

    public bool HasTold(string step) => Told.Any(told => told.Step == step);

    /// <summary>When the patient confirmed to have read how to get ready for a plan signed at this time; null when they did not.</summary>
    public DateTimeOffset? PreparationReadAt(DateTimeOffset planSignedAt) =>
        Told.FirstOrDefault(told => told.Step == PreparationRead && told.At >= planSignedAt)?.At;

    /// <summary>The lists as screening wants them; what nobody reviewed stays unknown where it is silent.</summary>
    public PatientFacts AsFacts() => new()
    {
        Conditions = new(IsReviewed(HistoryList.Conditions), Conditions),
        Medicines = new(IsReviewed(HistoryList.Medicines), Medicines),
        Allergies = new(IsReviewed(HistoryList.Allergies), Allergies),
        Trials = new(IsReviewed(HistoryList.Trials), Trials),
        Answers = Answers,
    };

    private bool IsReviewed(HistoryList list) => ReviewOf(list) is not null;
}
