namespace Mooring.Devices.Hl7;

/// <summary>One field as it was sent. Components count from 1, as in the standard; what is absent reads as empty.</summary>
public readonly record struct Field(string Raw, Delimiters Marks)
{
    public bool IsEmpty => Raw.Length == 0;

    /// <summary>The sender says that there is no value (<c>""</c>), which is more than leaving the field out.</summary>
    public bool IsNull => Raw == "\"\"";

    /// <summary>The field as one text, escapes resolved.</summary>
    public string Text => IsNull ? "" : Escapes.Unescape(Raw, Marks);

    /// <summary>None for an empty field.</summary>
    public IEnumerable<Field> Repetitions
    {
        get
        {
            if (IsEmpty)
                return [];
            var marks = Marks;
            return Raw.Split(Marks.Repetition).Select(raw => new Field(raw, marks));
        }
    }

    /// <summary>The first subcomponent of a component of the first repetition, escapes resolved.</summary>
    public string this[int component]
    {
        get
        {
            var text = Escapes.Unescape(HasParts ? Part(Raw, component) : component == 1 ? Raw : "", Marks);
            return text == "\"\"" ? "" : text;
        }
    }

    /// <summary>Whether the field holds anything but a single plain value.</summary>
    public bool HasParts => Raw.AsSpan().IndexOfAny(Marks.Repetition, Marks.Component, Marks.Subcomponent) >= 0;

    private string Part(string raw, int component)
    {
        var rest = raw.AsSpan();
        var end = rest.IndexOf(Marks.Repetition);
        rest = end < 0 ? rest : rest[..end];
        for (; component > 1; component--)
        {
            var next = rest.IndexOf(Marks.Component);
            if (next < 0)
                return "";
            rest = rest[(next + 1)..];
        }

        end = rest.IndexOfAny(Marks.Component, Marks.Subcomponent);
        return (end < 0 ? rest : rest[..end]).ToString();
    }
}
