/**
 * Asks once before a signed or destructive act, by naming what will happen.
 *
 *   <form data-confirm="The infusion stops now and cannot be started again."
 *         data-confirm-title="Stop the infusion?" data-confirm-yes="Stop the infusion">
 *
 * The same attributes may stand on one submit button of a form. Without script the form just posts;
 * the server asks on a page of its own where that matters. Fields with aria-required are looked at first.
 */
import { words } from "./words";

const agreed = new WeakSet<HTMLFormElement>();

export function startConfirming(): void {
  document.addEventListener("submit", event => {
    const form = event.target as HTMLFormElement;
    const asking = [event.submitter, form].find(e => e instanceof HTMLElement && e.dataset["confirm"]) as HTMLElement | undefined;
    if (!asking || agreed.delete(form) || lacks(form)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    ask(asking).then(yes => {
      if (!yes) return;
      agreed.add(form);
      form.requestSubmit(event.submitter as HTMLElement | null);
    });
  }, true);
}

/** Something that is needed is plainly empty: the server says so at once, and nobody confirms what would then be refused. */
const lacks = (form: HTMLFormElement): boolean => [...form.querySelectorAll<HTMLInputElement>("[aria-required=true]")].some(field => field.checkVisibility() && field.value.trim() === "");

function ask(asking: HTMLElement): Promise<boolean> {
  const dialog = document.createElement("dialog");
  dialog.className = "confirm";
  dialog.setAttribute("aria-labelledby", "confirm-title");
  const title = part("h2", asking.dataset["confirmTitle"] ?? asking.textContent?.trim() ?? "");
  title.id = "confirm-title";
  const yes = part("button", asking.dataset["confirmYes"] ?? words.confirm);
  yes.className = asking.dataset["confirmKind"] === "calm" ? "" : "danger";
  const no = part("button", words.cancel);
  no.className = "quiet";
  const row = document.createElement("div");
  row.className = "cluster";
  row.append(yes, no);
  dialog.append(title, part("p", asking.dataset["confirm"] ?? ""), row);
  document.body.append(dialog);
  dialog.showModal();
  no.focus();
  return new Promise(resolve => {
    yes.addEventListener("click", () => dialog.close("yes"));
    no.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => { dialog.remove(); resolve(dialog.returnValue === "yes"); });
  });
}

function part<K extends keyof HTMLElementTagNameMap>(name: K, text: string): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  element.textContent = text;
  if (element instanceof HTMLButtonElement) element.type = "button";
  return element;
}
