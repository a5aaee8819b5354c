namespace Mooring.Web.Boards;

/// <summary>How the board is sorted.</summary>
public enum BoardOrder
{
    /// <summary>Who needs somebody most, first.</summary>
    Urgency,
    Room,
}

public static class BoardOrders
{
    /// <summary>From <c>?sort=</c>; anything unknown is by urgency.</summary>
    public static BoardOrder Read(string? sort) => sort == "room" ? BoardOrder.Room : BoardOrder.Urgency;

    public static string Word(this BoardOrder order) => order == BoardOrder.Room ? "room" : "urgency";
}
