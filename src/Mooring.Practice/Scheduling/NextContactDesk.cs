using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Scheduling;
using Mooring.Content.Library;
using Mooring.Storage;

namespace Mooring.Practice.Scheduling;

/// <summary>Says when and with whom a patient comes or is called next.</summary>
public sealed class NextContactDesk(MooringDb db, BookReading reading, BookingContent content, TimeProvider clock)
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    /// <summary>After today; null when nothing is booked with an hour and a person.</summary>
    public async Task<NextContact?> Of(Id<Patient> patient, CancellationToken cancel)
    {
        var today = (await reading.Clinic(cancel)).DayOf(clock.GetUtcNow());
        var rows = await db.Set<AppointmentRow>().AsNoTracking().Where(row => row.PatientId == patient && row.Day > today && row.State == AppointmentState.Booked).ToListAsync(cancel);
        return rows.Count == 0 ? null : NextContact.Of(rows.Select(row => row.AsAppointment()), await reading.Resources(cancel), today);
    }

    /// <summary>"Wed, Dec 2, 10:00 AM with Ben Rowan (Phone call)", as it stands in a record.</summary>
    public async Task<string?> Says(Id<Patient> patient, CancellationToken cancel)
    {
        if (await Of(patient, cancel) is not { } next)
            return null;
        var at = (await reading.Clinic(cancel)).LocalTime(next.What.Start).ToString("ddd, MMM d, h:mm tt", English);
        return $"{at} with {next.With} ({content.Type(next.What.Type)?.Name ?? next.What.Type})";
    }
}
