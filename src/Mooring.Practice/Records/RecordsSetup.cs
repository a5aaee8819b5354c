using Microsoft.Extensions.DependencyInjection;
using Mooring.Storage.Jobs;

namespace Mooring.Practice.Records;

/// <summary>Registers records, proof and the access log.</summary>
internal static class RecordsSetup
{
    public static void AddRecords(this IServiceCollection services)
    {
        services.AddScoped<SessionIndex>();
        services.AddScoped<VerifyDesk>();
        services.AddScoped<SignatureWalk>();
        services.AddScoped<CheckpointDesk>();
        services.AddScoped<Job, CheckpointJob>();
        services.AddScoped<RecordArchive>();
        services.AddScoped<ChartReads>();
        services.AddScoped<AccessLogDesk>();
        services.AddScoped<AuditExport>();
    }
}
