namespace Mooring.Clinical.Patients;

/// <summary>Entries came from another record, so an earlier review no longer covers the whole list.</summary>
public sealed record ListReopened(HistoryList List) : HistoryChange(List)
{
    protected override History Change(History before, Actor by, DateTimeOffset at) =>
        before with { Reviewed = [.. before.Reviewed.Where(mark => mark.List != List)] };
}
