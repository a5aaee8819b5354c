using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Recognition;
using Mooring.Clinical.Rules;

namespace Mooring.Practice.Recognition;

/// <summary>Something that stands in charts of this clinic and that nothing knows.</summary>
/// <param name="Text">The part that is not recognized, as it is written first.</param>
/// <param name="Times">In how many entries.</param>
/// <param name="In">In whose charts.</param>
/// <param name="Rules">Which rules it leaves open.</param>
public sealed record Unrecognized(EntryKind Of, string Text, int Times, IReadOnlyList<(Id<Patient> Patient, string Name)> In, IReadOnlyList<string> Rules)
{
    /// <summary>What may have been meant; only to be asked about.</summary>
    public IReadOnlyList<string> Close { get; init; } = [];

    /// <summary>The rules that a text of this kind leaves open.</summary>
    /// <param name="classes">Of a condition: what it may be; null for anything.</param>
    public static IReadOnlyList<string> RulesOpenTo(EntryKind of, IReadOnlySet<ConditionClass>? classes, IEnumerable<ScreeningRule> rules, Vocabulary words) =>
    [
        .. from rule in rules
           where rule.Grades.SelectMany(grade => grade.When.Parts()).Any(part => (of, part) switch
           {
               (EntryKind.Medicine, MedicineIn) or (EntryKind.Allergy, AllergyTo) => true,
               (EntryKind.Condition, ConditionIn asked) => words.Sets[asked.In].Class is { } about && (classes is null || classes.Contains(about)),
               _ => false,
           })
           orderby rule.Id
           select rule.Id,
    ];
}

/// <summary>What was said here that a text means, as a page shows it.</summary>
public sealed record Said(Guid Id, Resolution What, string Reason, string By, DateOnly On, DateOnly? RevokedOn, string? RevokedBy, string? RevokedBecause);

/// <summary>What somebody asks to be said, as it was typed.</summary>
/// <param name="Medicines">Names, brands or codes of one or more medicines; for a medicine or an allergy.</param>
/// <param name="Sets">Value sets, by id; for a condition.</param>
/// <param name="IsNothing">Nothing that a rule looks for; must be chosen, never left.</param>
public sealed record SayDraft(EntryKind Of, string? Text, string? Medicines, IReadOnlyList<string> Sets, bool IsNothing, string? Reason);
