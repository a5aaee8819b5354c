using Mooring.Clinical.Consent;
using Mooring.Clinical.Protocols;

namespace Mooring.Clinical.Education;

/// <summary>One question about a text as somebody answered it, in the words that they read.</summary>
public sealed record AskedBack(string Question, string Asks, string Says, bool IsRight);

/// <summary>One time that what was still open about a text was answered. None is changed; a wrong answer is answered anew.</summary>
/// <param name="Hash">Of the text that was read, in its language; kept beside it.</param>
public sealed record TeachBackTry(string Text, int Version, string Language, string Hash, IReadOnlyList<AskedBack> Answers, Actor By, DateTimeOffset At);

/// <summary>How far a text was understood: what it asks back, and what was answered to it.</summary>
/// <param name="Questions">Those that hold for the patient's treatment.</param>
/// <param name="Tries">Of this version of the text, oldest first.</param>
public sealed record Understanding(string Text, string Title, IReadOnlyList<TeachBack> Questions, IReadOnlyList<TeachBackTry> Tries)
{
    /// <summary>Nobody answered these rightly yet.</summary>
    public IReadOnlyList<TeachBack> Open => [.. Questions.Where(question => !Tries.Any(one => one.Answers.Any(answer => answer.Question == question.Id && answer.IsRight)))];

    public int Right => Questions.Count - Open.Count;

    public bool IsAsked => Tries.Count > 0;

    /// <summary>What was last answered to a question that is open; null while nobody answered it.</summary>
    public AskedBack? LastOf(TeachBack question) => Tries.SelectMany(one => one.Answers).LastOrDefault(answer => answer.Question == question.Id);
}

/// <summary>Answers held against what a text asks back.</summary>
public static class AskingBack
{
    /// <summary>What a text asks back for a treatment.</summary>
    public static IReadOnlyList<TeachBack> Of(EducationText text, Treatment treatment) => [.. text.Questions.Where(question => question.Holds(treatment))];

    /// <summary>
    /// The next try, of all that is open: EDU101 for each question without an answer that it offers, EDU102 where nothing is
    /// open. A wrong answer is no refusal: it is kept, explained and asked again.
    /// </summary>
    /// <param name="answers">Question id to choice id.</param>
    public static Outcome<TeachBackTry> Answer(EducationText text, Understanding so, IReadOnlyDictionary<string, string> answers, Actor by, DateTimeOffset now)
    {
        if (so.Open.Count == 0)
            return new Refusal("EDU102", "All of this is answered already. Go on with the next text.");
        var chosen = so.Open.Select(question => (Question: question, Choice: question.Choices.FirstOrDefault(choice => choice.Id == answers.GetValueOrDefault(question.Id)))).ToList();
        if (chosen.Where(one => one.Choice is null).ToList() is { Count: > 0 } missing)
            return Outcome<TeachBackTry>.Refuse([.. missing.Select(one => new Refusal("EDU101", $"Choose an answer: {one.Question.Asks}", one.Question.Id))]);
        return new TeachBackTry(text.Id, text.Version, text.Language, text.Hash, [.. chosen.Select(one => new AskedBack(one.Question.Id, one.Question.Asks, one.Choice!.Says, one.Choice.Id == one.Question.Right))], by, now);
    }
}
