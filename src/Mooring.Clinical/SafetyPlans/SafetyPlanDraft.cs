namespace Mooring.Clinical.SafetyPlans;

/// <summary>A safety plan as it was typed: one line a thing.</summary>
public sealed record SafetyPlanDraft(IReadOnlyDictionary<SafetyStep, string?> Typed, SafetyPlanGiven Given)
{
    /// <summary>Things in one step, at most.</summary>
    public const int MostLines = 12;

    /// <summary>Letters in one line, at most.</summary>
    public const int LongestLine = 200;

    /// <summary>
    /// The plan, or what is missing: SFP102 an empty step that a plan must have, SFP103 too many things in
    /// one, SFP104 one too long.
    /// </summary>
    public Outcome<SafetyPlan> Agree(Id<SafetyPlan> id, Actor by, DateTimeOffset at)
    {
        List<Refusal> refusals = [];
        var steps = Enum.GetValues<SafetyStep>().ToDictionary(step => step, step => Lines(Typed.GetValueOrDefault(step)));
        foreach (var (step, lines) in steps)
        {
            if (lines.Count == 0 && IsOwed(step))
                refusals.Add(new("SFP102", "Write at least one line; without it the plan does not help.", Field(step)));
            if (lines.Count > MostLines)
                refusals.Add(new("SFP103", $"Keep it to {MostLines} lines: in need, nobody reads more.", Field(step)));
            if (lines.FirstOrDefault(line => line.Length > LongestLine) is { } tooLong)
                refusals.Add(new("SFP104", $"One line is longer than {LongestLine} letters: “{tooLong[..40]}…”. Cut it in two.", Field(step)));
        }

        return refusals.Count > 0 ? Outcome<SafetyPlan>.Refuse(refusals) : new SafetyPlan
        {
            Id = id,
            Steps = steps.Where(step => step.Value.Count > 0).ToDictionary(),
            By = by,
            At = at,
            Given = Given,
        };
    }

    /// <summary>The field that a refusal of a step is for.</summary>
    public static string Field(SafetyStep step) => FieldName.Of(step.ToString());

    // Company and people may be missing in a life; the rest may not be missing in a plan.
    private static bool IsOwed(SafetyStep step) => step is not (SafetyStep.Company or SafetyStep.PeopleToTell);

    private static IReadOnlyList<string> Lines(string? typed) => [.. (typed ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
