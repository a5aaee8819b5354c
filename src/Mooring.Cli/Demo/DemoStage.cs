using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Storage;
using Mooring.Storage.Accounts;

namespace Mooring.Cli.Demo;

/// <summary>A demo clinic in the making: who acts, when, and a scope for each act as a request would have.</summary>
internal sealed class DemoStage(IServiceProvider services, DemoClock clock, Clinic clinic, IReadOnlyDictionary<Role, StaffRow> staff)
{
    public Clinic Clinic => clinic;

    public IReadOnlyDictionary<Role, StaffRow> Staff => staff;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Somebody of this role does something at this time; a refusal is a fault of the demo and stops it.</summary>
    public async Task<T> Do<TDesk, T>(Role role, DateTimeOffset at, Func<TDesk, Task<Outcome<T>>> act)
        where TDesk : notnull
    {
        var done = await Ask(role, at, act);
        return done.IsDone
            ? done.Value
            : throw new InvalidOperationException($"The demo was refused: {string.Join(" ", done.Refusals.Select(refusal => $"{refusal.Code} {refusal.Says}"))}");
    }

    /// <summary>The same for what can not be refused.</summary>
    public async Task<T> Ask<TDesk, T>(Role role, DateTimeOffset at, Func<TDesk, Task<T>> act)
        where TDesk : notnull =>
        await As(staff[role].AsActor(services.GetRequiredService<RoleRights>()), at, act);

    /// <summary>The same for somebody who is not staff.</summary>
    public async Task<T> As<TDesk, T>(Actor actor, DateTimeOffset at, Func<TDesk, Task<T>> act)
        where TDesk : notnull
    {
        clock.Set(at);
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ClinicScope>().Enter(clinic.Id, services.GetRequiredService<RoleRights>().Give(actor));
        return await act(scope.ServiceProvider.GetRequiredService<TDesk>());
    }
}
