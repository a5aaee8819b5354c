using Mooring.Clinical;
using Mooring.Clinical.Attention;

namespace Mooring.Tests.Clinical.Attention;

public class ReachingSomebody
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Within = TimeSpan.FromHours(2);
    private static readonly Actor Named = new(Guid.CreateVersion7(Noon.AddMinutes(1)), "Cleo Hawthorn", Role.Prescriber);
    private static readonly Actor Other = new(Guid.CreateVersion7(Noon.AddMinutes(2)), "Noor Willow", Role.Prescriber);
    private static readonly Actor Nurse = new(Guid.CreateVersion7(Noon.AddMinutes(3)), "Ada Rowan", Role.Nurse);
    private static readonly Matter Serious = new(MatterKind.SeriousEvent, Guid.CreateVersion7(Noon.AddMinutes(4)), "Seizure", Noon, Named);

    [Fact]
    public void A_serious_event_is_the_named_prescribers_at_once()
    {
        Assert.True(Serious.IsFor(Named, Noon, Within));
        Assert.False(Serious.IsFor(Other, Noon.AddMinutes(119), Within));
        Assert.False(Serious.IsFor(Nurse, Noon.AddDays(1), Within));
    }

    [Fact]
    public void And_every_prescribers_once_nobody_has_taken_it_in_time()
    {
        Assert.True(Serious.IsFor(Other, Noon.AddHours(2), Within));
        Assert.False((Serious with { TakenBy = Named, TakenAt = Noon.AddHours(1) }).IsFor(Other, Noon.AddHours(3), Within));
        Assert.True((Serious with { TakenBy = Other, TakenAt = Noon.AddHours(3) }).IsFor(Other, Noon.AddHours(4), Within));
    }

    [Fact]
    public void A_call_that_was_asked_for_is_everybodys_who_may_make_it()
    {
        var call = new Matter(MatterKind.CallAsked, Guid.CreateVersion7(Noon.AddMinutes(5)), "Please call me", Noon, null);

        Assert.True(call.IsFor(Nurse, Noon.AddDays(30), Within));
        Assert.False(call.IsFor(Nurse with { Role = Role.FrontDesk }, Noon, Within));
    }
}
