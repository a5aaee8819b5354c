using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Mooring.Clinical;
using Mooring.Clinical.Settings;
using Mooring.Practice.Settings;
using Mooring.Web.Components;

namespace Mooring.Web.Pages.Settings;

/// <summary>A part of the settings: its own form, its own save, and who changed it last.</summary>
public abstract class SettingsForm : AskingComponent
{
    /// <summary>Every edition, the newest first.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<SettingsEdition> Editions { get; set; }

    [Parameter, EditorRequired]
    public required Clinic Clinic { get; set; }

    [Inject]
    private SettingsDesk Desk { get; set; } = default!;

    [Inject]
    private NavigationManager Go { get; set; } = default!;

    [Inject]
    private IHttpContextAccessor Http { get; set; } = default!;

    protected IReadOnlyList<Refusal> Refused { get; private set; } = [];

    protected ClinicSettings Now => Editions[0].Settings;

    /// <summary>The edition that a form says it was filled in on. Once told what somebody else saved meanwhile, that counts as seen.</summary>
    protected int Shown(int? sent) => sent is { } edition && Refused.All(refusal => refusal.Code != "SET102") ? edition : Editions[0].Edition;

    protected async Task Save(SettingsChange change, int? shown)
    {
        ArgumentNullException.ThrowIfNull(change);
        var saved = await Desk.Change(change, shown ?? 0, CancellationToken.None);
        if (saved.IsDone)
            Go.NavigateTo("/settings");
        else
            Refused = Http.Refuse(saved.Refusals);
    }
}
