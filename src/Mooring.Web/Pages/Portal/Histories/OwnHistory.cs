using Mooring.Clinical;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Patients;
using Mooring.Content.Library;
using Mooring.Web.Components;

namespace Mooring.Web.Pages.Portal.Histories;

/// <summary>What a patient sends from one page of their history, and the changes it asks for.</summary>
public sealed class OwnHistory
{
    /// <summary>On a box that says that none of the others fits.</summary>
    public const string None = "none";

    private const string TakeOff = "remove:";

    /// <summary>next, add, or remove: and a name.</summary>
    public string? Do { get; set; }

    public string? Name { get; set; }

    public string? Phone { get; set; }

    public string? Dose { get; set; }

    public string? Weeks { get; set; }

    public bool Stopped { get; set; }

    /// <summary>The patient ticked that nothing was left out.</summary>
    public bool IsComplete { get; set; }

    /// <summary>yes, no or unknown.</summary>
    public string? Answer { get; set; }

    /// <summary>Whether the next page comes, rather than this one again with one thing more.</summary>
    public bool GoesOn => Do is null or "next";

    public Escort? Escort => string.IsNullOrWhiteSpace(Name) ? null : new(Name.Trim(), Phone?.Trim() ?? "");

    public static string DoneKey(WalkKind kind) => kind switch
    {
        WalkKind.Medicines => "medicine-none",
        WalkKind.Allergies => "allergy-none",
        _ => "trial-none",
    };

    /// <summary>A refusal of the chart at the field that this page has for it.</summary>
    public static Refusal AtItsField(Refusal refusal) => refusal with
    {
        At = refusal.At switch
        {
            "dosePerDay" => "dose",
            "escortName" => "name",
            "escortPhone" => "phone",
            var other => other,
        },
    };

    /// <summary>The changes of one page, or what is wrong with it: WEB131, WEB141 to WEB144, WEB148.</summary>
    public Outcome<IReadOnlyList<HistoryChange>> Tell(WalkStep step, IReadOnlySet<string> chosen, History history, HistoryContent content, OwnWords say)
    {
        if (Do?.StartsWith(TakeOff, StringComparison.Ordinal) == true)
            return Done(new Removed(ListOf(step.Kind), Do[TakeOff.Length..]));
        return step.Kind switch
        {
            WalkKind.Conditions when chosen.Count == 0 => new Refusal("WEB141", "Choose what fits, or “None of these”.", "chosen"),
            WalkKind.Conditions => Done([.. Conditions(content.Groups.First(group => group.Id == step.Id), chosen, history), new StepReported(step.Id)]),
            WalkKind.Question when Answer is not ("yes" or "no" or "unknown") => new Refusal("WEB142", "Choose one of the answers.", "answer"),
            WalkKind.Question => Done(new QuestionAnswered(step.Id, Answer == "unknown" ? null : Answer == "yes"), new StepReported(step.Id)),
            WalkKind.Goals => Done([.. Goal(), new StepReported(step.Id)]),
            WalkKind.Escort => Done(new StepReported(step.Id)),
            WalkKind.ToAsk => Done(new QuestionsChosen([.. content.MayAsk.Select(question => question.Id).Where(chosen.Contains)]), new StepReported(step.Id)),
            WalkKind.Statement when !IsComplete || string.IsNullOrWhiteSpace(Name) => new Refusal("WEB144", "Tick the box and write your name. If something is missing, go back and add it.", "name"),
            WalkKind.Statement => Done(new StatedComplete(Name.Trim()), new StepReported(step.Id)),
            _ => Things(step, say),
        };
    }

    private Outcome<IReadOnlyList<HistoryChange>> Things(WalkStep step, OwnWords say)
    {
        var isNamed = !string.IsNullOrWhiteSpace(Name);
        if (!isNamed && !GoesOn)
            return new Refusal("WEB143", "Write a name, or go on with the other button.", "name");

        List<Refusal> refusals = [];
        List<HistoryChange> changes = [];
        // A name left in the box when going on was meant to be told.
        if (isNamed)
            changes.Add(Thing(step.Kind, Name!.Trim(), say, refusals));
        if (GoesOn)
            changes.Add(new StepReported(step.Id));
        return refusals.Count > 0 ? Outcome<IReadOnlyList<HistoryChange>>.Refuse(refusals) : Done([.. changes]);
    }

    private HistoryChange Thing(WalkKind kind, string name, OwnWords say, List<Refusal> refusals) => kind switch
    {
        WalkKind.Medicines => new MedicineReported(new(name, null, IsTaken: true)),
        WalkKind.Allergies => new AllergyReported(new(name, null)),
        _ => new TrialReported(new(name, Typed.Number(Dose, "dose", say["trial-dose"], refusals), Typed.Number(Weeks, "weeks", say["trial-weeks"], refusals),
            null, null, null, StoppedForIntolerance: Stopped)),
    };

    // Unticking takes back only what the patient told and nobody confirmed.
    private static IEnumerable<HistoryChange> Conditions(ConditionGroup group, IReadOnlySet<string> chosen, History history)
    {
        foreach (var condition in group.Conditions)
        {
            var isKnown = history.Conditions.Any(each => string.Equals(each.Name, condition.Name, StringComparison.OrdinalIgnoreCase));
            if (chosen.Contains(condition.Name) && !isKnown)
                yield return new ConditionReported(new(condition.Name, condition.Icd10, null, ConditionStatus.Active));
            else if (!chosen.Contains(condition.Name) && history.IsUnconfirmed(HistoryList.Conditions, condition.Name))
                yield return new Removed(HistoryList.Conditions, condition.Name);
        }
    }

    private IEnumerable<HistoryChange> Goal()
    {
        if (!string.IsNullOrWhiteSpace(Name))
            yield return new GoalReported(Name.Trim());
    }

    private static HistoryList ListOf(WalkKind kind) => kind switch
    {
        WalkKind.Medicines => HistoryList.Medicines,
        WalkKind.Allergies => HistoryList.Allergies,
        WalkKind.Trials => HistoryList.Trials,
        WalkKind.Goals => HistoryList.Goals,
        _ => HistoryList.Conditions,
    };

    private static Outcome<IReadOnlyList<HistoryChange>> Done(params HistoryChange[] changes) => Outcome<IReadOnlyList<HistoryChange>>.Done(changes);
}
