using System.Text.Json;

namespace Mooring.Clinical;

/// <summary>
/// What no clinic can change by its content: who prescribes, who touches a dose, whose the therapy notes are, and that
/// somebody can let people in. That a therapy note is opened by its author alone is held where it is opened.
/// </summary>
public static class RoleFloor
{
    private static readonly (Right[] Rights, Role[] Only, string Says)[] Kept =
    [
        ([Right.Prescribe, Right.DecideEligibility, Right.AgreeAsDirector, Right.DecideGo, Right.DecideDosingAtRisk, Right.SetLimits, Right.Waive, Right.ReviewCourses, Right.NameUnknowns, Right.MapDeviceCodes, Right.SignContent],
            [Role.Prescriber, Role.MedicalDirector], "only a prescriber or a medical director can have it"),
        ([Right.GiveDoses, Right.GiveRescue, Right.PlaceAccess, Right.Discharge],
            [Role.Prescriber, Role.MedicalDirector, Role.Nurse], "only a prescriber, a medical director or a nurse can have it"),
        ([Right.PrepareDoses],
            [Role.Prescriber, Role.MedicalDirector, Role.Nurse, Role.Pharmacist], "only a prescriber, a medical director, a nurse or a pharmacist can have it"),
        ([Right.ConfirmDoses, Right.WitnessDoses, Right.SignSessions],
            [Role.Prescriber, Role.MedicalDirector, Role.Nurse, Role.Therapist, Role.Pharmacist], "only clinical staff can have it"),
        ([Right.WriteTherapyNotes, Right.ReadTherapyNotes], [Role.Therapist, Role.OutsideTherapist], "therapy notes are a therapist's"),
        ([Right.WriteNotes, Right.CoSignNotes],
            [Role.Prescriber, Role.MedicalDirector, Role.Nurse, Role.Therapist, Role.Technician, Role.Pharmacist], "notes of the chart are written by clinical staff"),
        ([Right.ReviewMedicines], [Role.Pharmacist], "it is a pharmacist's"),
        ([Right.ReviewCodes], [Role.Coder], "it is a coder's"),
        ([Right.UseOwnPages], [Role.Patient], "only a patient can have it"),
    ];

    // Each has its own work, and reads no chart for it.
    private static readonly (Role Role, Right[] Never)[] Apart =
    [
        (Role.PrivacyOfficer, [Right.ReadCharts, Right.AddDocuments, Right.BreakGlass]),
        // They read those charts whose care team they are named on, and open no other.
        (Role.OutsideTherapist, [Right.ReadEveryChart, Right.BreakGlass, Right.WatchChairs, Right.AddDocuments, Right.SendLetters]),
    ];

    /// <summary>Why these terms can not run; empty when they can. Each with the role that it is about, where it is about one.</summary>
    public static IEnumerable<(Role? Role, string Says)> Faults(RoleTerms terms)
    {
        foreach (var role in Enum.GetValues<Role>().Where(role => terms.Roles.Count(term => term.Role == role) != 1))
            yield return (role, $"The role {Written(role)} is described once, not {(terms.Roles.Any(term => term.Role == role) ? "more often" : "left out")}.");
        foreach (var term in terms.Roles)
        {
            if (term.Role == Role.Patient)
            {
                foreach (var right in term.Rights.Where(right => right != Right.UseOwnPages))
                    yield return (term.Role, $"A patient never has a right of the staff: {Written(right)}.");
            }
            else
            {
                if (!term.Rights.Contains(Right.WorkHere))
                    yield return (term.Role, $"Whoever works here has the right {Written(Right.WorkHere)}.");
                foreach (var (right, says) in Beyond(term))
                    yield return (term.Role, $"The role {Written(term.Role)} can not have the right {Written(right)}: {says}.");
            }
        }

        foreach (var right in new[] { Right.ManageStaff, Right.UseOwnPages, Right.Prescribe }.Where(right => !terms.Roles.Any(term => term.Rights.Contains(right))))
            yield return (null, $"No role has the right {Written(right)}; at least one must.");
    }

    // As it stands in the file.
    private static string Written(Enum word) => JsonNamingPolicy.KebabCaseLower.ConvertName(word.ToString());

    private static IEnumerable<(Right Right, string Says)> Beyond(RoleTerm term) =>
    [
        .. from kept in Kept where !kept.Only.Contains(term.Role) from right in kept.Rights where term.Rights.Contains(right) select (right, kept.Says),
        .. from apart in Apart where apart.Role == term.Role from right in apart.Never where term.Rights.Contains(right) select (right, "this role does not read the charts of the whole clinic"),
    ];
}
