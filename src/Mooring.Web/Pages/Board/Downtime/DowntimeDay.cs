using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Practice.Access;
using Mooring.Practice.Arrivals;
using Mooring.Practice.Histories;
using Mooring.Practice.Planning;

namespace Mooring.Web.Pages.Board.Downtime;

/// <summary>Somebody who comes today, with what a nurse without a screen must know.</summary>
/// <param name="Plan">The dose of the plan that holds, as it was signed; null where there is none.</param>
public sealed record DowntimeLine(Arrival Arrival, string Allergies, string? Plan)
{
    public string? Protocol { get; init; }
}

/// <summary>The day as it is printed in the morning.</summary>
public sealed record DowntimeList(Clinic Clinic, DateOnly Day, DateTimeOffset PrintedAt, IReadOnlyList<DowntimeLine> Lines)
{
    public IReadOnlyList<Id<Patient>> Patients => [.. Lines.Select(line => line.Arrival.Patient.Id)];
}

/// <summary>Gathers the day list for paper.</summary>
public sealed class DowntimeDay(ArrivalsDesk arrivals, HistoryDesk histories, PlanDesk plans, StaffDesk staff, TimeProvider clock)
{
    public async Task<DowntimeList> Read(CancellationToken cancel)
    {
        var clinic = await staff.Clinic(cancel) ?? throw new InvalidOperationException("No clinic is entered.");
        var day = (await arrivals.Now(cancel)).Today;
        List<DowntimeLine> lines = [];
        foreach (var arrival in day.All.Where(one => one.Stage is not (ArrivalStage.Canceled or ArrivalStage.Missed or ArrivalStage.Left)))
        {
            var history = await histories.Of(arrival.Patient.Id, cancel);
            var plan = await plans.Current(arrival.Patient.Id, cancel);
            lines.Add(new(arrival, Allergies(history), plan is null ? null : $"{plan.What.ProtocolId}: {plan.What.Dose.Request.Dose}{(plan.AwaitsConfirmation ? " (awaits confirmation)" : "")}") { Protocol = plan?.What.ProtocolId });
        }

        return new(clinic, day.Day, clock.GetUtcNow(), lines);
    }

    // Not asked is not none.
    private static string Allergies(History history) =>
        history.Allergies.Count > 0 ? string.Join(", ", history.Allergies.Select(allergy => allergy.Name))
        : history.ReviewOf(HistoryList.Allergies) is null ? "not asked yet" : "none known";
}
