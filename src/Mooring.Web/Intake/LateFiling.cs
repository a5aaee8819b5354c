using Mooring.Clinical;
using Mooring.Devices.Readings;
using Mooring.Practice.Access;
using Mooring.Practice.Devices;

namespace Mooring.Web.Intake;

/// <summary>Reads messages again by what is known now, and files the lines that had to wait for it.</summary>
public sealed class LateFiling(LateFilingDesk desk, StaffDesk staff, IntakeTerms terms, SenderClocks senders)
{
    /// <summary>Files every line like this one of the same device; how many were filed, and how many still can not be.</summary>
    public async Task<Outcome<(int Filed, int Waiting)>> Like(Guid line, CancellationToken cancel)
    {
        if (await staff.Clinic(cancel) is not { } clinic)
            return (0, 0);
        var by = await terms.Of(clinic.Id, cancel);
        var (filed, waiting) = (0, 0);
        foreach (var one in await desk.Like(line, cancel))
        {
            // As of the moment it came, so that its time is judged as it would have been then.
            var received = Devices.Readings.Intake.Read(one.Message.Span, by, one.ReceivedAt, clinic.Zone);
            if (received.Values.FirstOrDefault(value => value.Place == one.Place) is not { Status: not ReadingStatus.Withdrawn } value)
                waiting++;
            else
            {
                var done = await desk.File(one.Id, Reading.Value(value, (one.ReceivedAt, senders.HeldUp(received.SentAt, one.ReceivedAt))), received.Header?.ControlId ?? "", cancel);
                if (!done.IsDone)
                    return Outcome<(int, int)>.Refuse(done.Refusals);
                filed += done.Value ? 1 : 0;
            }
        }

        return (filed, waiting);
    }
}
