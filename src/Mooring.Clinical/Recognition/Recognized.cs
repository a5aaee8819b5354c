using Mooring.Clinical.Facts;

namespace Mooring.Clinical.Recognition;

/// <summary>What a medicine's text and code stand for.</summary>
/// <param name="Unknown">The parts of it that nothing knows, as they are written.</param>
public sealed record RecognizedMedicine(IReadOnlyList<string> Ingredients, IReadOnlySet<string> Sets, IReadOnlyList<string> Unknown)
{
    /// <summary>What may have been meant by what nothing knows. It counts for nothing until somebody says so.</summary>
    public IReadOnlyList<string> Close { get; init; } = [];

    public bool IsRecognized => Unknown.Count == 0;
}

/// <summary>A value set that an entry belongs to, and what code or text says of it.</summary>
/// <param name="Status">What the entry itself says; null when it says nothing but the name.</param>
/// <param name="Doubt">The word that leaves open whether it is so; null when nothing does.</param>
public sealed record SetFound(string Set, SaidStatus? Status, string? Doubt = null);

/// <summary>What a condition's text and codes stand for.</summary>
/// <param name="Unknown">The parts of it that nothing knows, as they are written.</param>
/// <param name="Classes">Of which classes the unknown parts may be; null: of every class.</param>
/// <param name="Status">What code or text says of the entry as a whole.</param>
public sealed record RecognizedCondition(
    IReadOnlyList<SetFound> Sets, IReadOnlyList<string> Unknown, IReadOnlySet<ConditionClass>? Classes, SaidStatus? Status)
{
    /// <summary>What may have been meant by what nothing knows. It counts for nothing until somebody says so.</summary>
    public IReadOnlyList<string> Close { get; init; } = [];

    public bool IsRecognized => Unknown.Count == 0;

    public bool MayBeOf(ConditionClass of) => !IsRecognized && (Classes is null || Classes.Contains(of));
}

/// <summary>How the record's own status and what an entry says of itself are put together.</summary>
public static class CombinedStatus
{
    /// <summary>A relative's is nobody's own; what the record calls over is over; an active entry may say itself that it is not.</summary>
    public static ConditionStatus Of(ConditionStatus recorded, SaidStatus? said) => (recorded, said) switch
    {
        (ConditionStatus.Family, _) or (_, SaidStatus.Family) => ConditionStatus.Family,
        (ConditionStatus.Active, SaidStatus.Remission) => ConditionStatus.Remission,
        (ConditionStatus.Active, SaidStatus.History or SaidStatus.Sequela) => ConditionStatus.Resolved,
        _ => recorded,
    };
}
