using Microsoft.Extensions.DependencyInjection;

namespace Mooring.Practice.Medicines;

/// <summary>Registers the desk of what is held around a session.</summary>
internal static class MedicinesSetup
{
    public static void AddMedicines(this IServiceCollection services)
    {
        services.AddScoped<HoldsDesk>();
    }
}
