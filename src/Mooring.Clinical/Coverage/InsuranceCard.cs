using System.Text.Json.Serialization;

namespace Mooring.Clinical.Coverage;

/// <summary>What stands on an insurance card, as it was read off it. Nobody has asked the payer yet.</summary>
public sealed record InsuranceCard
{
    public required Id<InsuranceCard> Id { get; init; }

    /// <summary>1 is billed first.</summary>
    public required int Rank { get; init; }

    public required string Payer { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PlanName { get; init; }

    public required string MemberId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? GroupNumber { get; init; }

    /// <summary>Whose insurance it is; null where it is the patient's own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Holder { get; init; }

    /// <summary>What the holder is to the patient.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? HolderIs { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? HolderBornOn { get; init; }

    /// <summary>The number for providers on the back of the card.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Phone { get; init; }

    /// <summary>BIN and PCN of the pharmacy benefit.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PharmacyBin { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PharmacyPcn { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The last day; null where the card says none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? ValidUntil { get; init; }

    /// <summary>What is wrong with what was typed: INS102 to INS106.</summary>
    public IEnumerable<Refusal> Judge()
    {
        const int Longest = 100;
        if (Payer.Trim().Length == 0)
            yield return new("INS102", "Write the payer, as it stands on the card.", "payer");
        if (MemberId.Trim().Length == 0)
            yield return new("INS103", "Write the member's number, as it stands on the card.", "memberId");
        foreach (var (text, at) in Texts().Where(each => each.Text?.Length > Longest || each.Text?.Any(char.IsControl) == true))
            yield return new("INS104", $"Write this on one line, in {Longest} letters at most.", at);
        if (Holder is not null && HolderIs is null)
            yield return new("INS105", "Say what the holder is to the patient, as in spouse or parent.", "holderIs");
        if (ValidFrom > ValidUntil)
            yield return new("INS106", "The card would end before it begins. Check both days.", "validUntil");
    }

    private IEnumerable<(string? Text, string At)> Texts() =>
    [
        (Payer, "payer"), (PlanName, "planName"), (MemberId, "memberId"), (GroupNumber, "groupNumber"), (Holder, "holder"),
        (HolderIs, "holderIs"), (Phone, "phone"), (PharmacyBin, "pharmacyBin"), (PharmacyPcn, "pharmacyPcn"),
    ];
}
