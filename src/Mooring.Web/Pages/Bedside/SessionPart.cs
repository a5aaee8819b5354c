using System.Globalization;
using Microsoft.AspNetCore.Components;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Practice.Bedside;
using Mooring.Storage.Journals;
using Mooring.Web.Components;

namespace Mooring.Web.Pages.Bedside;

/// <summary>A part of a session's page that has forms of its own: what it sends goes the way of the page's.</summary>
public abstract class SessionPart : AskingComponent
{
    [Parameter, EditorRequired] public required SessionPage Page { get; set; }

    protected Session Session => Page.Session!;

    protected IReadOnlyList<Refusal> Refusals => Page.Refusals;

    protected DateTimeOffset Now => Page.Now;

    protected Guid NewEvent => Page.NewEvent;

    /// <summary>Only a prescriber goes over the plan.</summary>
    protected bool MayGoOver => Page.Me.May(Right.Prescribe);

    protected Task Do(EntryForm form, Func<Id<Session>, EntryStamp, Task<Outcome<Session>>> verb, string? then = null) =>
        Page.Do(form, stamp => verb(Page.SessionId, stamp), then);

    protected static string Plain(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
