using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Mooring.Clinical.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Imports;

/// <summary>Knowing again what was imported before.</summary>
internal static class Fingerprint
{
    public static string Of(object? fact) =>
        Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(fact, JsonColumn.Options)).AsSpan(0, 16));

    /// <summary>The same id for the same names, whenever it is asked for.</summary>
    public static Guid Id(params IReadOnlyList<string> names) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', names))).AsSpan(0, 16));

    /// <summary>What a list says under a name; null when it is not there.</summary>
    public static object? On(History history, HistoryList list, string name) => list switch
    {
        HistoryList.Conditions => history.Conditions.FirstOrDefault(each => Same(each.Name, name)),
        HistoryList.Medicines => history.Medicines.FirstOrDefault(each => Same(each.Name, name)),
        HistoryList.Allergies => history.Allergies.FirstOrDefault(each => Same(each.Name, name)),
        HistoryList.Trials => history.Trials.FirstOrDefault(each => Same(each.Drug, name)),
        HistoryList.Answers => history.Answers.TryGetValue(name, out var answer) ? (object)answer : null,
        _ => null,
    };

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
