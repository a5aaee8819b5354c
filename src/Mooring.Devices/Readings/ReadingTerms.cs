using Mooring.Clinical.Vitals;

namespace Mooring.Devices.Readings;

/// <summary>By what a device's messages are read: the table, what its profile adds, and what a person mapped after review.</summary>
public sealed record ReadingTerms(DeviceCodeTable Table)
{
    /// <summary>Null when nobody has given this device a profile: then the table alone counts.</summary>
    public DeviceProfile? Profile { get; init; }

    public IReadOnlyList<CodeMapping> Mappings { get; init; } = [];

    public NameHabit Names => Profile?.DeviceName.Is ?? NameHabit.UniversalId;

    public static ReadingTerms Of(DeviceCodeTable table, DeviceProfile profile) => new(profile.Applied(table)) { Profile = profile };

    /// <summary>The mapping that stands for exactly this code and unit, or null.</summary>
    public CodeMapping? Find(string code, string unit) => Mappings.FirstOrDefault(one => one.Code == code && one.Unit == unit);

    /// <summary>The zone of times that come without one.</summary>
    public TimeZoneInfo Zone(TimeZoneInfo clinic) => Profile?.TimeZone.Is == ZoneHabit.Utc ? TimeZoneInfo.Utc : clinic;
}
