namespace Mooring.Clinical.Scheduling;

/// <summary>Which appointments of a series a move means.</summary>
public enum MoveScope
{
    This,

    /// <summary>This and those after it.</summary>
    Following,

    /// <summary>All that lie ahead.</summary>
    All,
}

/// <summary>One appointment and where it goes.</summary>
public sealed record MoveTo(Appointment What, DateOnly Day, TimeOnly Time);

/// <summary>Moves of a series: all by as many days, to the same time of day. What has been, or was ended, stays.</summary>
public static class SeriesMove
{
    /// <param name="series">All of it; the moved one alone where it belongs to none.</param>
    /// <param name="moved">The one that somebody moves.</param>
    public static IReadOnlyList<MoveTo> Of(IReadOnlyList<Appointment> series, Appointment moved, DateOnly day, TimeOnly time, MoveScope scope, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(moved);
        var days = day.DayNumber - moved.Day.DayNumber;
        return
        [
            .. from one in series.Where(other => other.Id != moved.Id).Append(moved)
               where one.Id == moved.Id || (one.IsOpen && one.Start > now && IsMeant(one))
               orderby one.Start
               select one.Id == moved.Id ? new MoveTo(one, day, time) : new MoveTo(one, one.Day.AddDays(days), time),
        ];

        bool IsMeant(Appointment one) => scope switch
        {
            MoveScope.This => false,
            MoveScope.Following => one.Start > moved.Start,
            _ => true,
        };
    }
}
