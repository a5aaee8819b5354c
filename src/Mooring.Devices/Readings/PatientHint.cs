using Mooring.Devices.Hl7;

namespace Mooring.Devices.Readings;

/// <summary>Whom the device believes it is measuring. A hint: the association of device, chair and session decides.</summary>
/// <param name="Id">The first identifier of PID-3, or null.</param>
/// <param name="Authority">Who assigned it.</param>
/// <param name="Name">Family and given name of PID-5.</param>
/// <param name="IsUnknown">The device says that it does not know who this is (PID-31 = Y): park the values. No identifier alone says nothing.</param>
public sealed record PatientHint(string? Id, string? Authority, string? Name, bool IsUnknown)
{
    /// <summary>All identifiers of PID-3: the list of one person, in which the clinic's number may stand anywhere.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    public static readonly PatientHint None = new(null, null, null, false);

    public static PatientHint Of(Segment pid)
    {
        // Version 2.3 senders of some makers fill only PID-2; the standard withdrew it, and it is not used here.
        var first = pid[3].Repetitions.FirstOrDefault(one => one[1].Length > 0);
        var id = first.Raw is null ? null : first[1];
        var name = string.Join(' ', new[] { pid[5][2], pid[5][1] }.Where(part => part.Length > 0));
        var isUnknown = pid[31].Text == "Y";
        return new(isUnknown ? null : id, isUnknown || id is null ? null : first[4], name.Length > 0 ? name : null, isUnknown)
        {
            Ids = isUnknown ? [] : [.. pid[3].Repetitions.Select(one => one[1].Trim()).Where(one => one.Length > 0).Distinct()],
        };
    }
}
