using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Patients;
using Mooring.Storage;
using Mooring.Storage.Audit;

namespace Mooring.Practice.Patients;

internal sealed class PatientRow : ChartRow, IPatientRow
{
    public Id<Patient> Id { get; set; }

    public required string Number { get; set; }

    public string GivenName { get; set; } = "";

    public string FamilyName { get; set; } = "";

    public DateOnly BirthDate { get; set; }

    public Sex Sex { get; set; }

    public Pronoun Pronoun { get; set; }

    public string? OtherPronoun { get; set; }

    public Language Language { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? EscortName { get; set; }

    public string? EscortPhone { get; set; }

    public string? EscortRelationship { get; set; }

    public string? Street { get; set; }

    public string? City { get; set; }

    public string? State { get; set; }

    public string? PostalCode { get; set; }

    public string? EmergencyName { get; set; }

    public string? EmergencyPhone { get; set; }

    public string? EmergencyRelationship { get; set; }

    public bool HasDied { get; set; }

    public DateOnly? DiedOn { get; set; }

    public bool IsReplaced { get; set; }

    public DateTimeOffset AddedAt { get; set; }

    public Id<Patient>? MergedInto { get; set; }

    public DateTimeOffset? ArchivedAt { get; set; }

    public string? ArchivedBecause { get; set; }

    public string? ArchivedBy { get; set; }

    /// <summary>Longest reason for which a chart is archived, in letters.</summary>
    public const int LongestReason = 300;

    /// <summary>Name and number in plain letters: what a search looks through, the same on every database.</summary>
    [NotProven]
    public string SoughtAs { get; private set; } = "";

    /// <summary>What <see cref="SoughtAs"/> is of a person with these names.</summary>
    public static string Sought(string given, string family, string number) =>
        $"{NameLetters.Word(given)} {NameLetters.Word(family)} {NameLetters.Word(number)}";

    public Patient AsPatient() => new(Id, Number, GivenName, FamilyName, BirthDate)
    {
        Sex = Sex,
        Pronoun = Pronoun,
        OtherPronoun = OtherPronoun,
        Language = Language,
        Phone = Phone,
        Email = Email,
        HasDied = HasDied,
        DiedOn = DiedOn,
        IsReplaced = IsReplaced,
        Address = Street is null ? null : new(Street, City ?? "", State ?? "", PostalCode ?? ""),
        EmergencyContact = EmergencyName is null ? null : new(EmergencyName, EmergencyPhone ?? "", EmergencyRelationship),
        MergedInto = MergedInto,
        Archived = ArchivedAt is { } at ? new(at, ArchivedBecause ?? "", ArchivedBy ?? "") : null,
        Escort = EscortName is null ? null : new Escort(EscortName, EscortPhone ?? "", EscortRelationship),
    };

    public void Take(Patient patient)
    {
        (GivenName, FamilyName, BirthDate) = (patient.GivenName, patient.FamilyName, patient.BirthDate);
        (Sex, Language, Phone, Email) = (patient.Sex, patient.Language, patient.Phone, patient.Email);
        (Pronoun, OtherPronoun) = (patient.Pronoun, patient.OtherPronoun);
        (HasDied, DiedOn, IsReplaced) = (patient.HasDied, patient.DiedOn, patient.IsReplaced);
        (EscortName, EscortPhone, EscortRelationship) = (patient.Escort?.Name, patient.Escort?.Phone, patient.Escort?.Relationship);
        (Street, City, State, PostalCode) = (patient.Address?.Street, patient.Address?.City, patient.Address?.State, patient.Address?.PostalCode);
        (EmergencyName, EmergencyPhone, EmergencyRelationship) = (patient.EmergencyContact?.Name, patient.EmergencyContact?.Phone, patient.EmergencyContact?.Relationship);
        SoughtAs = Sought(GivenName, FamilyName, Number);
    }
}

internal sealed class PatientTable : IEntityTypeConfiguration<PatientRow>
{
    public void Configure(EntityTypeBuilder<PatientRow> builder)
    {
        builder.ToTable("patients").HasKey(patient => patient.Id);
        builder.HasIndex(patient => new { patient.ClinicId, patient.Number }).IsUnique();
        builder.Property(patient => patient.ArchivedBecause).HasMaxLength(PatientRow.LongestReason);
    }
}
