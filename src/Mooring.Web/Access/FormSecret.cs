using Microsoft.AspNetCore.Http;
using Mooring.Practice.Access;

namespace Mooring.Web.Access;

/// <summary>The PIN or password in the form of this request. Where no request is, the server itself acts and nobody is asked.</summary>
internal sealed class FormSecret(IHttpContextAccessor http, ServerOptions options) : ITypedSecret
{
    /// <summary>The field, on every form that signs.</summary>
    public const string Field = "pin";

    public bool IsAsked => options.SignsAgain && http.HttpContext?.User.Actor() is { IsPatient: false };

    public string? Secret => http.HttpContext is { Request.HasFormContentType: true } context && context.Request.Form.TryGetValue(Field, out var typed) ? typed.ToString() : null;
}
