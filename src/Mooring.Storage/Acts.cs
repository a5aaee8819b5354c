using Mooring.Clinical;
using Mooring.Clinical.Patients;

namespace Mooring.Storage;

/// <summary>Who acts, and whether they may. Every desk asks here before it keeps anything.</summary>
internal static class Acts
{
    private static readonly Refusal NotTheirs = new("WEB150", "None of your roles may do this. A manager says who has which role.");

    public static Actor Acting(this MooringDb db) =>
        db.ClinicScope.Actor ?? throw new InvalidOperationException("Nobody acts: the route lacks its policy.");

    /// <summary>
    /// The refusal of what no role of this actor may do, WEB150; null when one may. While a clinic is founded nobody acts yet.
    /// </summary>
    public static Refusal? Unless(this MooringDb db, Right right) => db.ClinicScope.Actor is { } by && !by.May(right) ? NotTheirs : null;

    /// <summary>The same of what patients do for themselves: their own is theirs without a right, anybody else's never.</summary>
    public static Refusal? Unless(this MooringDb db, Right right, Id<Patient> whose) => db.ClinicScope.Actor is { IsPatient: true } patient
        ? patient.Id == whose.Value ? null : NotTheirs
        : db.Unless(right);
}
