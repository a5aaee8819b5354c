using Mooring.Clinical.Vitals;
using Mooring.Devices.Hl7;

namespace Mooring.Devices.Readings;

/// <summary>The devices that a message names, whatever else is wrong with it.</summary>
public static class Named
{
    /// <summary>The sender and every device of OBX-18, by id and by label.</summary>
    public static IReadOnlyList<string> In(ReadOnlySpan<byte> bytes)
    {
        var parsed = Message.Read(bytes);
        if (parsed.Header is not { } header)
            return [];
        var lines = parsed.Message?.Segments.Where(segment => segment.Name == "OBX") ?? [];
        return
        [
            .. Enum.GetValues<NameHabit>().Select(habit => DeviceNames.OfSender(header, habit)).OfType<string>()
                .Concat(lines.SelectMany(line => DeviceNames.Of(line, NameHabit.UniversalId).Concat(DeviceNames.Of(line, NameHabit.Label)))).Distinct(),
        ];
    }
}
