using System.Reflection;
using Mooring.Clinical;
using Mooring.Practice.Bedside;

namespace Mooring.Tests.Practice;

/// <summary>
/// No desk keeps anything for somebody who may do nothing, whichever page or program asks it. Every public method of every
/// desk is walked; one that is written tomorrow is walked too.
/// </summary>
public class NobodyWithoutTheRight
{
    /// <summary>What is said to somebody whose work it is not.</summary>
    private static readonly string[] NotTheirs =
    [
        "WEB150", "SES321", "SES123", "SES134", "SES191", "SES275", "SES281", "STO156", "SET101", "REC101", "LIB503", "LIB506", "NOT102", "NOT203", "PLN105", "SCR203", "SCR221", "SCR301", "SCR313", "CRS101", "CRS201", "CRS301", "BSL102", "ADV101", "HLD101", "CON107", "LCK122", "ACC126",
    ];

    // Each with its reason. What is not here and answers with an outcome refuses whom it must.
    private static readonly Dictionary<string, string> Open = new(StringComparer.Ordinal)
    {
        ["PlanDesk.Work"] = "works a dose out and keeps nothing",
        ["LevelDesk.Of"] = "works a band out and keeps nothing",
        ["WhatIfDesk.Of"] = "works a curve out and keeps nothing",
        ["DosingDesk.Explain"] = "corrects a tap, which asks for itself as soon as there is one to explain",
        ["StaffDesk.Join"] = "by a link, before anybody is signed in",
        ["SignInsDesk.EndOne"] = "one's own sign-ins are everybody's to end; of a colleague's there is a test of its own",
        ["SignInsDesk.EndAllOf"] = "one's own sign-ins are everybody's to end; of a colleague's there is a test of its own",
        ["SignInsDesk.Of"] = "one's own sign-ins are everybody's to see",
        ["ResetDesk.Use"] = "by a link, before anybody is signed in",
        ["OutsideDesk.Find"] = "by the clinic's identity provider, before anybody is signed in",
        ["SetUpDesk.SetUp"] = "by a link, before there is a clinic",
        ["DisclosureDesk.Ask"] = "says what may leave and keeps nothing",
        ["PatientLinkDesk.Open"] = "by a link and the birth date, before anybody is signed in",
        ["EmergencyDesk.OpenEmergency"] = "in an emergency nobody is refused",
        ["EmergencyDesk.RecordEmergencyAction"] = "in an emergency nobody is refused",
        ["EmergencyDesk.UndoEmergencyAction"] = "in an emergency nobody is refused",
        ["EmergencyDesk.CloseEmergency"] = "in an emergency nobody is refused",
        ["TerminologyDesk.Load"] = "from the command line of the server, for all clinics",
        ["TerminologyDesk.Remove"] = "from the command line of the server, for all clinics",
        ["TerminologyDesk.Back"] = "from the command line of the server, for all clinics",
    };

    // What keeps something and answers without an outcome.
    private static readonly Dictionary<string, string> Keeps = new(StringComparer.Ordinal)
    {
        ["SignInsDesk.Lock"] = "locks the own screen",
        ["SignInsDesk.Unlock"] = "after the PIN or password was judged",
        ["SignInsDesk.Begin"] = "lets somebody in whose password or link was judged before",
        ["StaffDesk.Found"] = "makes the clinic, before there is anybody",
        ["AccountDesk.NoteSignIn"] = "the moment at which somebody came in, at the door",
    };

    private static IEnumerable<MethodInfo> Methods => typeof(SessionDesk).Assembly.GetExportedTypes()
        .Where(type => type.IsClass && (type.Name.EndsWith("Desk", StringComparison.Ordinal) || type.Name is "SessionOpening" or "StaffRoles"))
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .Where(method => method.ReturnType.IsAssignableTo(typeof(Task)));

    [Fact]
    public async Task Is_accepted_by_any_desk_that_keeps_something()
    {
        await using var walk = await Walk.Begin();
        List<string> accepted = [];
        foreach (var method in Methods.Where(method => Walk.AnswersWithOutcome(method) && !Open.ContainsKey(Walk.NameOf(method))))
        {
            var codes = await walk.Refused(method);
            if (!codes.Any(NotTheirs.Contains))
                accepted.Add($"{Walk.NameOf(method)}: {string.Join(", ", codes)}");
        }

        Assert.Empty(accepted);
    }

    [Fact]
    public async Task Has_anything_kept_by_a_desk_that_only_answers()
    {
        await using var walk = await Walk.Begin();
        List<string> kept = [];
        foreach (var method in Methods.Where(method => !Walk.AnswersWithOutcome(method) || Open.GetValueOrDefault(Walk.NameOf(method))?.EndsWith("keeps nothing", StringComparison.Ordinal) == true))
        {
            if (await walk.Keeps(method))
                kept.Add(Walk.NameOf(method));
        }

        Assert.Equal(Keeps.Keys.Order(StringComparer.Ordinal), kept.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Is_refused_only_where_the_right_is_missing()
    {
        await using var walk = await Walk.Begin();
        var method = typeof(ChartingDesk).GetMethod(nameof(ChartingDesk.Note))!;

        Assert.Contains("SES321", await walk.Refused(method));
        Assert.Empty(await walk.Refused(method, ClinicInMemory.Person(Role.Nurse)));
        Assert.True(await walk.Keeps(method, ClinicInMemory.Person(Role.Nurse)));
        Assert.True(Methods.Count() > 150, "Hardly any desk was walked.");
        Assert.All(Open.Keys.Concat(Keeps.Keys), name => Assert.Contains(name, Methods.Select(Walk.NameOf)));
    }
}
