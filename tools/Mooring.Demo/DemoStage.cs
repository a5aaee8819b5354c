using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Storage.Accounts;

namespace Mooring.Demo;

/// <summary>A demo clinic in the making: who acts, and when.</summary>
public sealed class DemoStage(InventedClinic clinic, DemoClock clock)
{
    public Clinic Clinic => clinic.Clinic;

    public IReadOnlyDictionary<Role, StaffRow> Staff => clinic.Staff;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Seats people at this time.</summary>
    public SeatBuilder Seats(DateTimeOffset at)
    {
        clock.Set(at);
        return new(clinic, clock);
    }

    /// <summary>Somebody of this role does something at this time; a refusal is a fault of the demo and stops it.</summary>
    public Task<T> Do<TDesk, T>(Role role, DateTimeOffset at, Func<TDesk, Task<Outcome<T>>> act)
        where TDesk : notnull
    {
        clock.Set(at);
        return clinic.Do(role, act);
    }

    /// <summary>The same for what can not be refused.</summary>
    public Task<T> Ask<TDesk, T>(Role role, DateTimeOffset at, Func<TDesk, Task<T>> act)
        where TDesk : notnull
    {
        clock.Set(at);
        return clinic.As(role, services => act(services.GetRequiredService<TDesk>()));
    }

    /// <summary>The same for somebody who is not staff.</summary>
    public Task<T> As<TDesk, T>(Actor actor, DateTimeOffset at, Func<TDesk, Task<T>> act)
        where TDesk : notnull
    {
        clock.Set(at);
        return clinic.As(actor, services => act(services.GetRequiredService<TDesk>()));
    }
}
