using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Bedside;
using Mooring.Practice.Access;
using Mooring.Practice.Bedside;
using Mooring.Storage;
using Mooring.Storage.Journals;
using Mooring.Web.Access;
using Mooring.Web.Components;

namespace Mooring.Web.Pages.Bedside;

/// <summary>What every page of a session does: load it or answer 404, and take one entry at a time.</summary>
public abstract class SessionPage : AskingComponent
{
    [Parameter] public Guid Id { get; set; }

    [Inject] internal SessionDesk Sessions { get; set; } = default!;

    [Inject] internal HandoverDesk Handover { get; set; } = default!;

    [Inject] internal StaffDesk Staff { get; set; } = default!;

    [Inject] internal NavigationManager Go { get; set; } = default!;

    [Inject] internal IHttpContextAccessor Http { get; set; } = default!;

    [Inject] internal TimeProvider Clock { get; set; } = default!;

    /// <summary>Null only when there is none, and then the answer is 404 already.</summary>
    protected internal Session? Session { get; private set; }

    protected internal Clinic Clinic { get; private set; } = default!;

    protected internal IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    protected internal DateTimeOffset Now { get; private set; }

    protected internal Id<Session> SessionId => new(Id);

    protected internal string Home => $"/sessions/{Id}";

    protected internal Actor Me => Http.HttpContext!.User.Actor()!;

    protected static CancellationToken Cancel => CancellationToken.None;

    /// <summary>A name for the entry that this page may make; sending the form twice changes nothing.</summary>
    protected internal Guid NewEvent { get; private set; }

    protected override async Task Ask()
    {
        Now = Clock.GetUtcNow();
        NewEvent = Guid.CreateVersion7(Now);
        Session = await Sessions.Find(SessionId, Cancel);
        Clinic = (await Staff.Clinic(Cancel))!;
        if (Session is null)
            Go.NotFound();
        else
            await Ready();
    }

    /// <summary>What a page needs besides the session.</summary>
    protected virtual Task Ready() => Task.CompletedTask;

    /// <summary>Does what was asked; goes on when it was done, else shows the reasons.</summary>
    protected internal async Task Do(EntryForm form, Func<EntryStamp, Task<Outcome<Session>>> verb, string? then = null)
    {
        var waited = WaitedEntry.In(Http.HttpContext!.Request);
        var entered = waited?.EnteredAt ?? Now;
        if (entered < Session!.Journal[0].ReceivedAt)
        {
            Refuse([new("WEB136", "By its tablet's clock this was entered before the session was opened. Look at that clock, and enter it again with the time.", "earlier")]);
            return;
        }

        if (HappenedAt(form.Earlier, entered) is not { } happened)
        {
            Refuse([new("WEB130", $"“{form.Earlier}” is not a time; write it like 14:05.", "earlier")]);
            return;
        }

        var done = await verb(new(waited?.Id ?? (form.EventId == Guid.Empty ? NewEvent : form.EventId), happened, entered));
        if (done.IsDone)
        {
            await TakeCare(done.Value, entered);
            Go.NavigateTo(then ?? Home);
        }
        else
            Refuse(done.Refusals);
    }

    /// <summary>Where each answer was kept as it was tapped, nothing is left to keep: that is done, and no refusal.</summary>
    protected async Task<Outcome<Session>> Unchanged(Task<Outcome<Session>> kept) =>
        await kept is { Refusals: [{ Code: "STO165" }] } && Http.HttpContext!.Request.Form.Keys.Any(key => key.EndsWith("Answer", StringComparison.Ordinal) || key.EndsWith("Met", StringComparison.Ordinal))
            ? Session!
            : await kept;

    // The nurse who makes the first entry at a chair that nobody has, has it.
    private async Task TakeCare(Session after, DateTimeOffset entered)
    {
        // On a locked screen it is not known who made it.
        if (Http.HttpContext!.RequestServices.GetRequiredService<ClinicScope>().Locked is null && Me.Is(Role.Nurse) && Me.May(Right.TakeChairs) && after is { InCareOf: null, Phase: > Phase.Arriving and < Phase.Discharged })
            await Handover.TakeOver(SessionId, new(), new(Guid.CreateVersion7(Now), entered, entered), Cancel);
    }

    /// <summary>The entry that a form shown again makes: the same, or another where that one is kept already with other words.</summary>
    protected Guid EntryOf(EntryForm form) => Refusals.Any(SessionDesk.IsTaken) ? NewEvent : form.EventId;

    protected internal void Refuse(IReadOnlyList<Refusal> refusals)
    {
        Refusals = Http.Refuse(refusals);
        // Also when a part of the page was sent: its head says what is wrong.
        StateHasChanged();
    }

    /// <summary>When the clinic's clock last showed this in the session, or now when nothing was typed; null when it is no time.</summary>
    protected DateTimeOffset? HappenedAt(string? typed) => HappenedAt(typed, Now);

    private DateTimeOffset? HappenedAt(string? typed, DateTimeOffset entered)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return entered;
        return TimeOnly.TryParse(typed, CultureInfo.InvariantCulture, out var time) ? Session!.LastAt(time, Clinic, entered) : null;
    }

    protected static string Plain(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
