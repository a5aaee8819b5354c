using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Privacy;
using Mooring.Practice.Notes;
using Mooring.Practice.Privacy;
using Mooring.Practice.Settings;
using Mooring.Storage;

namespace Mooring.Practice.Tasks;

/// <summary>Openings of a restricted chart that wait for their reason or their review, and requests of the patient with a clock.</summary>
internal sealed class PrivacyPart(OpeningDesk openings, RequestDesk requests, SealedNoteDesk notes, CurrentClinic current) : ChartPart
{
    private static readonly IReadOnlyList<Role> Officers = [Role.PrivacyOfficer, Role.MedicalDirector];

    internal override async Task<IReadOnlyList<Wait>> Waiting(Id<Patient> patient, CancellationToken cancel)
    {
        var clinic = (await current.Find(cancel))!;
        List<Wait> waits = [];
        foreach (var opening in await openings.Of(patient, cancel))
        {
            if (opening.Reason is null)
                waits.Add(new(TaskKind.SayWhyOpened, opening.Id, $"Say why you opened the chart: {Wait.Name}", "It is restricted, and you are not on its care team.", opening.By.Roles)
                {
                    Since = opening.At,
                    Named = opening.By.Id,
                });
            if (opening.ReviewedAt is not null)
                continue;
            var due = clinic.DayOf(opening.At + openings.Terms.ReviewWithin);
            waits.Add(new(TaskKind.ReviewOpening, opening.Id, $"Review: {opening.By.Name} opened the restricted chart of {Wait.Name}", Said(opening), Officers) { Since = opening.At, Due = due, NotFor = opening.By.Id });
            // Once more for whoever leads the treatment, under an id of its own.
            if (await openings.Lead(patient, opening.By.Id, cancel) is { } lead)
                waits.Add(new(TaskKind.ReviewOpening, patient.Value, $"Review who opened the restricted chart: {Wait.Name}", Said(opening), [Role.Prescriber, Role.Therapist]) { Since = opening.At, Due = due, Named = lead, NotFor = opening.By.Id });
        }

        waits.AddRange((await requests.Of(patient, cancel)).Where(request => request.ClosedAt is null).Select(request =>
            new Wait(TaskKind.PrivacyRequestDue, request.Id, $"Answer: {Said(request.Kind)}, {Wait.Name}", "The patient asked for it; the law says by when it is answered.", [Role.PrivacyOfficer, Role.Manager])
            {
                Due = request.DueOn,
            }));
        waits.AddRange((await notes.Untold(patient, cancel)).Select(one =>
            new Wait(TaskKind.NoteOpenedByTwo, one.Opening.Id, $"Your psychotherapy note was opened: {Wait.Name}", $"By {one.Opening.By.Name} and {one.Opening.SecondBy!.Name}, for {one.Opening.Reader}: {one.Opening.Says}", one.Author.Roles)
            {
                Since = one.Opening.SecondAt,
                Named = one.Author.Id,
            }));
        return waits;
    }

    private static string Said(ChartOpening opening) => opening.Says is { } says ? $"Reason given: {says}" : "No reason was given yet.";

    private static string Said(PrivacyRequestKind kind) => kind switch
    {
        PrivacyRequestKind.Amendment => "a correction of the record",
        PrivacyRequestKind.Copy => "a copy of the record",
        _ => "to whom the record was disclosed",
    };
}

/// <summary>Who has a task of the patient is on the care team while it is open.</summary>
internal sealed class TaskTeam(MooringDb db) : TeamPart
{
    internal override async Task<IReadOnlyList<TeamMember>> Of(Id<Patient> patient, CancellationToken cancel) =>
        [.. (await db.Set<TaskRow>().AsNoTracking().Where(row => row.PatientId == patient && row.Done == null && row.OwnerId != null && row.Kind != TaskKind.SayWhyOpened && row.Kind != TaskKind.ReviewOpening).Select(row => new { row.OwnerId, row.OwnerName }).Distinct().ToListAsync(cancel))
            .Select(row => new TeamMember(row.OwnerId!.Value, row.OwnerName ?? "", "open task", IsLead: false))];
}
