namespace Mooring.Kinetics.Solvers;

/// <summary>
/// The states of a model in the order in which drug passes through them. States that exchange drug with each other form
/// a block; blocks of one, two, or a hub with two others have eigenvalues in closed form.
/// </summary>
internal sealed class Blocks
{
    private readonly Dictionary<int, int> places;

    private Blocks(CompiledModel anatomy, int[][] members, bool[,] reach)
    {
        places = members.SelectMany(block => block).Select((state, place) => (state, place)).ToDictionary(pair => pair.state, pair => pair.place);
        Starts = [.. members.Select(block => places[block[0]])];
        Sizes = [.. members.Select(block => block.Length)];
        Count = places.Count;
        BlockOf = [.. members.SelectMany((block, index) => block.Select(_ => index))];
        Flows = [.. members.SelectMany((to, b) => members.Select((from, a) => a < b && reach[from[0], to[0]]))];
        Cells = [.. anatomy.Terms.Select(term => places.TryGetValue(term.Column, out var column) ? (places[term.Row] * Count) + column : -1)];
    }

    public int[] Starts { get; }

    public int[] Sizes { get; }

    public int[] BlockOf { get; }

    /// <summary>How many states there are, steady inputs left out.</summary>
    public int Count { get; }

    /// <summary>For each term of the anatomy its cell of the matrix, row by row; -1 for a steady input.</summary>
    public int[] Cells { get; }

    /// <summary>Whether what passes block a reaches block b later, at [b * blocks + a].</summary>
    public bool[] Flows { get; }

    /// <summary>Null where some block has no closed form.</summary>
    public static Blocks? Of(CompiledModel anatomy)
    {
        var count = anatomy.States.Count;
        var edge = new bool[count, count];
        foreach (var term in anatomy.Terms.Where(term => term.Row != term.Column))
            edge[term.Column, term.Row] = true;
        var reach = (bool[,])edge.Clone();
        for (var by = 0; by < count; by++)
        {
            for (var from = 0; from < count; from++)
            {
                for (var to = 0; to < count; to++)
                    reach[from, to] |= reach[from, by] && reach[by, to];
            }
        }

        int Upstream(int state) => Enumerable.Range(0, count).Count(other => reach[other, state]);
        var members = anatomy.States
            .Where(state => !state.Key.StartsWith(CompiledModel.FeedOf(""), StringComparison.Ordinal))
            .GroupBy(state => Enumerable.Range(0, count).First(other => other == state.Value || (reach[other, state.Value] && reach[state.Value, other])))
            .Select(block => Hub([.. block.Select(state => state.Value)], edge))
            .ToList();
        return members.Contains(null)
            ? null
            : new(anatomy, [.. members.OfType<int[]>().OrderBy(block => Upstream(block[0])).ThenBy(block => block[0])], reach);
    }

    public int PlaceOf(int state) => places[state];

    public bool Passes(int from, int to) => from == to || Flows[(to * Sizes.Length) + from];

    // The one that the others exchange with comes first; none exchanges with another.
    private static int[]? Hub(int[] block, bool[,] edge) => block.Length switch
    {
        < 3 => block,
        3 => block.Select(hub => (int[])[hub, .. block.Where(other => other != hub)])
            .FirstOrDefault(order => !edge[order[1], order[2]] && !edge[order[2], order[1]]),
        _ => null,
    };
}
