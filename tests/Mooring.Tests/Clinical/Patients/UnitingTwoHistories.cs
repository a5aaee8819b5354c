using Mooring.Clinical;
using Mooring.Clinical.Patients;

namespace Mooring.Tests.Clinical.Patients;

public class UnitingTwoHistories
{
    private static readonly Actor Nurse = Content.As(Guid.Empty, "Ben Rowan", Role.Nurse);

    [Fact]
    public void Keeps_the_background_that_either_tells_and_has_it_looked_at_again()
    {
        var stays = Told((BackgroundPart.AsaClass, "II"), (BackgroundPart.FamilyHistory, "A brother with psychosis."));
        var other = Told((BackgroundPart.AsaClass, "III"), (BackgroundPart.AnesthesiaHistory, "Woke up late in 2019."), (BackgroundPart.FamilyHistory, "A brother with psychosis."));

        var one = stays.With(other);

        Assert.Equal("II\nIII", one.Background[BackgroundPart.AsaClass]);
        Assert.Equal("Woke up late in 2019.", one.Background[BackgroundPart.AnesthesiaHistory]);
        Assert.Equal("A brother with psychosis.", one.Background[BackgroundPart.FamilyHistory]);
        Assert.Null(one.ReviewOf(HistoryList.Background));
    }

    [Fact]
    public void Leaves_a_background_reviewed_of_which_the_other_tells_nothing_more()
    {
        var stays = Told((BackgroundPart.AsaClass, "II"), (BackgroundPart.Airway, "No trouble."));

        Assert.NotNull(stays.With(Told((BackgroundPart.AsaClass, "II"))).ReviewOf(HistoryList.Background));
    }

    private static History Told(params (BackgroundPart Part, string Says)[] parts) =>
        new ListReviewed(HistoryList.Background).Apply(parts.Aggregate(new History(), (history, part) => new BackgroundReported(part.Part, part.Says).Apply(history, Nurse, default)), Nurse, default);
}
