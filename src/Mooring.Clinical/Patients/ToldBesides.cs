namespace Mooring.Clinical.Patients;

/// <summary>What she says besides the facts of her past; no list of them is to be gone through again for it.</summary>
public abstract record ToldBesides() : HistoryChange(HistoryList.Answers);

/// <summary>The patient finished a step of her own walk.</summary>
public sealed record StepTold(string Step) : ToldBesides
{
    protected override History Change(History before, Actor by, DateTimeOffset at) =>
        before with { Told = [.. before.Told.Where(told => told.Step != Step), new(Step, at)] };
}

/// <summary>The questions that she wants to ask before consent; they replace those chosen before.</summary>
public sealed record QuestionsChosen(IReadOnlyList<string> Questions) : ToldBesides
{
    protected override History Change(History before, Actor by, DateTimeOffset at) => before with { WantsToAsk = Questions };
}

/// <summary>She signed that she told all she knows.</summary>
public sealed record StatedComplete(string Signature) : ToldBesides
{
    protected override History Change(History before, Actor by, DateTimeOffset at) => before with { Statement = new(Signature, at) };
}
