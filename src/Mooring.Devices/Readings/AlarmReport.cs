using Mooring.Clinical.Vitals;

namespace Mooring.Devices.Readings;

/// <summary>What one message says about a device's own alarm, with what ties it to a chair.</summary>
/// <param name="Said">In the device's words.</param>
/// <param name="Devices">All devices it came through, innermost first.</param>
/// <param name="Place">The segment that names the event, as <c>OBX[3]</c>.</param>
public sealed record AlarmReport(AlarmSaid Said, IReadOnlyList<string> Devices, PatientHint Patient, string Place);
