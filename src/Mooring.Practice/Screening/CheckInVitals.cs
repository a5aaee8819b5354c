using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Rules;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Clearance;
using Mooring.Clinical.Vitals;
using Mooring.Content.Library;
using Mooring.Kinetics.Quantities;
using Mooring.Practice.Sessions;
using Mooring.Storage;

namespace Mooring.Practice.Screening;

/// <summary>
/// What was charted at the chair before anything was given, and what its questions found. It tells of the patient at rest,
/// as a value from the desk does; what comes after the first dose tells of the drug.
/// </summary>
public sealed class CheckInVitals(MooringDb db, SessionJournal journal, ClinicalLibrary library, TimeProvider clock)
{
    public async Task<IReadOnlyList<Observation>> Of(Id<Patient> patient, CancellationToken cancel)
    {
        // Sessions from before any rule looks back to would only cost time; one that began the day before may reach into it.
        var since = clock.GetUtcNow() - LooksBack() - TimeSpan.FromDays(1);
        var ids = await db.Set<SessionRow>().AsNoTracking().Where(row => row.PatientId == patient && row.OpenedAt >= since).Select(row => row.Id).ToListAsync(cancel);
        List<Observation> found = [];
        foreach (var id in ids)
        {
            var session = (await journal.Load(id, cancel))!;
            found.AddRange(
                from value in session.Chart.All
                where session.FirstDoseAt is not { } dosed || value.At < dosed
                let sign = VitalSign.Find(value.Of)
                where sign?.Loinc is not null
                select new Observation(sign!.Loinc!, new Quantity(value.Value, sign.Unit), value.At));
            found.AddRange(Answered(session));
        }

        return found;
    }

    // As far back as a rule asks for anything that can be charted or asked at a chair.
    private TimeSpan LooksBack()
    {
        var asked = library.Rules.Values.SelectMany(rule => rule.Value.Grades).SelectMany(grade => grade.When.Parts())
            .Select(part => part switch
            {
                Compare compare => (Measure: compare.What, Ago: compare.Within),
                OlderThan older => (Measure: older.What, Ago: older.Age),
                _ => (Measure: "", Ago: (TimeSpan?)null),
            });
        return asked.Where(each => each.Ago is not null && IsOfTheChair(each.Measure)).Max(each => each.Ago) ?? TimeSpan.Zero;
    }

    private bool IsOfTheChair(string measure) => library.Words.Measures.GetValueOrDefault(measure)?.Code is { } code
        && (VitalSign.All.Any(sign => sign.Loinc == code) || library.Packs.SelectMany(pack => pack.Value?.Gates ?? []).Any(gate => gate.Tells?.Measure == measure));

    private IEnumerable<Observation> Answered(Session session) =>
        from entry in session.Told
        let answer = entry.What as GateAnswered
        where answer is { Answer: GateAnswer.Met or GateAnswer.NotMet }
        let tells = session.Pack.Gates.FirstOrDefault(gate => gate.Id == answer.Item)?.Tells
        where tells is not null
        let measure = library.Words.Measures.GetValueOrDefault(tells.Measure)
        where measure?.Code is not null
        select new Observation(measure!.Code!, new Quantity(answer.Answer == GateAnswer.Met ? tells.Met : tells.NotMet, measure.Unit), entry.HappenedAt);
}
