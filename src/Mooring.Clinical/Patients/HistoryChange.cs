using Mooring.Clinical.Facts;

namespace Mooring.Clinical.Patients;

/// <summary>
/// One thing told, taken back or marked. Told again under the same name it replaces what was there, so sending a form
/// twice changes nothing.
/// </summary>
public abstract record HistoryChange(HistoryList List)
{
    /// <summary>What is told or taken back; null where no single thing is named.</summary>
    public virtual string? Name => null;

    /// <summary>The history after this change by this person.</summary>
    public History Apply(History before, Actor by, DateTimeOffset at)
    {
        var after = Change(before, by, at);
        return by.IsPatient ? Unconfirm(after) : Confirm(after);
    }

    protected abstract History Change(History before, Actor by, DateTimeOffset at);

    internal static string Key(HistoryList list, string name) => $"{list}:{name}";

    private protected static IReadOnlyList<T> Put<T>(IReadOnlyList<T> items, T item, Func<T, string> name) =>
        [.. items.Where(each => !Same(name(each), name(item))), item];

    private protected static IReadOnlyList<T> Without<T>(IReadOnlyList<T> items, string gone, Func<T, string> name) =>
        [.. items.Where(each => !Same(name(each), gone))];

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private History Unconfirm(History after) => after with
    {
        Reviewed = this is ReportedBesides ? after.Reviewed : [.. after.Reviewed.Where(mark => mark.List != List)],
        Unconfirmed = Name is { } name && this is not Removed
            ? [.. after.Unconfirmed.Where(key => !Same(key, Key(List, name))), Key(List, name)]
            : Forget(after.Unconfirmed),
    };

    private History Confirm(History after) => after with { Unconfirmed = Forget(after.Unconfirmed) };

    private IReadOnlyList<string> Forget(IReadOnlyList<string> keys) => this is ListReviewed
        ? [.. keys.Where(key => !key.StartsWith(Key(List, ""), StringComparison.Ordinal))]
        : Name is { } name ? [.. keys.Where(key => !Same(key, Key(List, name)))] : keys;
}

public sealed record ConditionReported(Condition Condition) : HistoryChange(HistoryList.Conditions)
{
    public override string? Name => Condition.Name;

    protected override History Change(History before, Actor by, DateTimeOffset at) =>
        before with { Conditions = Put(before.Conditions, Condition, each => each.Name) };
}

public sealed record MedicineReported(Medicine Medicine) : HistoryChange(HistoryList.Medicines)
{
    public override string? Name => Medicine.Name;

    protected override History Change(History before, Actor by, DateTimeOffset at) =>
        before with { Medicines = Put(before.Medicines, Medicine, each => each.Name) };
}

public sealed record AllergyReported(Allergy Allergy) : HistoryChange(HistoryList.Allergies)
{
    public override string? Name => Allergy.Name;

    protected override History Change(History before, Actor by, DateTimeOffset at) =>
        before with { Allergies = Put(before.Allergies, Allergy, each => each.Name) };
}

public sealed record TrialReported(TreatmentTrial Trial) : HistoryChange(HistoryList.Trials)
{
    public override string? Name => Trial.Drug;

    protected override History Change(History before, Actor by, DateTimeOffset at) =>
        before with { Trials = Put(before.Trials, Trial, each => each.Drug) };
}

public sealed record GoalReported(string Goal) : HistoryChange(HistoryList.Goals)
{
    public override string? Name => Goal;

    protected override History Change(History before, Actor by, DateTimeOffset at) =>
        before with { Goals = Put(before.Goals, Goal, each => each) };
}

/// <summary>Yes, no, or taken back to not answered.</summary>
public sealed record QuestionAnswered(string Question, bool? Is) : HistoryChange(HistoryList.Answers)
{
    public override string? Name => Question;

    protected override History Change(History before, Actor by, DateTimeOffset at)
    {
        var answers = before.Answers.Where(each => each.Key != Question).ToDictionary(StringComparer.Ordinal);
        if (Is is { } answer)
            answers[Question] = answer;
        return before with { Answers = answers };
    }
}

/// <summary>Taken off a list, by the name it stands there under.</summary>
public sealed record Removed(HistoryList List, string What) : HistoryChange(List)
{
    public override string? Name => What;

    protected override History Change(History before, Actor by, DateTimeOffset at) => List switch
    {
        HistoryList.Conditions => before with { Conditions = Without(before.Conditions, What, each => each.Name) },
        HistoryList.Medicines => before with { Medicines = Without(before.Medicines, What, each => each.Name) },
        HistoryList.Allergies => before with { Allergies = Without(before.Allergies, What, each => each.Name) },
        HistoryList.Trials => before with { Trials = Without(before.Trials, What, each => each.Drug) },
        HistoryList.Goals => before with { Goals = Without(before.Goals, What, each => each) },
        _ => before,
    };
}

/// <summary>Staff went through the whole list with the patient.</summary>
public sealed record ListReviewed(HistoryList List) : HistoryChange(List)
{
    protected override History Change(History before, Actor by, DateTimeOffset at) =>
        before with { Reviewed = [.. before.Reviewed.Where(mark => mark.List != List), new(List, by, at)] };
}
