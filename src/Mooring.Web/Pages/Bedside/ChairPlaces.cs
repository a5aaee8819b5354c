using Mooring.Clinical;

namespace Mooring.Web.Pages.Bedside;

/// <summary>Whose pages of a session are whose: nobody is shown a way that ends before a closed door.</summary>
public static class ChairPlaces
{
    // The rights of the pages themselves; a test holds the two together.
    private static readonly Dictionary<string, Right> Asked = new(StringComparer.Ordinal)
    {
        ["access"] = Right.PlaceAccess,
        ["adverse-event"] = Right.RecordAdverseEvents,
        ["check-in"] = Right.CheckIn,
        ["comfort"] = Right.WriteAtTheChair,
        ["concerns"] = Right.WriteAtTheChair,
        ["discharge"] = Right.Discharge,
        ["dose"] = Right.GiveDoses,
        ["emergency"] = Right.ActInEmergencies,
        ["emergency/complete"] = Right.ReviewEmergencies,
        ["gates"] = Right.AnswerGates,
        ["go"] = Right.DecideGo,
        ["instructions"] = Right.Discharge,
        ["limits"] = Right.SeeLimits,
        ["locked"] = Right.ChartVitals,
        ["note"] = Right.WriteAtTheChair,
        ["notices"] = Right.WatchChairs,
        ["own-notes"] = Right.ReadTherapyNotes,
        ["preparation"] = Right.WitnessDoses,
        ["prepared"] = Right.ReadCharts,
        ["record"] = Right.ReadCharts,
        ["rescue"] = Right.GiveRescue,
        ["scales"] = Right.RateScales,
        ["sign"] = Right.SignSessions,
        ["standing"] = Right.ChartVitals,
        ["take-over"] = Right.TakeChairs,
        ["time-out"] = Right.WitnessDoses,
        ["vitals"] = Right.ChartVitals,
    };

    public static IReadOnlyDictionary<string, Right> All => Asked;

    /// <param name="page">The last part of its address.</param>
    public static bool MayOpen(Actor by, string page) => Asked.TryGetValue(page, out var right) && by.May(right);
}
