using System.Text;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Charting;
using Mooring.Clinical.Sessions.Json;
using Mooring.Clinical.Sessions.Leaving;
using Mooring.Clinical.Sessions.Rescuing;
using Mooring.Storage;
using Mooring.Tests.Clinical.Sessions;
using Mooring.Web.Components;
using static Mooring.Tests.Clinical.Sessions.Chairside;

namespace Mooring.Tests.Clinical.People;

/// <summary>Persons with one role or several, and what acts that is no person.</summary>
public sealed class ActingAsSomebody
{
    private static readonly Actor Both = Content.As(AnId(120), "Uma Larch", Role.Nurse, Role.Prescriber);

    [Fact]
    public void In_two_roles_may_do_what_either_may()
    {
        var nurseAndManager = Content.As(AnId(121), "Ari Sloe", Role.Nurse, Role.Manager);

        Assert.True(nurseAndManager.May(Right.GiveDoses));
        Assert.True(nurseAndManager.May(Right.ManageStaff));
        Assert.False(nurseAndManager.May(Right.Prescribe));
        Assert.True(nurseAndManager.IsOneOf([Role.Manager, Role.Biller]));
        Assert.Equal("nurse and manager", Words.Of(nurseAndManager));
    }

    [Fact]
    public void Signs_once_also_in_two_roles()
    {
        var chair = Infusion().Recovering().FitToLeave(105).Then(110, session => session.Discharge(At(110)));

        var once = chair.Then(112, session => session.Sign(At(112, Both)), Both);

        Refused.With("SES320", once.Session.Sign(At(113, Both)));
        Assert.Equal(Phase.Signed, once.Then(114, session => session.Sign(At(114, once.Session.SignedBy.Contains(Role.Nurse) ? Prescriber : Nurse)), Prescriber).Session.Phase);
    }

    [Fact]
    public void Without_the_right_gets_no_further_than_the_decision()
    {
        var technician = Content.As(AnId(122), "Remy Lark", Role.Technician);
        var chair = Infusion().CheckedIn();

        Refused.With("SES321", chair.Session.RecordAdverseEvent(At(2, technician), new("nausea", 1, "watched", AdverseOutcome.Resolved)));
        Assert.True(chair.Session.Note(At(2, technician), "Sleeps.").IsDone);
    }

    [Fact]
    public void As_a_device_or_a_job_decides_nothing()
    {
        var device = Actor.Device("monitor-2");
        var import = Actor.Job("Import", Right.RegisterPatients);

        Assert.All(Enum.GetValues<Right>(), right => Assert.False(device.May(right)));
        Assert.Equal([Right.RegisterPatients], import.Rights.All);
        Assert.False(import.May(Right.GiveDoses));
        Assert.Empty(device.Roles);
        Assert.Equal(["device", "the program"], [Words.Of(device), Words.Of(import)]);
        Assert.Equal(device.Rights, Content.Rights.Give(device).Rights);
    }

    [Fact]
    public void Is_kept_with_name_and_roles_and_without_rights()
    {
        var kept = JsonColumn.Write(Both);

        Assert.DoesNotContain("ights", kept, StringComparison.Ordinal);
        var read = JsonColumn.Read<Actor>(kept);
        Assert.Equal(Both, read);
        Assert.Equal([Role.Nurse, Role.Prescriber], read.Roles);
        Assert.Equal(default, read.Rights);
        Assert.Equal(Actor.Device("monitor-2"), JsonColumn.Read<Actor>(JsonColumn.Write(Actor.Device("monitor-2"))));
    }

    [Theory]
    [InlineData("""{"id":"00000000-0000-0000-0000-000000000065","name":"Ada Rowan","role":"Nurse","isDevice":false}""", ActorKind.Person, "nurse")]
    [InlineData("""{"id":"00000000-0000-0000-0000-000000000000","name":"Import","role":"Nurse","isDevice":true}""", ActorKind.Device, "device")]
    public void Is_read_as_it_was_kept_before_there_were_kinds(string kept, ActorKind kind, string says)
    {
        var read = JsonColumn.Read<Actor>(kept);

        Assert.Equal(kind, read.Kind);
        Assert.Equal(says, Words.Of(read));
    }

    [Fact]
    public void Stands_in_a_journal_in_all_roles_of_that_time()
    {
        var entry = Infusion().CheckedIn().Then(2, session => session.Note(At(2, Both), "Sleeps.")).Session.Journal[^1];

        var read = SessionJson.Read(SessionJson.Bytes(entry with { By = Both }));

        Assert.Equal([Role.Nurse, Role.Prescriber], read.By.Roles);
        Assert.Contains("\"moreRoles\":[\"prescriber\"]", Encoding.UTF8.GetString(SessionJson.Bytes(entry with { By = Both })), StringComparison.Ordinal);
    }

    [Fact]
    public void Has_a_word_for_every_role_and_refuses_to_guess_one()
    {
        var words = Enum.GetValues<Role>().Select(Words.Of).ToList();

        Assert.Equal(words.Distinct(StringComparer.Ordinal), words);
        Assert.Throws<ArgumentOutOfRangeException>(() => Words.Of((Role)99));
    }
}
