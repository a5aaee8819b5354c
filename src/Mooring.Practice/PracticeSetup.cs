using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Content.Library;
using Mooring.Practice.Access;
using Mooring.Practice.Archiving;
using Mooring.Practice.Arrivals;
using Mooring.Practice.Bedside;
using Mooring.Practice.Chairs;
using Mooring.Practice.Consents;
using Mooring.Practice.Content;
using Mooring.Practice.Courses;
using Mooring.Practice.Coverage;
using Mooring.Practice.Curves;
using Mooring.Practice.Devices;
using Mooring.Practice.Documents;
using Mooring.Practice.Education;
using Mooring.Practice.FollowUp;
using Mooring.Practice.Goals;
using Mooring.Practice.Histories;
using Mooring.Practice.Imports;
using Mooring.Practice.Letters;
using Mooring.Practice.Medicines;
using Mooring.Practice.Merging;
using Mooring.Practice.Notes;
using Mooring.Practice.Patients;
using Mooring.Practice.Planning;
using Mooring.Practice.Plans;
using Mooring.Practice.Questionnaires;
using Mooring.Practice.Recognition;
using Mooring.Practice.Records;
using Mooring.Practice.Referrals;
using Mooring.Practice.Reporting;
using Mooring.Practice.Risk;
using Mooring.Practice.SafetyPlans;
using Mooring.Practice.Scheduling;
using Mooring.Practice.Screening;
using Mooring.Practice.Sessions;
using Mooring.Practice.Settings;
using Mooring.Practice.Surveillance;
using Mooring.Practice.Tasks;
using Mooring.Practice.Timepoints;
using Mooring.Storage;
using Mooring.Storage.Engine;

namespace Mooring.Practice;

/// <summary>Registers the engine and every subject; what a subject consists of stands in its own folder.</summary>
public static class PracticeSetup
{
    public static void AddPractice(this IServiceCollection services, Database database, string contentFolder, string? dataFolder = null, ClinicalLibrary? library = null)
    {
        database.Register(services);
        services.AddStorage(database);
        services.AddScoped<StartUp>();
        services.AddSingleton(provider => new RoleRights(provider.GetRequiredService<ClinicalLibrary>().Sound().Roles!.Value));
        services.AddContent(contentFolder, dataFolder, library);
        services.AddSettings();
        services.AddAccess();
        services.AddRecognition(dataFolder);
        services.AddPatients();
        services.AddReferrals();
        services.AddHistories();
        services.AddSessions();
        services.AddQuestionnaires();
        services.AddRisk();
        services.AddSafetyPlans();
        services.AddCoverage();
        services.AddScreening();
        services.AddConsents();
        services.AddEducation();
        services.AddPlanning();
        services.AddPlans();
        services.AddChairs();
        services.AddDevices();
        services.AddScheduling();
        services.AddCurves();
        services.AddBedside();
        services.AddCourses();
        services.AddTimepoints();
        services.AddSurveillance();
        services.AddGoals();
        services.AddNotes();
        services.AddLetters();
        services.AddDocuments();
        services.AddMedicines();
        services.AddFollowUp();
        services.AddArchiving();
        services.AddMerging();
        services.AddTasks();
        services.AddArrivals();
        services.AddRecords();
        services.AddImports();
        services.AddReporting();
    }
}
