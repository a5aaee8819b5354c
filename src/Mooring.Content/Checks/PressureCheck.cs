using Mooring.Clinical.Monitoring;
using Mooring.Content.Library;
using Mooring.Content.Yaml;
using Mooring.Kinetics.Quantities;

namespace Mooring.Content.Checks;

/// <summary>The steps of blood pressure before dosing: a graver step begins higher, and ages leave nobody out: LIB407, LIB408.</summary>
internal static class PressureCheck
{
    public static IEnumerable<LibraryFault> Faults(ClinicalLibrary library) =>
        from pack in library.Packs.Where(pack => pack.IsSound)
        from fault in Upside(pack.Value!.Pressure.Levels).Concat(Ages(pack.Value!.Pressure.Levels))
        select new LibraryFault(fault.Code, pack.File, 0, fault.Says) { Near = fault.Near };

    private static IEnumerable<(string Code, string Near, string Says)> Upside(IReadOnlyList<PressureLevel> levels) =>
        from graver in levels
        from milder in levels
        where graver.Force > milder.Force
        where Before(Systolic(graver), Systolic(milder)) || Before(Diastolic(graver), Diastolic(milder))
        select ("LIB407", $"id: {graver.Id}", $"'{graver.Id}' ({graver.Force}) begins before '{milder.Id}' ({milder.Force}), which then never speaks.");

    /// <summary>Steps of one force that are split by age meet at the same age.</summary>
    private static IEnumerable<(string Code, string Near, string Says)> Ages(IReadOnlyList<PressureLevel> levels) =>
        from younger in levels.Where(level => level.UnderAge is not null)
        from older in levels.Where(level => level.FromAge is not null && level.Force == younger.Force)
        where younger.UnderAge!.Value.Value != older.FromAge!.Value.Value
        select ("LIB408", $"id: {older.Id}", $"'{younger.Id}' ends at {younger.UnderAge}, '{older.Id}' begins at {older.FromAge}: a gap or an overlap of ages.");

    private static bool Before(Quantity? graver, Quantity? milder) => graver is { } g && milder is { } m && g.Value < m.Value;

    private static Quantity? Systolic(PressureLevel level) => level.SystolicAbove ?? level.SystolicAtLeast;

    private static Quantity? Diastolic(PressureLevel level) => level.DiastolicAbove ?? level.DiastolicAtLeast;
}
