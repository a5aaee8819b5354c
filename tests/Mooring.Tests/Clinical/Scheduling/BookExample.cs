using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Scheduling;
using Mooring.Clinical.Settings;
using Mooring.Clinical.Staffing;

namespace Mooring.Tests.Clinical.Scheduling;

/// <summary>A clinic in Chicago with two chairs, two nurses, a prescriber, a therapist and a room, and wishes for it.</summary>
internal static class BookExample
{
    // A Monday.
    public static readonly DateOnly Monday = new(2026, 3, 2);

    public static readonly BookingTerms Terms = Content.Library.Booking!.Value;

    public static readonly StaffingTerms StaffRules = Content.Library.Staffing!.Value;

    public static readonly Resource ChairA = Made(1, "Chair A", ResourceKind.Chair) with { After = TimeSpan.FromMinutes(15) };
    public static readonly Resource ChairB = Made(2, "Chair B", ResourceKind.Chair) with { After = TimeSpan.FromMinutes(15) };
    public static readonly Resource NurseA = Made(3, "Nurse A", ResourceKind.Nurse) with { StartsApart = TimeSpan.FromMinutes(15) };
    public static readonly Resource NurseB = Made(4, "Nurse B", ResourceKind.Nurse) with { StartsApart = TimeSpan.FromMinutes(15) };
    public static readonly Resource Prescriber = Made(5, "Prescriber", ResourceKind.Prescriber);
    public static readonly Resource Therapist = Made(6, "Therapist", ResourceKind.Therapist);
    public static readonly Resource Room = Made(7, "Room 1", ResourceKind.Room);

    public static Clinic In(string zone) => new(new(new Guid(9, 0, 0, new byte[8])), "Harbor Test Clinic", zone, IsDemo: true)
    {
        Opening = new() { Days = [.. OpeningTimes.Week.Select(day => new OpeningDay(day, new(8, 0), new(17, 0)))] },
    };

    public static Book Book(string zone = "America/Chicago", params IReadOnlyList<Appointment> taken) => new(In(zone), Terms)
    {
        Resources = [ChairA, ChairB, NurseA, NurseB, Prescriber, Therapist, Room],
        Taken = taken,
        Dosings = [.. taken.Where(one => one.Spacing is not null)],
    };

    public static Resource Made(int number, string name, params ResourceKind[] kinds) => new(new(Number(number)), name, kinds);

    public static Guid Number(int number) => new(number, 0, 0, new byte[8]);

    public static Id<Patient> Patient(int number) => new(Number(number));

    /// <summary>By the type of the content, and for dosing by the protocol.</summary>
    public static Wish Wish(string type, int number, DateOnly day, TimeOnly time, string? protocol = null, params IReadOnlyList<Resource> chosen) => new()
    {
        Id = new(Number(number)),
        Patient = Patient(number),
        Type = Content.Library.VisitTypes[type].Value,
        Protocol = protocol is null ? null : Content.Protocol(protocol),
        Phase = protocol is null ? null : Content.Protocol(protocol).Course[0],
        Day = day,
        Time = time,
        Chosen = [.. chosen.Select(resource => resource.Id)],
    };

    public static Wish Infusion(int number, TimeOnly time, params IReadOnlyList<Resource> chosen) => Wish("dosing-iv", number, Monday, time, "TRD-IV-STD", chosen);

    public static Wish Spray(int number, TimeOnly time, params IReadOnlyList<Resource> chosen) => Wish("dosing-nasal", number, Monday, time, "TRD-ESK-IN", chosen);

    public static Placed Place(Wish wish, Book book) => Placing.Of(wish, book, StaffRules);

    public static IReadOnlyList<ConflictKind> Kinds(Placed placed) => [.. placed.Conflicts.Select(conflict => conflict.Kind)];
}
