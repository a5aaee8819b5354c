using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using YamlDotNet.RepresentationModel;

namespace Mooring.Content.Yaml;

/// <summary>A mapping into a record: each <c>required</c> member must be there, and nothing else may be.</summary>
internal static class YamlRecords
{
    public static object? Read(YamlMappingNode mapping, Type wanted, YamlPlace place)
    {
        var members = Members(wanted);
        var before = place.Faults.Count;
        var made = Activator.CreateInstance(wanted)
            ?? throw new InvalidOperationException($"{wanted} can not be made.");

        foreach (var (key, child) in mapping.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (!members.Remove(name, out var member))
                place.Fault("LIB104", key, $"'{name}' is not known here. Left to give: {Names(members)}.");
            else
                Set(made, member, name, child, place);
        }

        foreach (var (name, member) in members)
        {
            if (member.IsDefined(typeof(RequiredMemberAttribute)))
                place.Fault("LIB105", mapping, $"'{name}' is missing.");
        }

        return place.Faults.Count == before ? made : null;
    }

    private static void Set(object made, PropertyInfo member, string name, YamlNode child, YamlPlace place)
    {
        if (YamlShapes.IsNull(child))
        {
            if (!IsNullable(member))
                place.Fault("LIB106", child, $"'{name}' is empty; give it a value.");
            return;
        }

        var type = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
        if (YamlShapes.Read(child, type, place) is { } value)
            member.SetValue(made, value);
    }

    private static Dictionary<string, PropertyInfo> Members(Type wanted) => wanted
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(member => member.SetMethod is { IsPublic: true })
        .ToDictionary(member => Kebab(member.Name), StringComparer.Ordinal);

    private static bool IsNullable(PropertyInfo member) =>
        Nullable.GetUnderlyingType(member.PropertyType) is not null
        || new NullabilityInfoContext().Create(member).WriteState == NullabilityState.Nullable;

    private static string Names(Dictionary<string, PropertyInfo> members) =>
        members.Count == 0 ? "nothing" : string.Join(", ", members.Keys.Order(StringComparer.Ordinal));

    /// <summary>StartAt is <c>start-at</c>; digits stay with the word before them.</summary>
    internal static string Kebab(string name)
    {
        var kebab = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && kebab.Length > 0)
                kebab.Append('-');
            kebab.Append(char.ToLowerInvariant(letter));
        }

        return kebab.ToString();
    }
}
