using Mooring.Clinical;
using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Charting;
using Mooring.Clinical.Sessions.Leaving;
using Mooring.Practice.Risk;
using Mooring.Practice.Sessions;
using Mooring.Practice.Settings;
using Mooring.Storage;
using Mooring.Storage.Journals;

namespace Mooring.Practice.Bedside;

/// <summary>From recovery to the door, and home.</summary>
public sealed class LeavingDesk(MooringDb db, SessionJournal journal, SuicideCheck suicide, ContactGate contact, WatchingDesk watching)
{
    /// <summary>Why the suicide-risk question is due again before the patient leaves (SES267); null when it is not.</summary>
    public Task<Refusal?> SuicideCheckDue(Session session, CancellationToken cancel) => suicide.Due(session, cancel);

    /// <summary>
    /// Keeps the answers that are new or changed, all or none; that of the next contact is the appointment book's. A yes to it while
    /// nothing is booked is refused, SES300.
    /// </summary>
    public async Task<Outcome<Session>> AnswerCriteria(Id<Session> id, CriteriaForm form, EntryStamp stamp, CancellationToken cancel)
    {
        var before = await journal.Load(id, cancel);
        var due = form.Criteria.Any(typed => typed.Met == Finding.Met) && before is not null ? await suicide.Due(before, cancel) : null;
        var booked = before is null ? null : await contact.Of(before, cancel);
        return await journal.Decide(
            id,
            stamp,
            (session, act) => AllOrNone.Of(
                (booked?.Fill(form.Criteria) ?? form.Criteria).Where(typed => typed.Met is not null && IsNew(session, typed))
                    .Select(typed => (booked?.Against(typed) is { } none ? none : due is not null && typed.Met == Finding.Met && session.Pack.CriterionOf(typed.Item)?.Needs == CriterionNeed.SuicideCheck
                        ? due
                        : session.AnswerCriterion(act, typed.Item, typed.Met!.Value, Typed.Text(typed.Value), Typed.Text(typed.Note)), typed.Item)),
                "No answer was changed."),
            cancel);
    }

    /// <summary>The orthostatic check; with it the answer to the criterion that asks for it.</summary>
    public Task<Outcome<Session>> CheckStanding(Id<Session> id, StandingForm form, EntryStamp stamp, CancellationToken cancel) => journal.Decide(
        id,
        stamp,
        (session, act) =>
        {
            List<Refusal> refusals = [];
            var rest = Reading(form.RestSystolic, form.RestDiastolic, form.RestRate, "rest", refusals);
            if (rest is null && refusals.Count == 0)
                refusals.Add(new("STO162", "Write the pressure at rest.", "restSystolic"));
            var one = Reading(form.OneSystolic, form.OneDiastolic, form.OneRate, "one", refusals);
            var three = Reading(form.ThreeSystolic, form.ThreeDiastolic, form.ThreeRate, "three", refusals);
            return refusals.Count > 0
                ? Outcome<IReadOnlyList<SessionEvent>>.Refuse(refusals)
                : session.CheckStanding(act, new(form.From, rest!, form.Dizzy, one, three));
        },
        cancel);

    public Task<Outcome<Session>> HandOver(Id<Session> id, EscortForm form, EntryStamp stamp, CancellationToken cancel) => journal.Decide(
        id, stamp, (session, act) => session.HandOver(act, new(form.Name.Trim(), form.Relationship.Trim(), form.Phone.Trim(), form.Verified)), cancel);

    public Task<Outcome<Session>> GiveInstructions(Id<Session> id, InstructionsForm form, EntryStamp stamp, CancellationToken cancel) => journal.Decide(
        id, stamp, (session, act) => session.GiveInstructions(act, new(form.Language, form.Version, form.ToPatient, form.ToEscort)), cancel);

    /// <summary>Writes into the record which contact is booked next. Refusals: WEB150, STO165 where that stands there already, or none is booked.</summary>
    public async Task<Outcome<Session>> AnswerContact(Id<Session> id, EntryStamp stamp, CancellationToken cancel) =>
        db.Unless(Right.Discharge) is { } notTheirs ? notTheirs : await AnswerCriteria(id, new(), stamp with { EventId = Guid.CreateVersion7(stamp.EnteredAt) }, cancel);

    /// <summary>
    /// The patient leaves, and the chair is free. The notices of the session are counted into its record. SES300 where the contact
    /// that was booked is not in the book any more.
    /// </summary>
    public async Task<Outcome<Session>> Discharge(Id<Session> id, DischargeForm form, EntryStamp stamp, CancellationToken cancel)
    {
        if (await journal.Load(id, cancel) is { Phase: Phase.Recovering } before && await contact.Of(before, cancel) is { } next)
        {
            if (next.Booked is not null)
                await AnswerContact(id, stamp, cancel);
            else if (before.Criteria.GetValueOrDefault(next.Item)?.Met == Finding.Met && !form.Waivers.Any(typed => typed.Item == next.Item && Typed.Text(typed.Reason) is not null))
                return next.NotBooked;
        }

        var shown = await watching.Counted(id, stamp.HappenedAt, cancel);
        return await journal.Decide(
            id,
            stamp,
            (session, act) => session.Discharge(act, [.. form.Waivers.Where(typed => Typed.Text(typed.Reason) is not null).Select(typed => new Waiver(typed.Item, typed.Reason!.Trim()))])
                .With(shown),
            cancel);
    }

    /// <summary>The patient left against advice, and the chair is free.</summary>
    public async Task<Outcome<Session>> LeaveAgainstAdvice(Id<Session> id, AgainstAdviceForm form, EntryStamp stamp, CancellationToken cancel)
    {
        var shown = await watching.Counted(id, stamp.HappenedAt, cancel);
        var clinic = await db.ClinicHere(cancel);
        return await journal.Decide(
            id,
            stamp,
            (session, act) => session.LeaveAgainstAdvice(act, form.Reason?.Trim() ?? "", form.Told?.Trim() ?? "", new(clinic, act.HappenedAt)).With(shown),
            cancel);
    }

    /// <summary>The patient is at home.</summary>
    public Task<Outcome<Session>> ArriveHome(Id<Session> id, HomeForm form, EntryStamp stamp, CancellationToken cancel) => journal.Decide(
        id,
        stamp,
        (session, act) => form.SaidBy is { } teller
            ? session.ArriveHome(act, new(teller, Typed.Text(form.Name), Typed.Text(form.Note)))
            : new Refusal("STO173", "Say who told it.", "saidBy"),
        cancel);

    private static bool IsNew(Session session, CriterionTyped typed) =>
        !session.Criteria.TryGetValue(typed.Item, out var kept) || kept.Met != typed.Met || kept.Value != Typed.Text(typed.Value) || kept.Note != Typed.Text(typed.Note);

    private static StandingReading? Reading(string? systolic, string? diastolic, string? rate, string at, List<Refusal> refusals)
    {
        if (Typed.Text(systolic) is null && Typed.Text(diastolic) is null && Typed.Text(rate) is null)
            return null;
        var (high, low) = (Typed.Number(systolic, at + "Systolic", refusals), Typed.Number(diastolic, at + "Diastolic", refusals));
        return new(high, low, Typed.Text(rate) is null ? null : Typed.Number(rate, at + "Rate", refusals));
    }
}
