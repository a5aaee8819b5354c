namespace Mooring.Clinical.Signing;

/// <summary>By what somebody showed, in the moment of signing, that it was they.</summary>
public enum ProofKind
{
    Pin,
    Password,
    Passkey,
}

/// <summary>What a signature says of what it stands under.</summary>
public enum SignatureMeaning
{
    Approved,
    Authored,
    Reviewed,
    Witnessed,
}

/// <summary>A signature as it is kept with what was signed: how the signer was known, and what they said by it.</summary>
/// <param name="Says">The sentence that stood at the field.</param>
/// <param name="How">Null where nobody was asked: the server itself acts, or a clinic of before.</param>
public sealed record Signature(SignatureMeaning Means, string Says, ProofKind? How = null);

/// <summary>What is signed, with the sentence that stands at the field, on the page and on paper.</summary>
public sealed record ToSign(string What, SignatureMeaning Means, string Says)
{
    public static ToSign Go { get; } = new("go", SignatureMeaning.Approved, "I decide whether dosing may begin, and answer for it.");

    public static ToSign Plan { get; } = new("plan", SignatureMeaning.Approved, "I approve this plan: its dose, its schedule and its reasons.");

    public static ToSign Dose { get; } = new("dose", SignatureMeaning.Reviewed, "I have read dose, range and reason, and confirm them.");

    public static ToSign Consent { get; } = new("consent", SignatureMeaning.Witnessed, "I explained this form, and saw the patient sign it.");

    public static ToSign Record { get; } = new("record", SignatureMeaning.Authored, "This record is complete and true, as far as I saw it.");

    public static ToSign Content { get; } = new("content", SignatureMeaning.Approved, "I have read this file as it stands here, and this clinic may work by it.");

    public static ToSign ContentReviewed { get; } = new("content-reviewed", SignatureMeaning.Reviewed, "I have read this file as it stands here, and what is of my field in it is right.");

    public static ToSign Waste { get; } = new("waste", SignatureMeaning.Authored, "I threw this away, as it stands here.");

    public static ToSign WasteSeen { get; } = new("waste-seen", SignatureMeaning.Witnessed, "I saw it go, as it stands here.");

    public static ToSign LabelRead { get; } = new("label-read", SignatureMeaning.Witnessed, "I read this myself, and it is so.");

    /// <summary>Signed in this way.</summary>
    public Signature By(ProofKind? how) => new(Means, Says, how);
}

/// <summary>A signature in words.</summary>
public static class SignatureWords
{
    /// <summary>"Approved, by PIN": as it is printed below a name; empty where nothing was kept of it.</summary>
    public static string Of(Signature? signature) => signature is null ? "" : signature.Means + (signature.How is { } how ? ", by " + Of(how) : "");

    public static string Of(ProofKind how) => how switch
    {
        ProofKind.Pin => "PIN",
        ProofKind.Password => "password",
        _ => "passkey",
    };
}
