using Mooring.Clinical.Protocols;
using Mooring.Clinical.Signing;

namespace Mooring.Clinical.Consent;

/// <summary>A consent as it was given: the exact text by its hash, the answers, the name.</summary>
public sealed record SignedConsent
{
    public required Id<SignedConsent> Id { get; init; }

    public required string FormId { get; init; }

    public required int FormVersion { get; init; }

    public required string FormLanguage { get; init; }

    public required string FormHash { get; init; }

    /// <summary>The treatment it was given for; null only for consents of before the form knew treatments apart.</summary>
    public Treatment? About { get; init; }

    public required ConsentSigning Signing { get; init; }

    public required DateTimeOffset SignedAt { get; init; }

    /// <summary>The clinic's day of signing.</summary>
    public required DateOnly SignedOn { get; init; }

    /// <summary>Who explained it signed as the witness; null until then, and in consents of before.</summary>
    public Signature? Witnessed { get; init; }

    /// <summary>It waits for the witness. A consent of before had none that signed apart.</summary>
    public bool AwaitsWitness { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }

    public string? WithdrawnBecause { get; init; }

    /// <summary>What the patient signed: all but what came afterwards.</summary>
    public SignedConsent AsSigned() => this with { Witnessed = null, AwaitsWitness = false, WithdrawnAt = null, WithdrawnBecause = null };

    /// <summary>Consent may be taken back at any time, without a reason.</summary>
    public SignedConsent Withdraw(string? because, DateTimeOffset now) => this with { WithdrawnAt = now, WithdrawnBecause = because };
}

/// <summary>Whether a consent still holds.</summary>
public static class ConsentCurrency
{
    private const int MonthsInAYear = 12;

    /// <summary>Empty when the consent holds on this day; otherwise why not: CON201 to CON205.</summary>
    public static IEnumerable<Refusal> Check(ConsentForm form, SignedConsent? consent, DateOnly today)
    {
        if (consent is null)
        {
            yield return new("CON201", $"No consent is signed for '{form.Title}'. Take the person through it first.", "consent");
            yield break;
        }

        if (consent.WithdrawnAt is not null)
            yield return new("CON202", "Consent was taken back. Nothing may be given unless the person signs anew.", "consent");
        if (consent.FormId != form.Id || consent.FormVersion != form.Version)
            yield return new("CON203", $"Consent was given to {consent.FormId} version {consent.FormVersion}; now {form.Id} version {form.Version} is asked for. Sign that.", "consent");
        if (consent.AwaitsWitness)
            yield return new("CON206", $"{consent.Signing.ExplainedBy.Name} has not signed as the witness yet: on the page Consent.", "consent");
        if (form.About != consent.About)
            yield return new("CON205", "Consent was given for another drug, route or use than this. Sign the form for this treatment.", "consent");
        if (Until(form, consent) < today)
            yield return new("CON204", $"Consent ended on {Until(form, consent):yyyy-MM-dd}. Go through it again.", "consent");
    }

    /// <summary>The last day on which it holds.</summary>
    public static DateOnly Until(ConsentForm form, SignedConsent consent) => form.ValidFor.Unit switch
    {
        "mo" => consent.SignedOn.AddMonths((int)form.ValidFor.Value).AddDays(-1),
        "a" => consent.SignedOn.AddMonths((int)form.ValidFor.Value * MonthsInAYear).AddDays(-1),
        _ => consent.SignedOn.AddDays((int)form.ValidFor.AsTime!.Value.TotalDays - 1),
    };
}
