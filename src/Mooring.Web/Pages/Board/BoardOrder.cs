namespace Mooring.Web.Pages.Board;

/// <summary>How the board is sorted.</summary>
public enum BoardOrder
{
    /// <summary>Who needs somebody most, first.</summary>
    Urgency,
    Room,

    /// <summary>Who has which chair, and what is next for them.</summary>
    Person,
}

public static class BoardOrders
{
    /// <summary>From <c>?sort=</c>; anything unknown is by urgency.</summary>
    public static BoardOrder Read(string? sort) => sort switch { "room" => BoardOrder.Room, "person" => BoardOrder.Person, _ => BoardOrder.Urgency };

    public static string Word(this BoardOrder order) => order.ToString().ToLowerInvariant();
}
