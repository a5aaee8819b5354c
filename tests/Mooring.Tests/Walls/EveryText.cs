using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Storage;
using Mooring.Tests.Practice;
using Mooring.Web;

namespace Mooring.Tests.Walls;

/// <summary>Every text that comes from outside has a line in the one table of lengths, and is refused beyond it.</summary>
public class EveryText
{
    [Fact]
    public async Task Of_a_row_has_a_length()
    {
        await using var clinic = await ClinicInMemory.Open();

        var missing = await clinic.As(Role.Manager, (MooringDb db) => Task.FromResult<IReadOnlyList<string>>(
        [
            .. from type in db.Model.GetEntityTypes()
               from property in type.GetProperties()
               where property.ClrType == typeof(string) && type.ClrType.Namespace?.StartsWith("Mooring", StringComparison.Ordinal) == true && TextLimits.Find(type.ClrType.Name, property.Name) is null
               select $"{type.ClrType.Name}.{property.Name}",
        ]));

        Assert.True(!missing.Any(), string.Join(" ", missing));
    }

    [Fact]
    public void Of_a_form_has_a_length()
    {
        var forms = from component in typeof(ServerOptions).Assembly.GetTypes()
                    from property in component.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
                    where property.GetCustomAttribute<SupplyParameterFromFormAttribute>() is not null
                    select (Type: Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, On: component);

        var missing = forms.SelectMany(form => Missing(form.Type, [])).Distinct().Order(StringComparer.Ordinal).ToList();

        Assert.True(missing.Count == 0, string.Join(" ", missing));
    }

    [Fact]
    public void Of_a_command_to_a_desk_has_a_length()
    {
        var commands = from desk in typeof(Mooring.Practice.StartUp).Assembly.GetTypes()
                       where desk.Name.EndsWith("Desk", StringComparison.Ordinal)
                       from method in desk.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                       from parameter in method.GetParameters()
                       select parameter;

        var missing = commands.SelectMany(parameter => parameter.ParameterType != typeof(string) ? Missing(parameter.ParameterType, [])
            : TextLimits.Find("", parameter.Name!) is null ? [$"{parameter.Member.DeclaringType!.Name}: {parameter.Name}"] : []).Distinct().Order(StringComparer.Ordinal).ToList();

        Assert.True(missing.Count == 0, string.Join(" ", missing));
    }

    [Fact]
    public async Task That_is_too_long_is_kept_nowhere_and_never_cut()
    {
        await using var clinic = await ClinicInMemory.Open();

        var refused = await Assert.ThrowsAsync<TextTooLongException>(() => clinic.As(Role.Manager, async (MooringDb db) =>
        {
            (await db.Users.FirstAsync(TestContext.Current.CancellationToken)).FullName = new('x', TextLimits.Name + 1);
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }));

        Assert.Equal(("LIM201", "fullName"), (refused.Refusal.Code, refused.Refusal.At));
        Assert.Contains("“full name” is too long: 201 characters, and 200 at most", refused.Refusal.Says, StringComparison.Ordinal);
        Assert.DoesNotContain(await clinic.As(Role.Manager, (MooringDb db) => db.Users.Select(staff => staff.FullName).ToListAsync(TestContext.Current.CancellationToken)), name => name.Contains("xxx", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Form.GivenName", TextLimits.Name)]
    [InlineData("Form.Answers[3]", TextLimits.Long)]
    [InlineData("Form.Lines[2].Reason", TextLimits.Text)]
    [InlineData("Form.Text", TextLimits.Long)]
    public void Of_a_field_is_found_by_its_last_name(string field, int most) => Assert.Equal(most, TextLimits.OfField(field));

    [Fact]
    public void Is_counted_as_a_person_counts_it()
    {
        var lines = string.Concat(Enumerable.Repeat("a\r\n", 100));

        Assert.Null(TextLimits.Against(lines, 200, "note", null));
        Assert.NotNull(TextLimits.Against(lines, 199, "note", null));
    }

    private static IEnumerable<string> Missing(Type type, HashSet<Type> seen)
    {
        if (type.IsGenericType || type.IsArray)
            return (type.IsArray ? [type.GetElementType()!] : type.GetGenericArguments()).Where(one => one != typeof(string)).SelectMany(one => Missing(one, seen));
        // What a desk or a page is handed to be kept; what the content says is checked where it is read.
        if (type.Namespace is not { } room || !(room.StartsWith("Mooring.Practice", StringComparison.Ordinal) || room.StartsWith("Mooring.Web", StringComparison.Ordinal)) || type.IsEnum || type.IsInterface || typeof(Delegate).IsAssignableFrom(type) || !seen.Add(type))
            return [];
        return type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite && property.GetIndexParameters().Length == 0).SelectMany(property =>
            property.PropertyType == typeof(string) ? TextLimits.Find(type.Name, property.Name) is null ? [$"{type.Name}.{property.Name}"] : [] : Missing(property.PropertyType, seen));
    }
}
