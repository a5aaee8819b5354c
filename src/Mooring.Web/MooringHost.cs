using Microsoft.AspNetCore.Builder;
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
using Mooring.Web.Limits;
using Mooring.Web.Live;
using Mooring.Web.Locking;
using Mooring.Web.Metrics;
using Mooring.Web.Network;
using Mooring.Web.Tablets;

namespace Mooring.Web;

/// <summary>Builds the clinic server: storage, access, devices, pages. The command line and the tests both start it here.</summary>
public static class MooringHost
{
    public static WebApplication Build(ServerOptions options)
    {
        Private.Folder(options.DataFolder);
        var builder = WebApplication.CreateSlimBuilder();
        var log = builder.Logging.ClearProviders();
        log.WriteTo(options).SetMinimumLevel(LogLevel.Warning)
            // Both warn about what is meant so: keys lie in a folder only its owner reads, and no page is ever cached.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error).AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        builder.WebHost.ListenFor(options, BodyLimits.OfForms);
        AddServices(builder.Services, options);

        var app = builder.Build();
        app.UseNetwork(options.Web);
        if (options.IsReadOnly)
            app.UseReadOnly();
        app.UseTabletAnswers();
        app.UseExceptionHandler("/broken", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/not-here", createScopeForStatusCodePages: true);
        app.UseSecurityHeaders();
        app.Services.GetRequiredService<AssetFiles>().Use(app);
        app.UseMetricsOnlyFromHere();
        app.UseRouting();
        app.UseAuthentication();
        app.UseBodyLimits();
        app.UseClinicScope();
        HandedOver.Use(app);
        app.UseScreenLock();
        app.UseAuthorization();
        app.UseChartGate();
        app.UseReadsWritten();
        app.UseTextLimits();
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
        if (app.Services.GetRequiredService<ServerOptions>().IsReadOnly)
        {
            await scope.ServiceProvider.GetRequiredService<StartUp>().ToShow(cancel);
            return;
        }

        await scope.ServiceProvider.GetRequiredService<StartUp>().Run(folder, cancel);
        // The engine makes its files as the system likes; what it adds later is as these are.
        Private.Close(folder);
        app.Services.GetRequiredService<CookieKeys>().TakeFrom(Path.Combine(folder, "keys"));
        // Made now, before there is anything it could be missing for.
        app.Services.GetRequiredService<CheckpointKey>();
    }

    private static void AddServices(IServiceCollection services, ServerOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(options.Clock);
        services.AddPractice(options.Database, options.ContentFolder, options.DataFolder, options.Library);
        services.AddSingleton<IKeyPlace>(_ => options.Keys);
        services.AddSingleton(provider => options.IsReadOnly ? Seal.Passing() : Seal.In(provider.GetRequiredService<IKeyPlace>()));
        services.AddSingleton(provider => CheckpointKey.In(options.DataFolder, provider.GetRequiredService<IKeyPlace>(), provider.GetRequiredService<Seal>()));
        services.AddSingleton(_ => new CheckpointFile(options.CheckpointFile ?? CheckpointFile.In(options.DataFolder)));
        if (options.Backups is { } backups)
            services.AddSingleton(backups);
        if (!options.IsReadOnly)
            services.AddHostedService<JobClock>();
        services.AddSingleton<WebCertificate>();
        services.AddAccess(options);
        services.AddSingleton<AssetFiles>();
        services.AddScoped<Components.QueryGate>();
        services.AddScoped<PatientsShown>();
        services.AddScoped<Pages.Chart.Workspace.PatientHeadFacts>();
        services.AddScoped<Pages.Today.SetUpSteps>();
        services.AddSingleton<Pages.Privacy.KeysInUse>();
        services.AddScoped<Pages.Schedule.BookingChoices>();
        // Stopped after the log that it copies from.
        if (options.AccessFile is { } beside)
            services.AddHostedService(provider => ActivatorUtilities.CreateInstance<AccessFile>(provider, beside));
        services.AddHostedService(provider => provider.GetRequiredService<ReadLog>());
        services.AddSingleton<TabletKeys>();
        services.AddSingleton<HandedOver>();
        services.AddIntake();
        services.AddServerMetrics();
        services.AddScoped<Pages.Portal.OwnWords>();
        services.AddSingleton<LiveRooms>();
        services.AddHostedService<PeerListener>();
        services.AddSingleton<Pages.Library.ContentBook>();
        services.AddRazorComponents();
        services.AddScoped<Pages.Bedside.Records.RecordPaper>();
        services.AddScoped<Pages.Chart.Notes.NotePaper>();
        services.AddScoped<Pages.Board.Downtime.DowntimeDay>();
        services.AddScoped<Pages.Board.Downtime.DowntimePaper>();
    }
}
