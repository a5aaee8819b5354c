using System.Globalization;
using Mooring.Clinical;
using Mooring.Clinical.Scheduling;
using Mooring.Practice.Arrivals;
using Mooring.Practice.Scheduling;
using Mooring.Web.Components;

namespace Mooring.Web.Pages.Schedule;

/// <summary>How an appointment stands: a sign, words, and the name by which it is drawn.</summary>
public sealed record StateView(string Name, string Icon, string Says);

/// <summary>How the pages of the book say states, kinds and times.</summary>
public static class BookWords
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    public static StateView Of(BookEntry entry, ArrivalStage? stage, Clinic clinic)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.What.State switch
        {
            AppointmentState.Canceled => new("over", "ban", entry.IsLateCancel ? "Canceled late" : "Canceled"),
            AppointmentState.Missed => new("over", "circle-x", "Did not come"),
            AppointmentState.Held when entry.IsLapsed => new("held", "circle-pause", "Hold ended"),
            AppointmentState.Held => new("held", "circle-pause", "Held through " + ShortDay(clinic.DayOf(entry.What.HoldUntil!.Value.AddMinutes(-1)))),
            AppointmentState.Booked when entry.IsLate => new("late", "alarm-clock", "Late"),
            AppointmentState.Booked when entry.ExpectedAt is { } at => new("late", "alarm-clock", "Comes at " + Words.Time(at, clinic)),
            AppointmentState.Booked when entry.ConfirmedAt is not null => new("booked", "calendar-check", "Confirmed"),
            AppointmentState.Booked => new("booked", "calendar", "Expected"),
            AppointmentState.Done => new("left", "circle-check", "Left"),
            _ => stage is { } known ? Of(known) : new("here", "user-check", "Arrived"),
        };
    }

    public static StateView Of(ArrivalStage stage) => stage switch
    {
        ArrivalStage.Expected => new("booked", "calendar", "Expected"),
        ArrivalStage.Arrived => new("here", "user-check", "Arrived"),
        ArrivalStage.CheckedIn => new("here", "clipboard-check", "Checked in"),
        ArrivalStage.InChair => new("chair", "armchair", "In chair"),
        ArrivalStage.Left => new("left", "circle-check", "Left"),
        ArrivalStage.Missed => new("over", "circle-x", "Did not come"),
        _ => new("over", "ban", "Canceled"),
    };

    /// <summary>What is missing, as short as it can be said.</summary>
    public static string Of(Lacking lacking)
    {
        ArgumentNullException.ThrowIfNull(lacking);
        return lacking.Kind switch
        {
            LackingKind.Ride => "No ride named",
            LackingKind.History => "History not told",
            LackingKind.Forms => "Forms not answered",
            LackingKind.Consent => "Consent missing",
            LackingKind.ConsentEnds => "Consent ends " + ShortDay(lacking.On!.Value),
            LackingKind.Eligibility => "Eligibility not decided",
            _ => "Eligibility ends " + ShortDay(lacking.On!.Value),
        };
    }

    public static string Of(ResourceKind kind) => kind switch
    {
        ResourceKind.Chair => "Chair",
        ResourceKind.Room => "Room",
        ResourceKind.Nurse => "Nurse",
        ResourceKind.Prescriber => "Prescriber",
        ResourceKind.Therapist => "Therapist",
        ResourceKind.Monitor => "Monitor",
        _ => "Ride",
    };

    public static string Of(EndCause cause) => cause switch
    {
        EndCause.Patient => "The patient called it off",
        EndCause.Clinic => "The clinic called it off",
        _ => "For clinical reasons, such as blood pressure or an illness",
    };

    public static string Of(MoveScope scope) => scope switch
    {
        MoveScope.This => "Only this appointment",
        MoveScope.Following => "This one and those after it",
        _ => "All of the series that lie ahead",
    };

    public static string Of(WaitPriority priority) => priority switch
    {
        WaitPriority.MissedInduction => "Missed a session of the first weeks",
        WaitPriority.Clinical => "Clinical need",
        _ => "As usual",
    };

    /// <summary>Sun, Nov 22.</summary>
    public static string ShortDay(DateOnly day) => day.ToString("ddd, MMM d", English);

    /// <summary>9:05 AM, by the clock on the wall.</summary>
    public static string Clock(TimeOnly time) => time.ToString("h:mm tt", English);

    /// <summary>9:05 AM to 11:15 AM.</summary>
    public static string Times(Appointment one, Clinic clinic)
    {
        ArgumentNullException.ThrowIfNull(one);
        return $"{Words.Time(one.Start, clinic)} to {Words.Time(one.End, clinic)}";
    }

    /// <summary>2026-11-22, for addresses and fields.</summary>
    public static string Field(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>14:30, for addresses and fields.</summary>
    public static string Field(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>What stands in an address; null for nothing, or for what is no day.</summary>
    public static DateOnly? Day(string? typed) => DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static TimeOnly? Time(string? typed) => TimeOnly.TryParseExact(typed, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
