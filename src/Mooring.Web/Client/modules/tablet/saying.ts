/** Before a form goes, it says in words what it holds, and when: so that it can be read while it waits. */
import { serverNow } from "../clock";
import { about, formName } from "./about";

export function startSaying(): void {
  document.addEventListener("submit", event => {
    const form = event.target as HTMLFormElement;
    if (event.defaultPrevented || !about.forms.has(formName(form))) return;
    const pressed = event.submitter instanceof HTMLButtonElement ? event.submitter : undefined;
    write(form, "tablet-at", new Date(serverNow()).toISOString());
    write(form, "tablet-title", titleOf(form, pressed));
    write(form, "tablet-says", saysOf(form));
  });
}

function write(form: HTMLFormElement, name: string, value: string): void {
  const field = form.querySelector<HTMLInputElement>(`input[name="${name}"]`) ?? form.appendChild(Object.assign(document.createElement("input"), { type: "hidden", name }));
  field.value = value;
}

/** One button of many says itself, and a button that stands alone; else the card's head, else the page's. */
function titleOf(form: HTMLFormElement, pressed?: HTMLButtonElement): string {
  const isAlone = !form.querySelector("h2") && controlsOf(form).every(one => one.type === "hidden" || one.closest("details"));
  const own = pressed?.name || isAlone || formName(form).startsWith("emergency") ? pressed?.getAttribute("aria-label") ?? textOf(pressed) : undefined;
  return own || textOf(form.querySelector("h2")) || textOf(document.querySelector("h1"));
}

function saysOf(form: HTMLFormElement): string {
  return controlsOf(form).flatMap(control => {
    if (control.type === "hidden" || control.value.trim() === "") return [];
    if (control instanceof HTMLInputElement && /radio|checkbox/.test(control.type)) {
      if (!control.checked) return [];
      const label = textOf(control.closest("label"));
      const legend = textOf(control.closest("fieldset")?.querySelector("legend"));
      return [control.type === "radio" && legend ? `${legend} ${label}` : label];
    }
    const value = control instanceof HTMLSelectElement ? control.selectedOptions[0]?.textContent?.trim() ?? "" : control.value.trim();
    const entry = control.closest(".entry");
    const label = entry ? textOf(entry.querySelector("span")) : textOf(control.labels?.[0]);
    return [`${label} ${value}`];
  }).join(", ");
}

function controlsOf(form: HTMLFormElement) {
  return [...form.elements].filter(one => one instanceof HTMLInputElement || one instanceof HTMLSelectElement || one instanceof HTMLTextAreaElement);
}

function textOf(element: Element | null | undefined): string {
  if (!element) return "";
  const copy = element.cloneNode(true) as Element;
  copy.querySelectorAll("small, svg").forEach(part => part.remove());
  return copy.textContent?.replace(/\s+/g, " ").trim() ?? "";
}
