using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Practice.Privacy;
using Mooring.Storage.Jobs;

namespace Mooring.Practice.Tasks;

/// <summary>Registers the work list.</summary>
internal static class TasksSetup
{
    public static void AddTasks(this IServiceCollection services)
    {
        services.AddScoped<PathwayDesk>();
        services.AddScoped<WaitingDesk>();
        services.AddScoped<PatientListDesk>();
        services.AddScoped<ChairsNow>();
        services.AddScoped<WorkDesk>();
        services.AddScoped<StepWaits>();
        services.AddScoped<TaskCount>();
        services.AddSingleton<TaskRecount>();
        services.AddScoped<IInterceptor, TaskMarking>();
        services.AddScoped<Job, TaskJob>();
        services.AddScoped<ChartPart, ReferralPart>();
        services.AddScoped<ChartPart, QuestionnairePart>();
        services.AddScoped<ChartPart, RiskPart>();
        services.AddScoped<ChartPart, SessionPart>();
        services.AddScoped<UnfinishedDesk>();
        services.AddScoped<ChartPart, UnfinishedPart>();
        services.AddScoped<ChartPart, CoursePart>();
        services.AddScoped<ChartPart, ConfirmingPart>();
        services.AddScoped<MissedAtRisk>();
        services.AddScoped<AttentionDesk>();
        services.AddScoped<ChartPart, AttentionPart>();
        services.AddScoped<ChartPart, OverduePart>();
        services.AddScoped<ChartPart, VisitsPart>();
        services.AddScoped<ChartPart, BookingPart>();
        services.AddScoped<ChartPart, LapsedPart>();
        services.AddScoped<ChartPart, CarePart>();
        services.AddScoped<ChartPart, ToldPart>();
        services.AddScoped<CallBackDesk>();
        services.AddScoped<DoneDesk>();
        services.AddScoped<ChartPart, NotesPart>();
        services.AddScoped<ChartPart, LetterPart>();
        services.AddScoped<ChartPart, PrivacyPart>();
        services.AddScoped<TeamPart, TaskTeam>();
        services.AddScoped<RestrictedTasks>();
    }
}
