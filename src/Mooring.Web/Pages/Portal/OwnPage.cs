using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Practice.Patients;
using Mooring.Web.Access;
using Mooring.Web.Components;

namespace Mooring.Web.Pages.Portal;

/// <summary>A page of the patient's own: it knows the patient from the sign-in and from nothing in the address.</summary>
public abstract class OwnPage : AskingComponent
{
    [Inject] protected OwnWords Say { get; set; } = default!;

    [Inject] protected NavigationManager Go { get; set; } = default!;

    [Inject] protected IHttpContextAccessor Http { get; set; } = default!;

    [Inject] protected PatientDesk Patients { get; set; } = default!;

    protected Patient Me { get; private set; } = default!;

    protected Id<Patient> MyId => Me.Id;

    protected override async Task Ask()
    {
        Me = await Patients.Find(Http.HttpContext!.User.OwnPatient(), CancellationToken.None)
            ?? throw new InvalidOperationException("Signed in as a patient who is not kept.");
        await Load();
    }

    protected virtual Task Load() => Task.CompletedTask;

    /// <summary>Says that the page is not theirs or not there, without saying which.</summary>
    protected void NotHere()
    {
        var context = Http.HttpContext!;
        context.Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
