using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Rescuing;
using Mooring.Content.Library;

namespace Mooring.Practice.Bedside;

/// <summary>An adverse event as typed, held against the catalogue.</summary>
internal static class Harm
{
    public static Outcome<AdverseEventRecorded> Of(AdverseEventForm form, SessionContent content, Act act)
    {
        if (content.AdverseTerms.Find(form.Term) is not { } term)
            return new Refusal("SES170", "Say what happened: choose a term.", "term");
        return form.Grade is { } grade && term.Grades.All(known => known.Grade != grade)
            ? new Refusal("STO171", $"{term.Name} has the grades {string.Join(", ", term.Grades.Select(known => $"{known.Grade} ({known.Says})"))}.", "grade")
            : new AdverseEventRecorded(term.Id, form.Grade ?? 0, form.Action.Trim(), form.Outcome)
            {
                Verbatim = Typed.Text(form.Verbatim),
                Serious = form.Serious || term.IsSerious(form.Grade ?? 0),
                Causality = form.Causality,
                EndedAt = form.Outcome is AdverseOutcome.Resolved or AdverseOutcome.ResolvedWithHarm ? act.Now : null,
            };
    }
}
