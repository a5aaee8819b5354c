namespace Mooring.Clinical.Watching;

/// <summary>When the patient may leave.</summary>
/// <param name="Signatures">Who must sign before the record is closed.</param>
public sealed record DischargeRule(MinimumStay Stay, IReadOnlyList<DischargeCriterion> Criteria, IReadOnlyList<Role> By, IReadOnlyList<Role> Signatures);

/// <summary>How long she is watched at least, from the end of dosing.</summary>
/// <param name="AfterCritical">The same, once a critical limit was passed.</param>
/// <param name="MayBeWaived">A prescriber may shorten it and must say why.</param>
public sealed record MinimumStay(TimeSpan For, TimeSpan AfterCritical, bool MayBeWaived, Because Because);

/// <summary>One thing that must be so before she leaves.</summary>
/// <param name="Label">Worded so that yes is the safe answer.</param>
/// <param name="MayBeWaived">A prescriber may waive it and must say why.</param>
public sealed record DischargeCriterion(string Id, string Label, bool MayBeWaived, string? AsksFor, Because Because);
