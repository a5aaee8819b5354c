namespace Mooring.Devices.Hl7;

/// <summary>One line of a message.</summary>
/// <param name="name">Three letters: <c>OBX</c>.</param>
/// <param name="number">The how-manieth of its name in the message, from 1.</param>
/// <param name="raw">The line as it was sent.</param>
/// <param name="marks">The marks of the message.</param>
public sealed class Segment(string name, int number, string raw, Delimiters marks)
{
    private readonly string[] parts = raw.Split(marks.Field);

    public string Name { get; } = name;

    public int Number { get; } = number;

    public string Raw { get; } = raw;

    /// <summary>A field by its number in the standard; beyond the last one it is empty.</summary>
    public Field this[int field]
    {
        get
        {
            if (Name == "MSH" && field == 1)
                return new(marks.Field.ToString(), marks);
            var at = Name == "MSH" ? field - 1 : field;
            return new(at < parts.Length ? parts[at] : "", marks);
        }
    }

    /// <summary>Where a field is, as problems name it.</summary>
    public string Place(int field) => FormattableString.Invariant($"{Name}[{Number}]-{field}");
}
