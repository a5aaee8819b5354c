using Mooring.Practice.Tasks;

namespace Mooring.Web.Pages.Today;

/// <summary>What waits, in the order in which it is read: who may come to harm, who stands and waits, then care before paper.</summary>
public static class TaskFolding
{
    // As many of one kind as still are read one by one.
    private const int ReadSingly = 2;

    /// <summary>
    /// The lines of a list. Tasks that ask for the same act of several patients are one line with their names, where the first of
    /// them would stand; risk and whoever waits at this moment are never folded.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<WaitingTask>> Fold(IEnumerable<WaitingTask> tasks)
    {
        List<WaitingTask> ordered = [.. tasks.OrderByDescending(task => task.IsAsked).ThenByDescending(task => task.IsRisk).ThenByDescending(task => task.IsUrgent).ThenBy(Place)];
        var alike = ordered.Where(task => !IsSingle(task)).ToLookup(task => (task.Kind, task.Act));
        return
        [
            .. from task in ordered
               let same = alike[(task.Kind, task.Act)].ToList()
               let isFolded = !IsSingle(task) && same.Count > ReadSingly
               where !isFolded || ReferenceEquals(same[0], task)
               select isFolded ? same : (IReadOnlyList<WaitingTask>)[task],
        ];
    }

    private static bool IsSingle(WaitingTask task) => task.IsRisk || task.IsAsked || task.IsChair || task.Act.Length == 0;

    private static int Place(WaitingTask task) => task.Kind is { } kind ? TaskWords.Groups.TakeWhile(group => group.Value != TaskWords.GroupOf(kind)).Count() : 0;
}
