namespace Mooring.Clinical.Notes;

/// <summary>Who receives a letter.</summary>
public enum Recipient
{
    Referrer,
    GeneralPractitioner,
    OutsideTherapist,
    Transfer,
    Employer,
}

/// <summary>What a letter to the referrer answers.</summary>
public enum ReferralAnswer
{
    None,
    Decision,
    CourseSummary,
    Discharge,
}

/// <summary>To whom a letter goes, and in which language.</summary>
/// <param name="To">Name and address, as they stand at the head of the letter.</param>
/// <param name="Language">en or es.</param>
public sealed record LetterHead(Recipient Recipient, string To, string Language)
{
    /// <summary>The step of the referral that is done when it is sent.</summary>
    public ReferralAnswer Answers { get; init; }

    /// <summary>It tells somebody who does not treat the patient: they agree first.</summary>
    public bool NeedsAgreement { get; init; }

    /// <summary>Only these facts of the chart may be taken into it.</summary>
    public IReadOnlyList<NoteFact> MayTell { get; init; } = [];
}
