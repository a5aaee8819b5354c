using Microsoft.Extensions.DependencyInjection;

namespace Mooring.Practice.Curves;

/// <summary>Registers what computes concentrations.</summary>
internal static class CurvesSetup
{
    public static void AddCurves(this IServiceCollection services)
    {
        services.AddScoped<SeriesDesk>();
        services.AddScoped<WhatIfDesk>();
        services.AddScoped<SubjectDesk>();
        services.AddScoped<ReadinessDesk>();
        services.AddScoped<ExposureDesk>();
        services.AddSingleton<SessionCurves>();
        services.AddScoped<PlanCurves>();
        services.AddSingleton<ModelChoice>();
        services.AddSingleton<SubjectCache>();
        services.AddScoped<LevelDesk>();
        services.AddSingleton<BandCache>();
    }
}
