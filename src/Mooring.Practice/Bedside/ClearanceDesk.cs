using Mooring.Clinical;
using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Clearance;
using Mooring.Clinical.Signing;
using Mooring.Clinical.Staffing;
using Mooring.Practice.Access;
using Mooring.Practice.Sessions;
using Mooring.Storage.Journals;

namespace Mooring.Practice.Bedside;

/// <summary>The questions before the start, and the prescriber's go.</summary>
public sealed class ClearanceDesk(SessionJournal journal, GateRecords gates, CredentialGate credentials, SigningAgain again)
{
    /// <summary>What the record knows of the questions before the start, by question.</summary>
    public Task<IReadOnlyDictionary<string, GateShown>> KnownOfGates(Session session, CancellationToken cancel) => gates.Of(session, cancel);

    /// <summary>Keeps the answers that are new or changed, all or none. A yes that the record contradicts is refused (SES115,
    /// STO181); one that it does not bear out asks for a word (STO192).</summary>
    public async Task<Outcome<Session>> AnswerGates(Id<Session> id, GatesForm form, EntryStamp stamp, CancellationToken cancel)
    {
        IReadOnlyDictionary<string, GateShown> shown = await journal.Load(id, cancel) is { } before ? await gates.Of(before, cancel) : new Dictionary<string, GateShown>();
        return await journal.Decide(
            id,
            stamp,
            (session, act) => AllOrNone.Of(
                form.Gates.Where(typed => typed.Answer is not null && IsNew(session, typed))
                    .Select(typed => (Against(session, typed, shown) is { } against
                        ? against
                        : session.AnswerGate(act, typed.Item, typed.Answer!.Value, Typed.Text(typed.Value), Typed.Text(typed.Note)), typed.Item)),
                "No answer was changed."),
            cancel);
    }

    /// <summary>A go is signed, SGN101 to SGN104, and refused, CRE101, while a license or certificate of the prescriber has ended; a no-go asks for neither.</summary>
    public async Task<Outcome<Session>> DecideGo(Id<Session> id, GoForm form, EntryStamp stamp, CancellationToken cancel)
    {
        var signature = form.Go == true ? await again.As(ToSign.Go, cancel) : null;
        if (signature is { IsDone: false })
            return Outcome<Session>.Refuse(signature.Refusals);
        var barred = form.Go == true ? await credentials.Against(CredentialBar.Go, cancel) : null;
        return await journal.Decide(
            id,
            stamp,
            (session, act) => barred is not null ? barred with { At = "go" } : form.Go is { } go
                ? session.DecideGo(act, go, Typed.Text(form.Reason), act.By)
                : new Refusal("STO166", "Decide: go or no-go.", "go"),
            cancel,
            new(Signature: signature?.Value));
    }

    private static Refusal? Against(Session session, GateTyped typed, IReadOnlyDictionary<string, GateShown> shown) =>
        session.Gates.FirstOrDefault(gate => gate.Id == typed.Item) is not { } gate || typed.Answer != GateAnswer.Met ? null
        : session.AgainstGate(gate, typed.Answer.Value) ?? Against(gate, typed, shown.GetValueOrDefault(gate.Id));

    private static Refusal? Against(Gate gate, GateTyped typed, GateShown? shown) =>
        shown?.Contradicts is { } why ? new("STO181", $"{why} Answer no, or put the record right: {gate.Label}.", gate.Id)
        : shown?.Asks is { } asks && !IsSaid(typed, shown) ? new("STO192", $"{asks}, answer no, or write in the note why yes is right: {gate.Label}.", gate.Id)
        : null;

    // In the note, or as a value of today instead of what the record had.
    private static bool IsSaid(GateTyped typed, GateShown shown) => Typed.Text(typed.Note) is not null || (Typed.Text(typed.Value) is { } value && value != shown.Value);

    private static bool IsNew(Session session, GateTyped typed) =>
        !session.Answers.TryGetValue(typed.Item, out var kept) || kept.Answer != typed.Answer || kept.Value != Typed.Text(typed.Value) || kept.Note != Typed.Text(typed.Note);
}
