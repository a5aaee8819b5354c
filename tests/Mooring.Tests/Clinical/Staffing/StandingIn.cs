using Mooring.Clinical;
using Mooring.Clinical.Staffing;

namespace Mooring.Tests.Clinical.Staffing;

/// <summary>Who has the work of somebody who is away.</summary>
public class StandingIn
{
    private static readonly Guid Rowan = new(1, 0, 0, new byte[8]);
    private static readonly Guid Maple = new(2, 0, 0, new byte[8]);
    private static readonly Guid Hazel = new(3, 0, 0, new byte[8]);
    private static readonly DateOnly Day = new(2026, 3, 2);

    private static readonly Dictionary<Guid, IReadOnlyList<Role>> Roles = new()
    {
        [Rowan] = [Role.Prescriber],
        [Maple] = [Role.Prescriber, Role.Nurse],
        [Hazel] = [Role.Prescriber],
    };

    [Fact]
    public void Is_nobody_s_while_the_person_is_here() =>
        Assert.Null(Away().For(Rowan, [Role.Prescriber], null));

    [Fact]
    public void Is_the_deputy_s_until_the_last_day_and_nobody_else_s()
    {
        var standIn = Away(Of(Rowan, Maple)).For(Rowan, [Role.Prescriber], null)!;

        Assert.Equal((Maple, "Quill Maple", Day.AddDays(3)), (standIn.Deputy, standIn.DeputyName, standIn.Until));
        Assert.True(standIn.IsFor(Maple));
        Assert.False(standIn.IsFor(Hazel));
    }

    [Fact]
    public void Goes_on_to_the_deputy_of_a_deputy_who_is_away_too() =>
        Assert.Equal(Hazel, Away(Of(Rowan, Maple), Of(Maple, Hazel)).For(Rowan, [Role.Prescriber], null)!.Deputy);

    [Fact]
    public void Is_everybody_s_when_no_deputy_is_left()
    {
        AwayOn[] nobody =
        [
            Away(Of(Rowan, null)),
            Away(Of(Rowan, Maple), Of(Maple, Rowan)),
            Away(Of(Rowan, Maple), Of(Maple, null)),
            new([Of(Rowan, Maple)], new Dictionary<Guid, IReadOnlyList<Role>>()),
        ];

        Assert.All(nobody, away => Assert.True(away.For(Rowan, [Role.Prescriber], null)!.IsFor(Hazel)));
    }

    [Fact]
    public void Is_never_a_deputy_s_who_may_not_do_it()
    {
        var away = Away(Of(Rowan, Maple));

        Assert.Null(away.For(Rowan, [Role.Therapist], null)!.Deputy);
        Assert.Null(away.For(Rowan, [Role.Prescriber], notFor: Maple)!.Deputy);
    }

    private static AwayOn Away(params Absence[] absences) => new(absences, Roles);

    private static Absence Of(Guid who, Guid? deputy) =>
        new(new Guid(7, 0, 0, new byte[8]), who, "Ash Rowan", Day, Day.AddDays(3)) { Deputy = deputy, DeputyName = deputy is null ? null : "Quill Maple" };
}
