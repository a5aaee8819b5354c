using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Mooring.Content.Yaml;

/// <summary>
/// Reads clinical content into records with <c>required init</c> members. Strict, because a key that is skipped in
/// silence may be a safety limit: unknown, duplicate and missing keys, wrong types and numbers without a unit are
/// faults with file and line. Keys are kebab-case. Anchors and several documents in a file are refused.
/// </summary>
public static class StrictYaml
{
    /// <summary>Reads one file. Whatever is wrong comes back as faults: LIB101 to LIB110.</summary>
    public static ContentRead<T> Read<T>(string path)
        where T : class => Read<T>(path, path, null);

    /// <param name="name">What the file is called in what was read before.</param>
    internal static ContentRead<T> Read<T>(string path, string name, FilesRead? before)
        where T : class
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            return before is null ? Read<T>(bytes, path) : before.Of(name, Hash(bytes), () => Read<T>(bytes, path));
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            return new(path, "", null, [new("LIB101", path, 0, $"The file can not be read: {broken.Message}")]);
        }
    }

    /// <summary>Reads text that did not come from a file, such as a planted fault in a test.</summary>
    public static ContentRead<T> ReadText<T>(string text, string name)
        where T : class => ReadText<T>(text, name, null);

    internal static ContentRead<T> ReadText<T>(string text, string name, FilesRead? before)
        where T : class
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return before is null ? Read<T>(bytes, name) : before.Of(name, Hash(bytes), () => Read<T>(bytes, name));
    }

    private static ContentRead<T> Read<T>(byte[] bytes, string name)
        where T : class
    {
        var hash = Hash(bytes);
        var place = new YamlPlace(name);
        var text = Text(bytes, place);
        var root = text is null ? null : Root(text, place);
        var value = root is null ? null : YamlShapes.Read(root, typeof(T), place) as T;
        return new(name, hash, place.Faults.Count == 0 ? value : null, place.Faults) { Text = text ?? "" };
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string? Text(byte[] bytes, YamlPlace place)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            place.Fault("LIB102", 0, "The file is not UTF-8 text; save it as UTF-8.");
            return null;
        }
    }

    internal static YamlNode? Root(string text, YamlPlace place)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count == 1)
                return stream.Documents[0].RootNode;

            place.Fault("LIB110", 0, $"One document is expected, {stream.Documents.Count.ToString(CultureInfo.InvariantCulture)} were found.");
        }
        catch (YamlException broken)
        {
            var twice = broken.Message.Contains("Duplicate key", StringComparison.OrdinalIgnoreCase);
            place.Fault(twice ? "LIB103" : "LIB102", (int)broken.Start.Line, twice
                ? $"A key is given twice; keep one. ({broken.Message})"
                : $"This is not valid YAML: {broken.Message}");
        }

        return null;
    }
}
