using Microsoft.Extensions.DependencyInjection;
using Mooring.Storage.Projections;

namespace Mooring.Practice.Questionnaires;

/// <summary>Registers the desks of questionnaires.</summary>
internal static class QuestionnairesSetup
{
    public static void AddQuestionnaires(this IServiceCollection services)
    {
        services.AddScoped<Scores>();
        services.AddScoped<Projection, ScoreProjection>();
        services.AddScoped<QuestionnaireDesk>();
    }
}
