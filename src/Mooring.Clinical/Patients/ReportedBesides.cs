namespace Mooring.Clinical.Patients;

/// <summary>What the patient says besides the facts of their past; no list of them is to be gone through again for it.</summary>
public abstract record ReportedBesides() : HistoryChange(HistoryList.Answers);

/// <summary>The patient finished a step of their own walk.</summary>
public sealed record StepReported(string Step) : ReportedBesides
{
    protected override History Change(History before, Actor by, DateTimeOffset at) =>
        before with { Told = [.. before.Told.Where(told => told.Step != Step), new(Step, at)] };
}

/// <summary>The questions that the patient wants to ask before consent; they replace those chosen before.</summary>
public sealed record QuestionsChosen(IReadOnlyList<string> Questions) : ReportedBesides
{
    protected override History Change(History before, Actor by, DateTimeOffset at) => before with { WantsToAsk = Questions };
}

/// <summary>The patient signed that they told all they know.</summary>
public sealed record StatedComplete(string Signature) : ReportedBesides
{
    protected override History Change(History before, Actor by, DateTimeOffset at) => before with { Statement = new(Signature, at) };
}
