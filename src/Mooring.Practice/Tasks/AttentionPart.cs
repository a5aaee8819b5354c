using Mooring.Clinical;
using Mooring.Clinical.Attention;
using Mooring.Clinical.Patients;
using Mooring.Practice.Settings;

namespace Mooring.Practice.Tasks;

/// <summary>Serious events, calls that were asked for, and visits that somebody at risk missed, for whose they are, and for all of the role when nobody took them.</summary>
internal sealed class AttentionPart(AttentionDesk desk, CurrentClinic current) : ChartPart
{
    internal override async Task<IReadOnlyList<Wait>> Waiting(Id<Patient> patient, CancellationToken cancel)
    {
        var clinic = (await current.Find(cancel))!;
        return [.. (await desk.Open(patient, cancel)).Select(each => Of(each.Matter, clinic))];
    }

    private static string Title(MatterKind kind) => kind switch
    {
        MatterKind.SeriousEvent => "Serious adverse event",
        MatterKind.MissedAtRisk => "Did not come, call today",
        _ => "Please call",
    };

    private Wait Of(Matter matter, Clinic clinic) => new(
        Enum.Parse<TaskKind>(matter.Kind.ToString()),
        matter.About,
        $"{Title(matter.Kind)}: {Wait.Name}",
        matter.Says,
        matter.For)
    {
        Since = matter.Since,
        UrgentFrom = matter.Since,
        // A prescriber looks at a serious event on its day.
        Due = matter.Kind == MatterKind.SeriousEvent ? clinic.DayOf(matter.Since) : null,
        Named = matter.Named?.Id,
        ForAllFrom = matter.Since + desk.TakenWithin,
        TakenBy = matter.TakenBy,
        TakenAt = matter.TakenAt,
        Tries = matter.Tries,
        TriedAt = matter.TriedAt,
        NextTry = matter.NextTry,
    };
}
