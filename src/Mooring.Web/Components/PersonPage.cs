using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Storage.Access;
using Mooring.Storage.Desks;

namespace Mooring.Web.Components;

/// <summary>A staff page below <c>/patients/{Id:guid}</c>: the patient is found in this clinic, or the page is not there.</summary>
public abstract class PersonPage : AskingComponent
{
    [Parameter] public Guid Id { get; set; }

    [Inject] protected PatientDesk Patients { get; set; } = default!;

    [Inject] protected StaffDesk StaffDesk { get; set; } = default!;

    [Inject] protected NavigationManager Go { get; set; } = default!;

    [Inject] protected IHttpContextAccessor Http { get; set; } = default!;

    [Inject] protected TimeProvider Clock { get; set; } = default!;

    /// <summary>Null only while there is none: the page then renders nothing.</summary>
    protected Patient? Patient { get; private set; }

    protected Id<Patient> PatientId => new(Id);

    protected Clinic Clinic { get; private set; } = default!;

    protected DateOnly Today => Clinic.DayOf(Clock.GetUtcNow());

    protected IReadOnlyList<Refusal> Refused { get; set; } = [];

    protected override async Task Ask()
    {
        Patient = await Patients.Find(PatientId, CancellationToken.None);
        if (Patient is null)
        {
            Go.NotFound();
            return;
        }

        Clinic = await StaffDesk.Clinic(CancellationToken.None) ?? throw new InvalidOperationException("No clinic is entered.");
        await Load();
    }

    /// <summary>Reads what the page shows; called once the patient is known.</summary>
    protected virtual Task Load() => Task.CompletedTask;

    /// <summary>Goes to <paramref name="then"/>, or shows the refusals.</summary>
    protected void Settle<T>(Outcome<T> outcome, string then)
    {
        if (outcome.IsDone)
            Go.NavigateTo(then);
        else
            Refused = Http.Refuse(outcome.Refusals);
    }
}
