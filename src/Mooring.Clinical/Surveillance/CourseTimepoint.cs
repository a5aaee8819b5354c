using Mooring.Clinical.Protocols;

namespace Mooring.Clinical.Surveillance;

public enum TimepointKind
{
    /// <summary>Something is sent to the patient.</summary>
    Message,

    /// <summary>Questionnaires are asked.</summary>
    Questionnaire,
}

/// <summary>A moment of a course at which something is sent or asked. It is no visit: nobody comes, and nobody is late.</summary>
/// <param name="Session">The session of the course that it follows, from 1.</param>
/// <param name="Until">The last day on which it still counts.</param>
public sealed record CourseTimepoint(TimepointKind Kind, int Session, DateOnly On, DateOnly Until, string What, IReadOnlyList<string> Instruments)
{
    /// <summary>What the protocol sends and asks around the sessions that were held, oldest first.</summary>
    /// <param name="held">The clinic's days of the sessions held, oldest first.</param>
    /// <param name="isLast">Whether the session of this number, from 1, was the last of its phase.</param>
    public static IReadOnlyList<CourseTimepoint> Of(Protocol protocol, IReadOnlyList<DateOnly> held, Func<int, bool> isLast) =>
    [
        .. from terms in protocol.Visits
           where !terms.Kind.IsVisit()
           from session in held.Index()
           where terms.From switch { VisitAnchor.FirstDosing => session.Index == 0, VisitAnchor.LastDosing => isLast(session.Index + 1), _ => true }
           let day = session.Item.AddDays((int)terms.Offset.AsTime!.Value.TotalDays)
           orderby day, terms.Kind
           select new CourseTimepoint(
               terms.Kind == VisitKind.Message ? TimepointKind.Message : TimepointKind.Questionnaire,
               session.Index + 1,
               day,
               session.Item.AddDays((int)terms.Latest.AsTime!.Value.TotalDays),
               terms.What,
               terms.Instruments),
    ];

    public bool IsOn(DateOnly day) => On <= day && day <= Until;
}
