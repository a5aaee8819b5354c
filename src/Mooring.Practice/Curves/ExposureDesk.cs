using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Kinetics;
using Mooring.Practice.Access;
using Mooring.Practice.Sessions;
using Mooring.Storage;

namespace Mooring.Practice.Curves;

/// <summary>What a person was given over all sessions.</summary>
/// <param name="Exposure">Null when nothing was given that a model speaks for.</param>
/// <param name="LeftOut">Sessions that are not in it, and why.</param>
public sealed record CourseGiven(CourseExposure? Exposure, IReadOnlyList<string> LeftOut);

/// <summary>Adds up dose and area over the sessions of a person, of whatever route.</summary>
public sealed class ExposureDesk(MooringDb db, SessionJournal journal, ModelChoice models, StaffDesk staff, TimeProvider clock)
{
    /// <summary>Of a person of this clinic; nothing for anybody else.</summary>
    public async Task<CourseGiven> Of(Id<Patient> patient, CancellationToken cancel)
    {
        var (now, clinic) = (clock.GetUtcNow(), (await staff.Clinic(cancel))!);
        var ids = await db.Set<SessionRow>().AsNoTracking().Where(row => row.PatientId == patient).Select(row => row.Id).ToListAsync(cancel);
        List<SessionDoses> doses = [];
        List<string> leftOut = [];
        foreach (var id in ids)
        {
            if (await journal.Load(id, cancel) is not { FirstDoseAt: { } start } session)
                continue;
            var day = clinic.DayOf(start);
            if (models.For(session.Plan) is { } model)
                doses.Add(new(day, model, new Subject(session.Plan.Weight) { AgeInYears = session.Plan.Age }, GivenDoses.Of(session, start, now, now)));
            else
                leftOut.Add(string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}: {session.DoseSoFar(now).InMilligrams:0.#} mg of {session.Plan.Drug} {RouteWords.Of(session.Plan.Route)}; no model describes it."));
        }

        if (doses.Count == 0)
            return new(null, leftOut);
        var exposure = CourseExposure.Of(doses);
        return new(exposure.Value, [.. leftOut, .. exposure.Objections.Select(one => $"{one.At}: {one.Says}")]);
    }
}
