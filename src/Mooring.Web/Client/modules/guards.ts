/** A form is sent once, however often the button is pressed. The error summary takes the focus, or else the result that was asked for. */
export function guardForms(): void {
  document.addEventListener("submit", event => {
    const form = event.target as HTMLFormElement;
    if (event.defaultPrevented) return;
    if (form.dataset["sending"] !== undefined) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    if (form.method === "dialog" || form.method === "get") return;
    form.dataset["sending"] = "";
    event.submitter?.setAttribute("aria-busy", "true");
  }, true);

  const free = (root: ParentNode) => {
    root.querySelectorAll<HTMLFormElement>("form[data-sending]").forEach(form => { delete form.dataset["sending"]; });
    root.querySelectorAll("[aria-busy]").forEach(button => button.removeAttribute("aria-busy"));
  };
  addEventListener("pageshow", () => free(document));
  document.addEventListener("htmx:afterRequest", () => free(document));
  document.addEventListener("htmx:afterSettle", showErrors);
  showErrors();
}

function showErrors(): void {
  (document.querySelector<HTMLElement>(".error-summary") ?? document.querySelector<HTMLElement>("[data-result=true]"))?.focus();
}
