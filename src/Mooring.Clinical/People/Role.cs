namespace Mooring.Clinical;

/// <summary>
/// What a person is in the clinic. It says nothing by itself: what a role may do is content, in <c>content/roles.yaml</c>.
/// Names and numbers are kept in records and never change.
/// </summary>
public enum Role
{
    Prescriber = 0,
    Nurse = 1,
    Therapist = 2,
    FrontDesk = 3,
    Manager = 4,
    Patient = 5,
    MedicalDirector = 6,
    Technician = 7,
    Biller = 8,
    PrivacyOfficer = 9,
    Pharmacist = 10,
    OutsideTherapist = 11,

    /// <summary>Keeps codes and lists of codes.</summary>
    Coder = 12,
}
