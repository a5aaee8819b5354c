using Mooring.Clinical;
using Mooring.Clinical.Notes;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Protocols;
using Mooring.Practice.Plans;

namespace Mooring.Practice.Notes;

/// <summary>The dosing sessions that a note can be about: a list to choose from, so that none is mistyped or dropped.</summary>
public sealed class NoteSessions(VisitDesk visits)
{
    /// <summary>Newest first, without those that were called off.</summary>
    public async Task<IReadOnlyList<NoteSession>> Of(Id<Patient> patient, CancellationToken cancel) =>
    [
        .. from visit in await visits.Of(patient, cancel)
           where visit.What.Kind == VisitKind.Dosing && visit.State != VisitState.Canceled
           orderby visit.What.On descending
           select new NoteSession(visit.Id, visit.What.Session, visit.What.On),
    ];
}
