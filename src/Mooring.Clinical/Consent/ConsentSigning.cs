using Mooring.Clinical.Patients;

namespace Mooring.Clinical.Consent;

/// <summary>A question the person asked, and what they were told.</summary>
public sealed record AskedQuestion(string Question, string Answer, string AnsweredBy);

/// <summary>What was filled in on a consent form.</summary>
public sealed record ConsentSigning
{
    public required string PatientName { get; init; }

    /// <summary>The language the person is spoken to in.</summary>
    public required string PatientLanguage { get; init; }

    public required IReadOnlySet<string> Ticked { get; init; }

    /// <summary>Question id to choice id.</summary>
    public required IReadOnlyDictionary<string, string> Answers { get; init; }

    /// <summary>Permission id to what the person said.</summary>
    public IReadOnlyDictionary<string, bool> Permissions { get; init; } = new Dictionary<string, bool>(StringComparer.Ordinal);

    public IReadOnlyList<AskedQuestion> Asked { get; init; } = [];

    /// <summary>The person's name as they typed it.</summary>
    public required string Signature { get; init; }

    /// <summary>Who interpreted; owed when the form is not in the person's language.</summary>
    public string? Interpreter { get; init; }

    /// <summary>Who explained it.</summary>
    public required Actor ExplainedBy { get; init; }

    /// <summary>Signs, or says every reason why not: CON101 to CON107, CON110.</summary>
    public Outcome<SignedConsent> Sign(ConsentForm form, DateTimeOffset now, DateOnly today)
    {
        var refusals = Refusals(form).ToList();
        return refusals.Count > 0 ? Outcome<SignedConsent>.Refuse(refusals) : new SignedConsent
        {
            Id = Id<SignedConsent>.New(now),
            FormId = form.Id,
            FormVersion = form.Version,
            FormLanguage = form.Language,
            FormHash = form.Hash,
            About = form.About,
            Signing = this,
            SignedAt = now,
            SignedOn = today,
        };
    }

    private IEnumerable<Refusal> Refusals(ConsentForm form)
    {
        foreach (var statement in form.Statements.Where(statement => !Ticked.Contains(statement.Id)))
            yield return new("CON101", $"Not ticked: {statement.Says}", $"statement-{statement.Id}");
        foreach (var question in form.Questions)
        {
            if (!Answers.TryGetValue(question.Id, out var answer))
                yield return new("CON102", $"Not answered: {question.Asks}", question.Id);
            else if (answer != question.Right)
                yield return new("CON103", question.WhenWrong, question.Id);
        }

        foreach (var permission in form.Permissions.Where(permission => !Permissions.ContainsKey(permission.Id)))
            yield return new("CON110", $"Say yes or no; both are fine: {permission.Asks}", permission.Id);
        if (string.IsNullOrWhiteSpace(Signature))
            yield return new("CON104", "The name is typed as the signature.", "signature");
        else if (!TypedSignature.IsOf(Signature, PatientName))
            yield return new("CON105", $"The typed name does not match the record, {PatientName}. Type it as it stands there; accents, capitals and middle names do not matter.", "signature");
        if (form.Language != PatientLanguage && string.IsNullOrWhiteSpace(Interpreter))
            yield return new("CON106", "The form is not in the person's language. Use their language, or name the interpreter.", "language");
        if (Against(ExplainedBy) is { } notTheirs)
            yield return notTheirs;
    }

    /// <summary>Why it is not theirs to explain, CON107; null when it is.</summary>
    public static Refusal? Against(Actor by) =>
        by.May(Right.TakeConsent) ? null : new("CON107", "Consent is explained by a prescriber, a nurse or a therapist.", "explained-by");
}
