using Mooring.Clinical;
using Mooring.Practice.Access;
using Mooring.Practice.Chairs;
using Mooring.Practice.Content;
using Mooring.Practice.Devices;
using Mooring.Practice.Patients;
using Mooring.Practice.Sessions;
using Mooring.Web.Components;

namespace Mooring.Web.Pages.Today;

/// <summary>One thing on the way from an empty clinic to its first treated patient.</summary>
/// <param name="Says">How it stands, or why it is needed.</param>
/// <param name="To">Where it is done; null where somebody else does it.</param>
/// <param name="IsOwed">Nobody is treated without it.</param>
public sealed record SetUpStep(string Title, string Says, string? To, bool IsDone, bool IsOwed = true);

/// <summary>What a new clinic still lacks, each looked up where it is kept, so that a step is done when it is true and not when it was ticked.</summary>
public sealed class SetUpSteps(
    StaffDesk staff, ChairDesk chairs, PresenceDesk presence, DeviceDesk devices, ProtocolsHere protocols, FilesToSign files, PatientDesk patients, SessionFacts sessions)
{
    /// <summary>Every step in the order in which they are best taken; none once somebody was treated and the people are there.</summary>
    public async Task<IReadOnlyList<SetUpStep>> Of(Clinic clinic, Actor me, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(clinic);
        ArgumentNullException.ThrowIfNull(me);
        var people = await People(cancel);
        var isTreated = await sessions.HasTreated(cancel);
        if (isTreated && people.All(step => step.IsDone || !step.IsOwed))
            return [];
        var (places, devicesSeen) = (await chairs.InUse(cancel), await devices.All(cancel));
        return
        [
            .. people,
            new("Write down the phone for patients", clinic.Phone ?? "It is printed in what patients take home.", "/settings#clinic", clinic.Phone is { Length: > 0 }),
            new("Look at the opening hours", string.Join(", ", clinic.Opening.Days.GroupBy(day => (day.From, day.Until)).Select(days => $"{days.First().Day.ToString()[..3]} to {days.Last().Day.ToString()[..3]} {days.Key.From:h\\:mm tt} to {days.Key.Until:h\\:mm tt}")), "/settings#opening", clinic.Opening.Days.Count > 0, IsOwed: false),
            new("Add the first chair", places.Count == 0 ? "Sessions are held in chairs." : string.Join(", ", places.Select(chair => chair.Name)), "/chairs", places.Count > 0),
            new("Choose the protocols this clinic works by", clinic.Formulary is { } chosen ? string.Join(", ", chosen) : "Until then all that may run here are offered.", "/settings#formulary", clinic.Formulary is { Count: > 0 }),
            .. await ToSign(clinic, me, cancel),
            new("Connect a monitor", devicesSeen.Count == 0 ? "Optional: without one, vital signs are typed." : $"{devicesSeen.Count} heard", me.May(Right.WatchChairs) ? "/devices" : null, devicesSeen.Count > 0, IsOwed: false),
            new("Register the first patient", "Start with a referral.", me.May(Right.RegisterPatients) ? "/referrals/new" : null, (await patients.Search(null, cancel)).Count > 0),
            new("Say at the board who is on site", "A prescriber and a nurse say so before a session opens.", me.May(Right.WatchChairs) ? "/board" : null, (await presence.OnSite(cancel)).Count > 0, IsOwed: false),
            new("Treat the first patient", "Screening, consent, plan and session follow each other on the patient's page.", me.May(Right.FindPatients) ? "/patients" : null, isTreated),
        ];
    }

    private async Task<IReadOnlyList<SetUpStep>> People(CancellationToken cancel)
    {
        var here = (await staff.All(cancel)).Where(person => !person.IsDisabled).ToList();
        return
        [
            .. from needed in new[] { (Role: Role.Prescriber, IsOwed: true), (Role: Role.Nurse, IsOwed: true), (Role: Role.Therapist, IsOwed: false), (Role: Role.FrontDesk, IsOwed: false) }
               let ours = here.Where(person => person.Roles.Contains(needed.Role)).ToList()
               select new SetUpStep(
                   needed.Role == Role.FrontDesk ? "Invite the front desk" : $"Invite a {Words.Of(needed.Role)}",
                   ours.Count > 0 ? string.Join(", ", ours.Select(person => person.FullName)) : needed.IsOwed ? "Nobody works here in this role yet." : "If somebody works here in this role.",
                   $"/staff?role={needed.Role}#invite",
                   ours.Count > 0,
                   needed.IsOwed),
        ];
    }

    // A demonstration works on content that nobody signed, and says so on every page.
    private async Task<IReadOnlyList<SetUpStep>> ToSign(Clinic clinic, Actor me, CancellationToken cancel)
    {
        if (clinic.IsDemo)
            return [];
        var works = (await protocols.MayRun(cancel)).Where(protocol => clinic.Offers(protocol.Id)).Select(protocol => (protocol.Id, Open: files.For(protocol).Count(file => !file.IsSigned))).ToList();
        var best = works.Count == 0 ? default : works.MinBy(each => each.Open);
        var isDone = works.Count > 0 && best.Open == 0;
        var says = isDone ? $"{string.Join(", ", works.Where(each => each.Open == 0).Select(each => each.Id))}: signed"
            : $"{(best.Open == 1 ? "1 file" : $"{best.Open} files")} for {(clinic.Formulary is null ? "one protocol" : best.Id)}. {(me.May(Right.SignContent) ? "" : "The medical director reads and signs them in the library.")}";
        return [new("Read and sign what sessions are opened on", says, me.May(Right.ReadLibrary) ? "/library#to-sign" : null, isDone)];
    }
}
