using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Storage;

namespace Mooring.Practice.Settings;

/// <summary>A clinic with the settings in force, in one question to the database.</summary>
internal sealed record ClinicInForce(ClinicRow Founded, SettingsRow? Newest)
{
    public Clinic AsClinic() => Newest is null ? Founded.AsClinic() : Newest.Settings.On(Founded.AsClinic());

    /// <summary>Every clinic of the deployment, the oldest first, also before one is entered.</summary>
    public static IQueryable<ClinicInForce> All(MooringDb db) => Of(db, db.Set<ClinicRow>().AsNoTracking().IgnoreQueryFilters());

    /// <summary>The clinic that was entered; none where none was.</summary>
    public static IQueryable<ClinicInForce> Entered(MooringDb db)
    {
        var id = db.Clinic;
        return Of(db, db.Set<ClinicRow>().AsNoTracking().Where(row => row.Id == id));
    }

    private static IQueryable<ClinicInForce> Of(MooringDb db, IQueryable<ClinicRow> clinics) =>
        from clinic in clinics
        join settings in db.Set<SettingsRow>().Where(row => !db.Set<SettingsRow>().Any(newer => newer.ClinicId == row.ClinicId && newer.Edition > row.Edition))
            on clinic.Id equals settings.ClinicId into found
        from newest in found.DefaultIfEmpty()
        orderby clinic.Id
        select new ClinicInForce(clinic, newest);
}
