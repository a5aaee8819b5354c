using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Scheduling;
using Mooring.Practice.Scheduling;

namespace Mooring.Web.Pages.Schedule.WaitingList;

/// <summary>What is typed of somebody who waits for a time.</summary>
public sealed class WaitTyped
{
    public Dictionary<string, bool> Types { get; set => field = value ?? []; } = [];

    public Dictionary<string, bool> Days { get; set => field = value ?? []; } = [];

    public string? From { get; set; }

    public string? To { get; set; }

    public int? Notice { get; set; }

    public DateOnly? Until { get; set; }

    public WaitPriority Priority { get; set; }

    public string? Note { get; set; }

    /// <summary>Hours without a day mean every open day; a day without hours, the whole of it.</summary>
    public WaitForm Of(Id<Patient> patient, Clinic clinic)
    {
        ArgumentNullException.ThrowIfNull(clinic);
        var (from, to) = (BookWords.Time(From), BookWords.Time(To));
        var days = clinic.Opening.Days.Where(day => Days.GetValueOrDefault(day.Day.ToString())).ToList();
        if (days.Count == 0 && (from ?? to) is not null)
            days = [.. clinic.Opening.Days];
        return new()
        {
            Patient = patient,
            Types = [.. Types.Where(type => type.Value).Select(type => type.Key)],
            Windows = [.. days.Select(day => new WaitWindow(day.Day, from ?? day.From, to ?? day.Until))],
            NoticeHours = Notice ?? 0,
            Priority = Priority,
            Until = Until,
            Note = Note,
        };
    }
}
