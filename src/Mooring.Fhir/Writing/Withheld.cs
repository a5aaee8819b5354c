using Mooring.Clinical.Privacy;
using Mooring.Practice.Privacy;
using R4 = Hl7.Fhir.Model;

namespace Mooring.Fhir.Writing;

/// <summary>Leaves out what no consent covers under 42 CFR Part 2, and labels what comes along.</summary>
internal sealed class Withheld(Release release)
{
    private const string Confidentiality = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";
    private const string ActCode = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

    private bool hasMarked;

    /// <summary>How many were left out.</summary>
    public int Count { get; private set; }

    public void Add(List<R4.DomainResource> all, IEnumerable<R4.DomainResource> resources, Part2Item kind, string item)
    {
        var isMarked = ReleaseRule.IsMarked(release.Marked, new(kind, item));
        foreach (var resource in resources)
        {
            if (isMarked && release.Decision.IsWithheld)
            {
                Count++;
                continue;
            }

            if (isMarked)
            {
                hasMarked = true;
                resource.Meta = new() { Security = Codes() };
            }

            all.Add(resource);
        }
    }

    /// <summary>The label of the whole, which is as strict as its strictest part, and the notice.</summary>
    public void Label(R4.Bundle bundle)
    {
        if (!hasMarked)
            return;
        (bundle.Meta ??= new()).Security = Codes();
        if (release.Notice is { } notice)
            bundle.Entry.Insert(0, new() { FullUrl = ChartBundle.Urn(StableIds.Of($"part2-notice/{release.NoticeVersion}")), Resource = Notice(notice) });
    }

    private R4.Basic Notice(string notice) => new()
    {
        Id = StableIds.Of($"part2-notice/{release.NoticeVersion}").ToString(),
        Code = new() { Text = "42 CFR Part 2 notice" },
        Text = new() { Status = R4.Narrative.NarrativeStatus.Additional, Div = $"<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>{System.Net.WebUtility.HtmlEncode(notice)}</p><p>{System.Net.WebUtility.HtmlEncode(release.Scope ?? "")}</p></div>" },
    };

    private static List<R4.Coding> Codes() => [new(Confidentiality, "R"), new(ActCode, "42CFRPart2"), new(ActCode, "SUD"), new(ActCode, "NORDSCLCD")];
}
