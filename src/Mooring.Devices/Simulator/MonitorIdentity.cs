namespace Mooring.Devices.Simulator;

/// <summary>How a simulated device introduces itself.</summary>
/// <param name="Device">Its EUI-64, sixteen hexadecimal digits, or another unique name.</param>
/// <param name="Patient">The identifier in PID-3; null makes it say that the identity is unknown.</param>
/// <param name="Location">PV1-3: point of care, room, bed, divided by <c>^</c>.</param>
public sealed record MonitorIdentity(string Device, string? Patient, string Location)
{
    public bool HasEui64 => Device.Length == 16 && Device.All(char.IsAsciiHexDigit);

    /// <summary>OBX-18 and MSH-3 in the form of the profile.</summary>
    internal string Instance(string name) => HasEui64 ? $"{name}^^{Device}^EUI-64" : Device;

    internal string Sender(string name) => HasEui64 ? $"{name}^{Device}^EUI-64" : Device;
}
