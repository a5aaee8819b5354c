using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Mooring.Practice;
using Mooring.Practice.Records;
using Mooring.Storage.Audit;
using Mooring.Storage.Secrets;
using Mooring.Web.Access;
using Mooring.Web.Assets;
using Mooring.Web.Intake;
using Mooring.Web.Jobs;
using Mooring.Web.Layout;
using Mooring.Web.Live;
using Mooring.Web.Metrics;
using Mooring.Web.Tablets;

namespace Mooring.Web;

/// <summary>Builds the clinic server: storage, access, devices, pages. The command line and the tests both start it here.</summary>
public static class MooringHost
{
    public static WebApplication Build(ServerOptions options)
    {
        MakePrivate(options.DataFolder);
        var builder = WebApplication.CreateSlimBuilder();
        var log = builder.Logging.ClearProviders();
        (options.Log is { } own ? log.AddProvider(own) : log.AddSimpleConsole(console => console.SingleLine = true)).SetMinimumLevel(LogLevel.Warning)
            // Both warn about what is meant so: keys lie in a folder only its owner reads, and no page is ever cached.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error).AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(options.Address, options.Port);
        });
        AddServices(builder.Services, options);

        var app = builder.Build();
        app.UseTabletAnswers();
        app.UseExceptionHandler("/broken", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/not-here", createScopeForStatusCodePages: true);
        app.UseSecurityHeaders();
        app.Services.GetRequiredService<AssetFiles>().Use(app);
        app.UseMetricsOnlyFromHere();
        app.UseRouting();
        app.UseAuthentication();
        app.UseClinicScope();
        HandedOver.Use(app);
        app.UseAuthorization();
        app.UseReadsWritten();
        app.UseKeptNotice();
        app.UseEntriesOnce();
        app.UseAntiforgery();
        Routes.Map(app);
        return app;
    }

    /// <summary>Brings the database up to this version of the product, before anyone is let in.</summary>
    /// <exception cref="KeyIsMissingException">The data need a key that is not there; nobody is let in.</exception>
    public static async Task Prepare(WebApplication app, CancellationToken cancel)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var folder = app.Services.GetRequiredService<ServerOptions>().DataFolder;
        await scope.ServiceProvider.GetRequiredService<StartUp>().Run(folder, cancel);
        app.Services.GetRequiredService<CookieKeys>().TakeFrom(Path.Combine(folder, "keys"));
        // Made now, before there is anything it could be missing for.
        app.Services.GetRequiredService<CheckpointKey>();
    }

    private static void MakePrivate(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static void AddServices(IServiceCollection services, ServerOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(options.Clock);
        services.AddPractice(options.Database, options.ContentFolder, options.DataFolder, options.Library);
        services.AddSingleton(_ => Seal.In(options.DataFolder));
        services.AddSingleton(provider => CheckpointKey.In(options.DataFolder, provider.GetRequiredService<Seal>()));
        services.AddSingleton(_ => new CheckpointFile(options.CheckpointFile ?? CheckpointFile.In(options.DataFolder)));
        services.AddHostedService<JobClock>();
        services.AddAccess(options);
        services.AddSingleton<AssetFiles>();
        services.AddScoped<Components.QueryGate>();
        services.AddScoped<PatientsShown>();
        services.AddScoped<Pages.Chart.Workspace.PatientHeadFacts>();
        services.AddScoped<Pages.Today.SetUpSteps>();
        services.AddScoped<Pages.Schedule.BookingChoices>();
        services.AddHostedService(provider => provider.GetRequiredService<ReadLog>());
        services.AddSingleton<TabletKeys>();
        services.AddSingleton<HandedOver>();
        services.AddScoped<TabletPins>();
        services.AddIntake();
        services.AddServerMetrics();
        services.AddScoped<Pages.Portal.OwnWords>();
        services.AddSingleton<LiveRooms>();
        services.AddHostedService<PeerListener>();
        services.AddSingleton<Pages.Library.ContentBook>();
        services.AddRazorComponents();
        services.AddScoped<Pages.Bedside.Records.RecordPaper>();
        services.AddScoped<Pages.Chart.Notes.NotePaper>();
    }
}
