using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Leaving;
using Mooring.Clinical.Sessions.Limits;
using Mooring.Clinical.Sessions.Rescuing;
using Mooring.Kinetics.Quantities;

namespace Mooring.Practice.Sessions;

/// <summary>What a session came to, without its journal: what courses, reports and later sessions ask for.</summary>
/// <param name="Entries">As of which entry of the journal.</param>
/// <param name="Protocol">The id of the protocol it was planned by.</param>
public sealed record SessionFact(Id<Session> Id, Id<Patient> Patient, long Entries, string Protocol, string Drug, DoseRoute Route, DateTimeOffset OpenedAt, Phase Phase)
{
    public DateTimeOffset? FirstDoseAt { get; init; }

    /// <summary>The last injection or device, or the end of the infusion; null while it runs.</summary>
    public DateTimeOffset? DosingEndedAt { get; init; }

    /// <summary>What was given in all; of an infusion that runs, up to when it was asked.</summary>
    public Mass Total { get; init; }

    public DateTimeOffset? LeftAt { get; init; }

    /// <summary>When the last criterion of discharge was met; null before, and for whoever left with one waived.</summary>
    public DateTimeOffset? ReadyAt { get; init; }

    /// <summary>From check-in to leaving, as the notices were counted; null where nobody counted them.</summary>
    public double? Hours { get; init; }

    public IReadOnlyList<NoticeLine> Notices { get; init; } = [];

    /// <summary>Oldest first; a corrected one stands as it was corrected.</summary>
    public IReadOnlyList<AdverseCase> Adverse { get; init; } = [];

    /// <summary>It changes with the clock, and not with its journal alone.</summary>
    internal bool IsRunning => FirstDoseAt is not null && DosingEndedAt is null;

    public static SessionFact Of(Session session, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(session);
        var counted = session.Told.Select(entry => entry.What).OfType<NoticesShown>().LastOrDefault();
        return new(session.Id, new(session.Plan.Patient), session.LastSeq, session.Plan.Protocol.Id, session.Plan.Drug, session.Plan.Route, session.Journal[0].HappenedAt, session.Phase)
        {
            FirstDoseAt = session.FirstDoseAt,
            DosingEndedAt = session.DosingEndedAt,
            Total = session.DoseSoFar(now),
            LeftAt = session.LeftAt,
            ReadyAt = Ready(session),
            Hours = counted?.Hours,
            Notices = counted?.Notices ?? [],
            Adverse = [.. session.AdverseCases.Select(each => new AdverseCase(each.Id, each.At, each.What))],
        };
    }

    private static DateTimeOffset? Ready(Session session) =>
        session.Phase < Phase.Discharged || session.Pack.Discharge.Criteria.Any(one => session.Criteria.GetValueOrDefault(one.Id)?.Met != Finding.Met)
            ? null
            : session.Told.Where(entry => entry.What is DischargeCriterionAnswered { Met: Finding.Met }).Max(entry => (DateTimeOffset?)entry.HappenedAt);
}

/// <summary>An adverse event and when it began.</summary>
/// <param name="Id">The entry that recorded it.</param>
public sealed record AdverseCase(Guid Id, DateTimeOffset At, AdverseEventRecorded What);
