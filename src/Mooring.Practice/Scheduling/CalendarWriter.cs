using System.Globalization;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Mooring.Clinical;
using Mooring.Clinical.Scheduling;

namespace Mooring.Practice.Scheduling;

/// <summary>
/// Writes appointments as a calendar (RFC 5545): single events, so that a moved one can not diverge from a rule. It says where and
/// when, and neither who comes nor what for.
/// </summary>
internal static class CalendarWriter
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    public static string Write(Clinic clinic, Resource resource, IReadOnlyList<Resource> resources, IReadOnlyList<AppointmentRow> rows, DateTimeOffset now)
    {
        var calendar = new Ical.Net.Calendar { ProductId = "-//Mooring//Appointments//EN", Method = "PUBLISH" };
        calendar.AddProperty("X-WR-CALNAME", resource.Name);
        foreach (var zone in rows.Select(row => row.Zone).Append(clinic.TimeZone).Distinct(StringComparer.Ordinal))
            calendar.AddTimeZone(VTimeZone.FromDateTimeZone(zone, rows.Select(row => row.Wall).Append(clinic.LocalTime(now).DateTime).Min().AddYears(-1), false));
        calendar.Events.AddRange(rows.Select(row => Event(row, clinic, resource, resources, now)));
        return new CalendarSerializer().SerializeToString(calendar) ?? "";
    }

    private static CalendarEvent Event(AppointmentRow row, Clinic clinic, Resource resource, IReadOnlyList<Resource> resources, DateTimeOffset now)
    {
        var (what, zone) = (row.AsAppointment(), TimeZoneInfo.FindSystemTimeZoneById(row.Zone));
        var isOff = row.State != AppointmentState.Missed && !what.Occupies(now);
        return new()
        {
            Uid = $"{row.Id}@mooring",
            Sequence = row.Sequence,
            DtStamp = Utc(row.ChangedAt),
            LastModified = Utc(row.ChangedAt),
            DtStart = new CalDateTime(DateTime.SpecifyKind(TimeZoneInfo.ConvertTime(what.Start, zone).DateTime, DateTimeKind.Unspecified), row.Zone),
            Duration = Duration.FromMinutes((int)(what.End - what.Start).TotalMinutes),
            Summary = $"{Place(what, resource, resources)}, {SentencePrinter.Time(what.Start, clinic, English)}",
            Class = "PRIVATE",
            Status = isOff ? EventStatus.Cancelled : row.State == AppointmentState.Held ? EventStatus.Tentative : EventStatus.Confirmed,
            Transparency = isOff ? TransparencyType.Transparent : TransparencyType.Opaque,
        };
    }

    // A chair or a room where there is one, and else the calendar's own name.
    private static string Place(Appointment what, Resource resource, IReadOnlyList<Resource> resources) =>
        (what.Of(ResourceKind.Chair) ?? what.Of(ResourceKind.Room)) is { } place && resources.FirstOrDefault(one => one.Id == place.Resource) is { } known ? known.Name : resource.Name;

    private static CalDateTime Utc(DateTimeOffset at) => new(at.UtcDateTime);
}
