using Mooring.Clinical.Coverage;
using Mooring.Web.Components;

namespace Mooring.Web.Pages.Chart.Insurance;

/// <summary>An insurance card as it is typed off.</summary>
public sealed class InsuranceForm
{
    public Guid Id { get; set; }

    public string? Payer { get; set; }

    public string? PlanName { get; set; }

    public string? MemberId { get; set; }

    public string? GroupNumber { get; set; }

    public string? Phone { get; set; }

    public string? Holder { get; set; }

    public string? HolderIs { get; set; }

    public DateOnly? HolderBornOn { get; set; }

    public string? PharmacyBin { get; set; }

    public string? PharmacyPcn { get; set; }

    public DateOnly? ValidFrom { get; set; }

    public DateOnly? ValidUntil { get; set; }

    public InsuranceCard AsCard() => new()
    {
        Id = new(Id),
        Rank = 1,
        Payer = Payer?.Trim() ?? "",
        PlanName = Typed.Text(PlanName),
        MemberId = MemberId?.Trim() ?? "",
        GroupNumber = Typed.Text(GroupNumber),
        Phone = Typed.Text(Phone),
        Holder = Typed.Text(Holder),
        HolderIs = Typed.Text(HolderIs),
        HolderBornOn = HolderBornOn,
        PharmacyBin = Typed.Text(PharmacyBin),
        PharmacyPcn = Typed.Text(PharmacyPcn),
        ValidFrom = ValidFrom,
        ValidUntil = ValidUntil,
    };
}
