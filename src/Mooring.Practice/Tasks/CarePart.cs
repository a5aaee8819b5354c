using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Surveillance;
using Mooring.Practice.Surveillance;
using Mooring.Practice.Timepoints;

namespace Mooring.Practice.Tasks;

/// <summary>What is due while somebody is treated: questionnaires between the sessions, and long-term checks.</summary>
internal sealed class CarePart(AskingDesk asking, SurveillanceDesk checks) : ChartPart
{
    internal override async Task<IReadOnlyList<Wait>> Waiting(Id<Patient> patient, CancellationToken cancel)
    {
        List<Wait> waits = [];
        // What is asked before the first session, screening says; what is asked on the day of one stands at the chair.
        var sheets = (await asking.DueFor(patient, cancel)).Where(due => due.Line is { Optional: false, After: not (CountedFrom.SessionDay or CountedFrom.Referral) }).Select(due => due.Instrument.Title.En).Distinct().ToList();
        if (sheets.Count > 0)
            waits.Add(new(TaskKind.QuestionnairesDue, patient.Value, $"Questionnaires due: {Wait.Name}", $"{string.Join(", ", sheets)}.", [Role.Nurse, Role.Therapist]));
        var due = (await checks.DueFor(patient, cancel)).Where(one => one.Timing.After != CountedFrom.Baseline).ToList();
        if (due.Count > 0)
            waits.Add(new(TaskKind.LongTermCheck, patient.Value, $"Long-term check due: {Wait.Name}", $"{string.Join("; ", due.Select(one => $"{one.Check.Title}: {one.Check.Does.TrimEnd('.')}"))}.", [Role.Nurse, Role.Prescriber]) { Since = due.Min(one => one.Since) });
        return waits;
    }
}
