using Mooring.Clinical.Vitals;

namespace Mooring.Devices.Readings;

/// <summary>OBX-11 (HL7 table 0085), as far as it may be filed.</summary>
internal readonly record struct ResultStatus(ReadingStatus Status, bool IsWrongPatient = false)
{
    public static ResultStatus? Of(string code, DeviceProfile? profile) => code switch
    {
        "" when profile?.WithoutStatus.Is == StatusHabit.NotFinal => new(ReadingStatus.NotFinal),
        "R" or "F" => new(ReadingStatus.Final),
        "C" => new(ReadingStatus.Corrected),
        "D" => new(ReadingStatus.Withdrawn),
        "W" => new(ReadingStatus.Withdrawn, IsWrongPatient: true),
        "P" or "S" => new(ReadingStatus.NotFinal),
        _ => null,
    };
}
