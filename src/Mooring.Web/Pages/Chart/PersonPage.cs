using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Practice.Access;
using Mooring.Practice.Patients;
using Mooring.Web.Components;

namespace Mooring.Web.Pages.Chart;

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

    /// <summary>The protocol of the screening that led here, or <see cref="FactLinks.AnyProtocol"/>.</summary>
    [SupplyParameterFromQuery(Name = "screening")] protected string? ScreenedFor { get; set; }

    /// <summary>The screening to come back to; null when the page was opened from elsewhere.</summary>
    protected string? Screening => ScreenedFor is { Length: > 0 and <= 40 } protocol && protocol.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')
        ? $"/patients/{Id}/screening{(protocol == FactLinks.AnyProtocol ? "" : $"?protocol={protocol}")}"
        : null;

    /// <summary>What a form's address keeps, so that it leads back.</summary>
    protected string Along => Screening is null ? "" : $"?screening={ScreenedFor}";

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
