using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Practice.Access;
using Mooring.Storage;
using Mooring.Storage.Accounts;

namespace Mooring.Demo;

/// <summary>A clinic in which nobody is real: one member of staff a role, and a scope for each act as a request would have.</summary>
public sealed class InventedClinic(IServiceProvider services, Clinic clinic, IReadOnlyDictionary<Role, StaffRow> staff)
{
    private const int FirstPin = 470_219;
    private const int PinStep = 10_317;

    private static readonly (Role Role, string Name)[] People =
    [
        (Role.Prescriber, "Mara Alder"), (Role.Nurse, "Ben Rowan"), (Role.Therapist, "Ines Hazel"), (Role.FrontDesk, "Tom Sedge"), (Role.Manager, "Ada Linden"),
        (Role.MedicalDirector, "Juno Hawthorn"), (Role.Technician, "Remy Lark"), (Role.Biller, "Sol Aspen"), (Role.PrivacyOfficer, "Kit Juniper"), (Role.Pharmacist, "Noa Bracken"), (Role.OutsideTherapist, "Lou Tamarack"), (Role.Coder, "Ari Sumac"),
    ];

    public IServiceProvider Services => services;

    public Clinic Clinic => clinic;

    public IReadOnlyDictionary<Role, StaffRow> Staff => staff;

    /// <summary>How a role is called in addresses and files: "front-desk".</summary>
    public static string NameOf(Role role) => JsonNamingPolicy.KebabCaseLower.ConvertName(role.ToString());

    /// <summary>The PIN of the member of staff of this role: nothing is behind it but invented people.</summary>
    public static string PinOf(Role role) => (FirstPin + (PinStep * (int)role)).ToString(CultureInfo.InvariantCulture);

    /// <summary>Founds it in an empty database, with its staff; they sign in by links, not by passwords.</summary>
    /// <param name="phone">For patients to call.</param>
    /// <param name="apart">Behind each user name, where another clinic in the same database has them already.</param>
    /// <exception cref="InvalidOperationException">A member of staff was refused.</exception>
    public static async Task<InventedClinic> Found(IServiceProvider services, string name, string timeZone, CancellationToken cancel, string? phone = null, string apart = "")
    {
        await using var scope = services.CreateAsyncScope();
        var desk = scope.ServiceProvider.GetRequiredService<StaffDesk>();
        var clinic = await desk.Found(name, timeZone, isDemo: true, cancel, phone);
        var staff = new Dictionary<Role, StaffRow>();
        foreach (var (role, person) in People)
        {
            staff[role] = Done(await desk.Add(person, NameOf(role) + apart, role, cancel));
            await scope.ServiceProvider.GetRequiredService<Proving>().Keep(staff[role], PinOf(role), cancel);
        }

        return new(services, clinic, staff);
    }

    /// <summary>Work done by the member of staff of this role.</summary>
    public Task<T> As<T>(Role role, Func<IServiceProvider, Task<T>> work) => As(staff[role].AsActor(services.GetRequiredService<RoleRights>()), work);

    /// <summary>The same by somebody who may not be staff.</summary>
    public async Task<T> As<T>(Actor actor, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ClinicScope>().Enter(clinic.Id, services.GetRequiredService<RoleRights>().Give(actor));
        return await work(scope.ServiceProvider);
    }

    /// <summary>Work of one desk, which must be done: a refusal is a fault of whoever invents.</summary>
    /// <exception cref="InvalidOperationException">It was refused; the reasons are in the message.</exception>
    public async Task<T> Do<TDesk, T>(Role role, Func<TDesk, Task<Outcome<T>>> act)
        where TDesk : notnull => Done(await As(role, services => act(services.GetRequiredService<TDesk>())));

    internal static T Done<T>(Outcome<T> outcome) => outcome.IsDone
        ? outcome.Value
        : throw new InvalidOperationException($"The invented clinic was refused: {string.Join(' ', outcome.Refusals.Select(refusal => $"{refusal.Code} {refusal.Says}"))}");
}
