using Microsoft.Extensions.DependencyInjection;
using Mooring.Storage.Access;
using Mooring.Storage.Archives;
using Mooring.Storage.Chairs;
using Mooring.Storage.Courses;
using Mooring.Storage.Desks;
using Mooring.Storage.Histories;
using Mooring.Storage.Imports;
using Mooring.Storage.Journal;
using Mooring.Storage.Library;
using Mooring.Storage.Live;
using Mooring.Storage.Pathways;
using Mooring.Storage.Proof;
using Mooring.Storage.Questionnaires;
using Mooring.Storage.Risk;
using Mooring.Storage.Series;
using Mooring.Storage.Surveillance;
using Mooring.Storage.Telemetry;

namespace Mooring.Storage;

/// <summary>Registers storage and every desk.</summary>
public static class StorageSetup
{
    public static void AddStorage(this IServiceCollection services, Database database, string contentFolder, string? dataFolder = null)
    {
        database.Register(services);
        services.AddSingleton(database);
        services.AddSingleton(_ => ClinicalLibrary.Load(contentFolder));
        services.AddSingleton<IntakeContent>();
        services.AddSingleton<InterfaceTexts>();
        services.AddSingleton(provider => dataFolder is null ? ClinicTexts.None
            : ClinicTexts.Load(dataFolder, id => provider.GetRequiredService<ClinicalLibrary>().Instruments.GetValueOrDefault(id)?.Value));
        services.AddSingleton<InstrumentShelf>();
        services.AddSingleton<SignedShelf>();
        services.AddScoped<Reviewed>();
        services.AddScoped<SignatureDesk>();
        services.AddSingleton<ChangeFeed>();
        services.AddSingleton<PackShelf>();
        services.AddSingleton<LatestReadings>();
        services.AddSingleton<NoticeShelf>();
        services.AddScoped<NoticeCountDesk>();
        services.AddScoped<SessionJournal>();
        services.AddScoped<TelemetryBook>();
        services.AddScoped<TelemetryWarmUp>();
        services.AddScoped<ReadingsBook>();
        services.AddScoped<DeviceDesk>();
        services.AddScoped<ChairDesk>();
        services.AddScoped<BoardDesk>();
        services.AddScoped<SeriesDesk>();
        services.AddScoped<WhatIfDesk>();
        services.AddScoped<SubjectDesk>();
        services.AddScoped<ReadinessDesk>();
        services.AddScoped<ExposureDesk>();
        services.AddSingleton<SessionCurves>();
        services.AddScoped<PlanCurves>();
        services.AddSingleton<SessionShelf>();
        services.AddSingleton<BandShelf>();
        services.AddSingleton(provider => provider.GetRequiredService<ClinicalLibrary>().Kinetics);
        services.AddScoped<LinkDesk>();
        services.AddScoped<StaffDesk>();
        services.AddScoped<SetUpDesk>();
        services.AddScoped<VisitEnd>();
        services.AddScoped<PatientDesk>();
        services.AddScoped<ReferralDesk>();
        services.AddSingleton<CourseContent>();
        services.AddScoped<ScreeningDesk>();
        services.AddScoped<ConsentDesk>();
        services.AddScoped<PlanDesk>();
        services.AddScoped<SessionDoor>();
        services.AddScoped<VisitDesk>();
        services.AddScoped<CourseDesk>();
        services.AddScoped<EducationDesk>();
        services.AddScoped<NoteDesk>();
        services.AddScoped<FollowUpDesk>();
        services.AddScoped<ReviewDesk>();
        services.AddSingleton<SessionContent>();
        services.AddScoped<SessionDesk>();
        services.AddScoped<VerifyDesk>();
        services.AddScoped<CheckpointDesk>();
        services.AddScoped<RecordArchive>();
        services.AddScoped<HistoryDesk>();
        services.AddScoped<MeasurementDesk>();
        services.AddScoped<CheckInVitals>();
        services.AddScoped<FactsDesk>();
        services.AddScoped<QuestionnaireDesk>();
        services.AddScoped<AskingDesk>();
        services.AddScoped<CareTimesDesk>();
        services.AddScoped<AdverseDesk>();
        services.AddScoped<SurveillanceDesk>();
        services.AddScoped<RiskDesk>();
        services.AddScoped<RiskFlags>();
        services.AddScoped<SuicideCheck>();
        services.AddScoped<PathwayDesk>();
        services.AddScoped<ImportDesk>();
        services.AddScoped<PersonImport>();
        services.AddScoped<HistoryImport>();
        services.AddScoped<ValueImport>();
        services.AddScoped<ChartPart, ReferralPart>();
        services.AddScoped<ChartPart, QuestionnairePart>();
        services.AddScoped<ChartPart, RiskPart>();
        services.AddScoped<ChartPart, SessionPart>();
        services.AddScoped<UnfinishedDesk>();
        services.AddScoped<ChartPart, UnfinishedPart>();
        services.AddScoped<ChartPart, CoursePart>();
    }
}
