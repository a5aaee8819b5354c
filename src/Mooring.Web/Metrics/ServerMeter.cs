using System.Diagnostics.Metrics;
using Mooring.Storage.Audit;
using Mooring.Storage.Changes;
using Mooring.Storage.Jobs;
using Mooring.Web.Intake;
using Mooring.Web.Live;

namespace Mooring.Web.Metrics;

/// <summary>What an operator watches of this server. Counts only: no name, no number of a patient, no address of a page.</summary>
internal sealed class ServerMeter : IDisposable
{
    public const string Name = "Mooring";

    private readonly Meter meter = new(Name);

    public ServerMeter(IntakeQueue intake, ReadLog reads, LiveRooms live, StoreHealth keeping, JobRunner jobs)
    {
        meter.CreateObservableGauge("mooring.intake.waiting", () => intake.Count, "{message}", "Device messages that wait to be kept.");
        meter.CreateObservableGauge("mooring.reads.waiting", () => reads.Waiting, "{line}", "Lines of the access log that are not written yet.");
        meter.CreateObservableGauge("mooring.live.watchers", () => live.Watchers, "{stream}", "Live pages that are open.");
        meter.CreateObservableGauge("mooring.store.failing", () => keeping.Trouble is null ? 0 : 1, "1", "1 while nothing can be kept.");
        meter.CreateObservableGauge("mooring.jobs.waiting", () => jobs.Waiting, "{job}", "Jobs that are due and not yet begun.");
        meter.CreateObservableCounter("mooring.jobs.done", () => jobs.Counts.Select(job => Of(job, job.Done)), "{job}", "Jobs done by this server, by name.");
        meter.CreateObservableCounter("mooring.jobs.failed", () => jobs.Counts.Select(job => Of(job, job.Failed)), "{job}", "Tries of a job that failed on this server, by name.");
    }

    private static Measurement<long> Of(JobCount job, long count) => new(count, new KeyValuePair<string, object?>("job", job.Name));

    public void Dispose() => meter.Dispose();
}
