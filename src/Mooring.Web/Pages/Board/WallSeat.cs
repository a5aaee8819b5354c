using Mooring.Web.Pages.Bedside.Panels;


namespace Mooring.Web.Pages.Board;

/// <summary>A chair as the wall shows it. It has no place for a name, so that none can be shown.</summary>
public sealed record WallSeat(string ElementId, string Chair, string Room, Need Need)
{
    public string PhaseSays { get; init; } = "";

    public DateTimeOffset? Since { get; init; }

    public IReadOnlyList<VitalView> Vitals { get; init; } = [];

    public NextView? Next { get; init; }

    public StayView? Stay { get; init; }

    /// <summary>In the order of the rooms: on a wall, a chair stays where it is.</summary>
    public static IReadOnlyList<WallSeat> Of(BoardView board) =>
    [
        .. board.Cards.Select(card => new WallSeat($"wall-{card.Chair.Id}", card.Chair.Name, card.Chair.Room, card.Need)
        {
            PhaseSays = card.PhaseSays,
            Since = card.Since,
            Vitals = card.Vitals,
            Next = card.Next,
            Stay = card.Stay,
        }),
    ];
}
