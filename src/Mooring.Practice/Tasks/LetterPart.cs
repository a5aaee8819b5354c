using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Practice.Letters;

namespace Mooring.Practice.Tasks;

/// <summary>What the referrer is still to be told, and the steps of the referral on the timeline.</summary>
internal sealed class LetterPart(ReferralLoopDesk loop) : ChartPart
{
    public override async Task<IReadOnlyList<TimelineEntry>> Entries(Id<Patient> patient, CancellationToken cancel) => await loop.Of(patient, cancel) is not { } answered ? [] :
    [
        .. from state in answered.States
           where state is { Step: not ReferralStep.Received, Done: not null }
           let done = state.Done!
           where done.Step == state.Step
           select new TimelineEntry(done.At, "visit", $"{Said(state.Step)}{(done.Letter is null ? "" : ", letter sent")}", done.Says, done.Letter is null ? ChartPlace.Referral : ChartPlace.Notes, done.Letter),
    ];

    internal override async Task<IReadOnlyList<Wait>> Waiting(Id<Patient> patient, CancellationToken cancel) => await loop.Of(patient, cancel) is not { Owed: { } owed } answered ? [] :
    [
        new(TaskKind.AnswerReferrer, patient.Value, $"Write to the referrer: {Wait.Name}", $"{answered.Referral.From} waits for: {Said(owed.Step).ToLowerInvariant()}.", [Role.Prescriber, Role.Therapist])
        {
            Since = answered.Referral.ReceivedAt,
        },
    ];

    private static string Said(ReferralStep step) => step switch
    {
        ReferralStep.Seen => "Seen after the referral",
        ReferralStep.Decision => "Our decision",
        ReferralStep.CourseSummary => "Summary of the course",
        ReferralStep.Discharge => "End of treatment here",
        _ => "Referral received",
    };
}
