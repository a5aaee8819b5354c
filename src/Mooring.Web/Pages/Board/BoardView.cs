using Mooring.Clinical;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Staffing;
using Mooring.Storage.Telemetry;
using Mooring.Web.Pages.Bedside;
using Mooring.Web.Pages.Bedside.Panels;

namespace Mooring.Web.Pages.Board;

/// <summary>How much a chair asks for somebody.</summary>
public enum Need
{
    Alarm,
    Due,
    Calm,
    Free,
}

/// <summary>What happens next at a chair: a limit that was passed, or what is due.</summary>
public sealed record NextView(string Says, string By, DateTimeOffset At)
{
    /// <summary>A step that waits since then, and has no hour at which it is late.</summary>
    public bool Waits { get; init; }
}

/// <summary>The minimum stay: when it ends, in words, and whether anybody may shorten it.</summary>
public sealed record StayView(string Says, DateTimeOffset Until, bool IsOver, bool IsFixed);

/// <summary>One chair as the board shows it.</summary>
public sealed record ChairView(Chair Chair, Need Need)
{
    public Id<Session>? Session { get; init; }

    /// <summary>First name and initial: others read the board too.</summary>
    public string ShortName { get; init; } = "";

    public string PhaseSays { get; init; } = "";

    /// <summary>The big clock runs from here.</summary>
    public DateTimeOffset? Since { get; init; }

    public string ClockSays { get; init; } = "";

    public string? Dose { get; init; }

    public IReadOnlyList<VitalView> Vitals { get; init; } = [];

    public NextView? Next { get; init; }

    public StayView? Stay { get; init; }

    /// <summary>Where it stands with the escort; null before that is asked.</summary>
    public string? Escort { get; init; }

    /// <summary>Who keeps the patient in sight; null while nobody has taken the chair.</summary>
    public string? InCareOf { get; init; }

    public IReadOnlyList<PersonDueView> Due { get; init; } = [];

    public int Devices { get; init; }

    /// <summary>The gravest of the devices' own alarms, in the device's words; null when none is on.</summary>
    public string? DeviceAlarm { get; init; }

    public string ElementId => $"chair-{Chair.Id}";
}

/// <summary>Somebody expected who has no chair yet.</summary>
public sealed record ArrivalView(Id<Session> Session, string Name, string Plan);

/// <summary>Somebody whose dosing visit is today and for whom no session is open.</summary>
/// <param name="At">By the appointment book; null where nobody gave it an hour.</param>
public sealed record ExpectedView(Guid Patient, string Name, string Says, DateTimeOffset? At);

/// <summary>Every chair at once.</summary>
public sealed record BoardView(IReadOnlyList<ChairView> Cards, IReadOnlyList<ArrivalView> Arrivals)
{
    public BoardOrder Order { get; init; }

    public IReadOnlyList<OnSite> OnSite { get; init; } = [];

    /// <summary>Rules on staffing that are not kept now.</summary>
    public IReadOnlyList<StaffingNotice> Staffing { get; init; } = [];

    /// <summary>Who is expected today, by first name and initial, with the patient's own page.</summary>
    public IReadOnlyList<ExpectedView> Expected { get; init; } = [];

    /// <summary>Whose names stand on it.</summary>
    public IReadOnlyList<Guid> Patients { get; init; } = [];

    public IReadOnlyList<PersonView> People => PersonView.Of(Cards);

    public static BoardView Of(Practice.Chairs.Board board, LatestReadings latest, DateTimeOffset now, BoardOrder order, Clinic clinic, IReadOnlyDictionary<Id<Visit>, DateTimeOffset>? hours = null)
    {
        var cards = board.Seats.Select(seat => ChairViews.Of(seat, latest, now, clinic));
        if (order != BoardOrder.Room)
        {
            cards = cards.OrderBy(card => order == BoardOrder.Person ? card.InCareOf : null, StringComparer.Ordinal)
                .ThenBy(card => card.Need).ThenBy(card => card.Next?.At ?? DateTimeOffset.MaxValue).ThenBy(card => card.Chair.Name, StringComparer.Ordinal);
        }

        return new(
            [.. cards],
            [.. board.Arrivals.Select(session => new ArrivalView(
                session.Id, session.Plan.PatientName, $"{session.Plan.Drug} {PhaseWords.Dose(session.Plan)}, {RouteWords.Of(session.Plan.Route)}"))])
        {
            Order = order,
            OnSite = board.OnSite,
            Staffing = board.Staffing,
            Patients = [.. board.Seats.Select(seat => seat.Session).OfType<Session>().Concat(board.Arrivals).Select(session => session.Plan.Patient)
                .Concat(board.Expected.Select(each => each.Patient.Id.Value)).Distinct()],
            Expected = [.. board.Expected.Select(each => new ExpectedView(each.Patient.Id.Value, each.Patient.ShortName, each.Visit.What.What, hours?.TryGetValue(each.Visit.Id, out var at) == true ? at : null))
                .OrderBy(each => each.At ?? DateTimeOffset.MaxValue)],
        };
    }
}
