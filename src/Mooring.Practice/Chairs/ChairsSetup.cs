using Microsoft.Extensions.DependencyInjection;

namespace Mooring.Practice.Chairs;

/// <summary>Registers the desks of chairs and the board.</summary>
internal static class ChairsSetup
{
    public static void AddChairs(this IServiceCollection services)
    {
        services.AddSingleton<NoticeCache>();
        services.AddScoped<ChairDesk>();
        services.AddScoped<BoardDesk>();
    }
}
