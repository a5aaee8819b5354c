using Microsoft.AspNetCore.Components;

namespace Mooring.Web.Components;

/// <summary>
/// A component that asks the database. It is drawn only once it knows all that it shows, and asks when it is its turn.
/// The framework's own order would draw it at its first wait, half known, while the other parts of the page ask as well.
/// </summary>
public abstract class AskingComponent : GuardedComponent
{
    private Task? asked;

    [Inject] internal QueryGate Turns { get; set; } = default!;

    public sealed override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        await (asked ??= Turns.Take(Ask));
        await base.SetParametersAsync(ParameterView.Empty);
    }

    protected sealed override Task Handle(EventCallbackWorkItem item, object? arg) => Turns.Take(() => item.InvokeAsync(arg));

    /// <summary>Finds out what is to be shown; once, with all parameters set.</summary>
    protected virtual Task Ask() => Task.CompletedTask;
}
