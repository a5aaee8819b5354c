using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Web.Limits;

namespace Mooring.Web.Components;

/// <summary>What every component is: a form in it that holds a text too long is shown again, and nothing of it is done.</summary>
public abstract class GuardedComponent : ComponentBase, IHandleEvent
{
    [Inject] internal IServiceProvider Services { get; set; } = default!;

    /// <summary>What is being answered; null where a page is made into a file.</summary>
    internal HttpContext? HttpHere => Services.GetService<IHttpContextAccessor>()?.HttpContext;

    async Task IHandleEvent.HandleEventAsync(EventCallbackWorkItem item, object? arg)
    {
        if (TypedTooLong.In(HttpHere).Count == 0)
            await Handle(item, arg);
        StateHasChanged();
    }

    /// <summary>Does what was asked for.</summary>
    protected virtual Task Handle(EventCallbackWorkItem item, object? arg) => item.InvokeAsync(arg);
}
