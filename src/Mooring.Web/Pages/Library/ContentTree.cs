using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using Mooring.Clinical;
using Mooring.Clinical.Instruments;
using Mooring.Clinical.Rules;
using Mooring.Kinetics.Quantities;

namespace Mooring.Web.Pages.Library;

/// <summary>
/// Any piece of content as nodes, by its shape: what a file may say is shown, and nothing can be forgotten when a new kind
/// of content or a new member comes.
/// </summary>
internal sealed class ContentTree(Vocabulary words)
{
    private static readonly HashSet<string> Naming = new(StringComparer.Ordinal) { "Id", "Hash", "Version" };

    /// <summary>The members of a file, without those that stand in the head of its page.</summary>
    public IReadOnlyList<ContentNode> Parts(object content, params string[] without) =>
    [
        .. Members(content.GetType())
            .Where(member => !Naming.Contains(member.Name) && !without.Contains(member.Name))
            .Select(member => Node(Human(member.Name), member.GetValue(content)))
            .OfType<ContentNode>(),
    ];

    private ContentNode? Node(string label, object? value) => value switch
    {
        null => null,
        "" => null,
        IReadOnlyList<Because> because => because.Count == 0 ? null : new ContentNode("Rests on") { Because = because },
        Criterion criterion => new(label, CriterionWords.Of(criterion, words)),
        Wording wording => new(label, wording.Es is null ? wording.En : $"{wording.En} / {wording.Es}"),
        IDictionary named => named.Count == 0 ? null : new(label) { Parts = [.. Named(named)] },
        string or ValueType => new(label, Plain(value)),
        IEnumerable list => Listed(label, [.. list.Cast<object>()]),
        _ => Record(label, value),
    };

    private IEnumerable<ContentNode> Named(IDictionary named)
    {
        foreach (DictionaryEntry entry in named)
        {
            if (Node(entry.Key.ToString()!, entry.Value) is { } node)
                yield return node;
        }
    }

    private ContentNode? Listed(string label, IReadOnlyList<object> items)
    {
        if (items.Count == 0)
            return null;
        if (items.All(item => item is ValueType || (item is string text && text.Length < 40)))
            return new(label, string.Join(", ", items.Select(Plain)));
        return new(label) { Parts = [.. items.Select(item => item is string text ? new ContentNode("", text) : Node("", item)).OfType<ContentNode>()] };
    }

    /// <summary>A record that says a sentence is that sentence; its sources stand beside it.</summary>
    private ContentNode Record(string label, object value)
    {
        var members = Members(value.GetType()).ToList();
        var name = members.FirstOrDefault(member => member.Name is "Id" or "Name" or "Code")?.GetValue(value)?.ToString();
        var says = members.FirstOrDefault(member => member.Name == "Says")?.GetValue(value)?.ToString();
        var because = members.Where(member => member.PropertyType == typeof(IReadOnlyList<Because>)).SelectMany(member => (IReadOnlyList<Because>)member.GetValue(value)!);
        return new(label.Length > 0 ? label : name ?? "", says)
        {
            Parts =
            [
                .. members.Where(member => member.Name is not "Says" and not "Hash" && member.PropertyType != typeof(IReadOnlyList<Because>)
                        && !(label.Length == 0 && name is not null && member.Name is "Id" or "Name" or "Code" && member.GetValue(value)?.ToString() == name))
                    .Select(member => Node(Human(member.Name), member.GetValue(value))).OfType<ContentNode>(),
            ],
            Because = [.. because],
        };
    }

    private static IEnumerable<PropertyInfo> Members(Type type) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(member => member.SetMethod is { IsPublic: true } && member.GetIndexParameters().Length == 0);

    internal static string Plain(object value) => value switch
    {
        string text => text,
        bool yes => yes ? "yes" : "no",
        Enum word => Human(word.ToString()).ToLowerInvariant(),
        TimeSpan { TotalHours: >= 48 } span => string.Create(CultureInfo.InvariantCulture, $"{span.TotalDays:0.##} days"),
        TimeSpan { TotalHours: >= 3 } span => string.Create(CultureInfo.InvariantCulture, $"{span.TotalHours:0.##} hours"),
        TimeSpan { TotalMinutes: >= 1 or <= -1 } span => string.Create(CultureInfo.InvariantCulture, $"{span.TotalMinutes:0.##} min"),
        TimeSpan span => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.##} s"),
        Mass mass => string.Create(CultureInfo.InvariantCulture, $"{mass.InMilligrams} mg"),
        Weight weight => string.Create(CultureInfo.InvariantCulture, $"{weight.InKilograms} kg"),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>StartAt is <c>Start at</c>.</summary>
    internal static string Human(string name)
    {
        var human = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && human.Length > 0)
                human.Append(' ').Append(char.ToLowerInvariant(letter));
            else
                human.Append(letter);
        }

        return human.ToString();
    }
}
