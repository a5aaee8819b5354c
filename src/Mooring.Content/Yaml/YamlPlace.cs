using YamlDotNet.RepresentationModel;

namespace Mooring.Content.Yaml;

/// <summary>The file being read, and the faults found in it so far.</summary>
public sealed class YamlPlace(string file)
{
    private readonly List<LibraryFault> faults = [];

    public IReadOnlyList<LibraryFault> Faults => faults;

    /// <summary>Notes the fault and returns null, so that reading goes on and finds the next one.</summary>
    public object? Fault(string code, YamlNode node, string says) => Fault(code, (int)node.Start.Line, says);

    public object? Fault(string code, int line, string says)
    {
        faults.Add(new(code, file, line, says));
        return null;
    }
}
