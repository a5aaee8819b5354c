namespace Mooring.Clinical.Privacy;

/// <summary>Whether the clinic is a program under 42 CFR Part 2, as its counsel says.</summary>
public enum Part2Program
{
    No,
    Yes,

    /// <summary>Held like yes until somebody knows.</summary>
    Unsure,
}

/// <summary>What of a chart is a record of substance use treatment.</summary>
public enum Part2Item
{
    /// <summary>All of the chart.</summary>
    Episode,
    Diagnosis,
    Instrument,
    Protocol,
    Note,
    Document,
}

/// <summary>Something of a chart that is to leave the house.</summary>
/// <param name="Item">The id of the protocol, the instrument, the note or the document; the diagnosis in words.</param>
public sealed record LeavingItem(Part2Item Kind, string Item);

/// <summary>To whom a consent lets the clinic disclose.</summary>
public enum Part2Scope
{
    /// <summary>One consent for all future uses for treatment, payment and health care operations.</summary>
    TreatmentPaymentOperations,

    /// <summary>To the recipient that it names.</summary>
    NamedRecipient,
}

/// <summary>On what ground something of a chart left the house.</summary>
public enum DisclosureBasis
{
    /// <summary>Nothing of it is marked: treatment, payment or operations under HIPAA.</summary>
    Hipaa,
    Part2Consent,

    /// <summary>Given to the patient: 45 CFR 164.524.</summary>
    Patient,

    /// <summary>A court order, or a law that asks for it.</summary>
    Law,
}

/// <summary>A consent as far as it decides what may leave.</summary>
public sealed record StandingConsent(Guid Id, Part2Scope Scope, string Recipient, DateOnly? LastDay, bool IsRevoked)
{
    /// <summary>Whether it covers a disclosure to these on this day.</summary>
    /// <param name="isForCare">For treatment, payment or operations; an employer or a court is none of them.</param>
    public bool Covers(string to, DateOnly today, bool isForCare) => !IsRevoked && (LastDay is not { } last || today <= last)
        && ((Scope == Part2Scope.TreatmentPaymentOperations && isForCare) || (Scope == Part2Scope.NamedRecipient && to.Contains(Recipient, StringComparison.OrdinalIgnoreCase)));
}

/// <summary>What may leave, and with which consent.</summary>
/// <param name="IsMarked">Something of it is a record of substance use treatment.</param>
/// <param name="IsWithheld">It may not leave.</param>
/// <param name="Consent">The consent that covers it; null where none is needed, or none does.</param>
public sealed record ReleaseDecision(bool IsMarked, bool IsWithheld, Guid? Consent, DisclosureBasis Basis);

/// <summary>Whether something of a chart may leave the house under 42 CFR Part 2.</summary>
public static class ReleaseRule
{
    /// <param name="marked">What of this chart is marked.</param>
    /// <param name="leaving">What is to leave.</param>
    /// <param name="toPatient">It is handed to the patient, whose own it is.</param>
    public static ReleaseDecision Decide(
        IReadOnlyCollection<LeavingItem> marked, IReadOnlyCollection<LeavingItem> leaving, string to, bool toPatient, IReadOnlyCollection<StandingConsent> consents, DateOnly today, bool isForCare = true)
    {
        var isMarked = leaving.Any(item => IsMarked(marked, item));
        if (toPatient)
            return new(isMarked, false, null, DisclosureBasis.Patient);
        if (!isMarked)
            return new(false, false, null, DisclosureBasis.Hipaa);
        // The narrower one first: what the patient said of this recipient says more than what was said of all.
        var covers = consents.Where(consent => consent.Covers(to, today, isForCare)).OrderByDescending(consent => consent.Scope).FirstOrDefault();
        return new(true, covers is null, covers?.Id, DisclosureBasis.Part2Consent);
    }

    /// <summary>Whether this is a record of substance use treatment.</summary>
    public static bool IsMarked(IReadOnlyCollection<LeavingItem> marked, LeavingItem item) => marked.Any(mark =>
        mark.Kind == Part2Item.Episode || (mark.Kind == item.Kind && (item.Kind == Part2Item.Episode || string.Equals(mark.Item, item.Item, StringComparison.OrdinalIgnoreCase))));
}
