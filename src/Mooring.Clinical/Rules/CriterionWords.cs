using System.Globalization;
using Mooring.Clinical.Facts;

namespace Mooring.Clinical.Rules;

/// <summary>A criterion as a reader of sentences wants it, with its limits and the time it looks back.</summary>
public static class CriterionWords
{
    /// <summary>The criterion in words, without a capital or a full stop.</summary>
    public static string Of(Criterion criterion, Vocabulary words) => criterion switch
    {
        All all => string.Join(", and ", all.Of.Select(part => Of(part, words))),
        Any any => any.Of.Count == 1 ? Of(any.Of[0], words) : $"any of: {string.Join("; or ", any.Of.Select(part => Of(part, words)))}",
        Not { Of: SexIs sex } => $"the patient is not {Sex(sex.Sex)}",
        Not not => $"it is not so that {Of(not.Of, words)}",
        Known known => $"it is known that {Of(known.Of, words)}",
        ConditionIn asked => $"{When(asked.During)} “{Title(words, asked.In)}”{(asked.Within is { } within ? $" that began in the last {Span(within)}" : "")}{(asked.RemissionWithin is { } spell ? $" for less than {Span(spell)}" : "")}",
        MedicineIn { StoppedWithin: { } stopped } asked => $"the patient stopped a medicine of “{Title(words, asked.In)}” in the last {Span(stopped)}",
        MedicineIn asked => $"the patient takes a medicine of “{Title(words, asked.In)}”{(asked.ChangedWithin is { } within ? $", started or changed in the last {Span(within)}" : "")}",
        AllergyTo asked => $"the patient is allergic to “{Title(words, asked.In)}”",
        Compare asked => Of(asked, words),
        OlderThan asked => $"the last {Lower(Measured(words, asked.What))} is older than {Span(asked.Age)}",
        BandIs asked => $"the {asked.Of.ToUpperInvariant()} falls in {string.Join(" or ", asked.In)}{Looking(asked.Within)}",
        AnswerIs asked => $"“{(words.Questions.TryGetValue(asked.To, out var question) ? question.Asks : asked.To)}” is answered {(asked.Is ? "yes" : "no")}",
        DosedBefore { Within: { } within } asked => $"{Drug(asked.Of)} was given in the last {Span(within)}, here or elsewhere",
        DosedBefore asked => $"{Drug(asked.Of)} was given before, the last time more than {Span(asked.LastOver ?? TimeSpan.Zero)} ago",
        CourseReached { Reached: CourseEnd.Sessions } asked => $"as many sessions by this protocol were given as a course of it has at most (a pause of more than {Span(asked.Break)} begins a new course)",
        CourseReached asked => $"the first session of the course is longer ago than a course of this protocol lasts (a pause of more than {Span(asked.Break)} begins a new course)",
        SexIs sex => $"the patient is {Sex(sex.Sex)}",
        ProtocolIs protocol => string.Join(" and ", Of(protocol)),
        Named named => $"“{named.Name.Replace('-', ' ')}” is found",
        _ => criterion.ToString(),
    };

    private static string Of(Compare asked, Vocabulary words)
    {
        var limit = asked.Limits is [var one, ..] ? one.ToString().Replace(" a", " years", StringComparison.Ordinal) : "its limit";
        var side = asked switch
        {
            { AtLeast: not null } => $"is {limit} or more",
            { Over: not null } => $"is above {limit}",
            { AtMost: not null } => $"is {limit} or less",
            _ => $"is below {limit}",
        };
        return $"{Measured(words, asked.What)} {side}{(asked.MeanOver is { } span ? $" (the mean of {Span(span)})" : "")}{Looking(asked.Within)}";
    }

    private static IEnumerable<string> Of(ProtocolIs protocol)
    {
        if (protocol.Routes.Count > 0)
            yield return $"the protocol gives the drug by {string.Join(" or ", protocol.Routes.Select(route => route.ToString().ToUpperInvariant()))}";
        if (protocol.TreatsSubstanceUse is { } treats)
            yield return $"the protocol {(treats ? "treats" : "does not treat")} substance use";
        if (protocol.NeedsTreatmentResistance is { } needs)
            yield return $"the protocol {(needs ? "is" : "is not")} for treatment-resistant depression";
        if (protocol.TreatsBipolar is { } bipolar)
            yield return $"the protocol {(bipolar ? "is" : "is not")} for bipolar depression";
        if (protocol.TreatsUnipolar is { } unipolar)
            yield return $"the protocol {(unipolar ? "is" : "is not")} for depression that is not bipolar";
        if (protocol.Is.Count > 0)
            yield return $"the protocol is {string.Join(" or ", protocol.Is)}";
    }

    private static string When(During during) => during switch
    {
        During.Now => "an active",
        During.Past => "a past",
        During.Remission => "in remission:",
        During.Family => "in the family:",
        _ => "at any time of life:",
    };

    private static string Drug(DosesOf of) => of == DosesOf.SameDrug ? "the drug of this protocol" : "the other of ketamine and esketamine";

    private static string Looking(TimeSpan? within) => within is { } span ? $", measured in the last {Span(span)}" : "";

    private static string Sex(Sex sex) => sex.ToString().ToLowerInvariant();

    private static string Title(Vocabulary words, string set) => words.Sets.TryGetValue(set, out var known) ? known.Title : set;

    private static string Measured(Vocabulary words, string measure) => words.Measures.TryGetValue(measure, out var known) ? known.Title : measure;

    private static string Lower(string title) => title.Length > 1 && char.IsLower(title[1]) ? char.ToLowerInvariant(title[0]) + title[1..] : title;

    private static string Span(TimeSpan span) => span switch
    {
        { TotalDays: >= 2 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalDays:0.#} days"),
        { TotalHours: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalHours:0.#} hours"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{span.TotalMinutes:0.#} minutes"),
    };
}
