/**
 * A long text that is kept while it is typed: form[data-drafts] .kept[role=status]. What is sent is the whole form with the
 * button "save", a few seconds after the last key, and when the page is left. Without script the button keeps it.
 */
import { words } from "./words";

const pause = 3000;

export function keepDrafts(): void {
  document.querySelectorAll<HTMLFormElement>("form[data-drafts]").forEach(keep);
}

function keep(form: HTMLFormElement): void {
  let last = read(form);
  let timer: number | undefined;
  let isLeaving = false;
  const save = async (keepalive: boolean): Promise<void> => {
    window.clearTimeout(timer);
    const now = read(form);
    if (isLeaving || now === last) return;
    say(form, words.keeping, false);
    try {
      const answer = await fetch(form.action || location.href, { method: "POST", body: body(form), redirect: "manual", keepalive });
      if (answer.type === "opaqueredirect" || answer.ok) {
        last = now;
        say(form, words.draftKept(new Date()), false);
        return;
      }
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const reasons = [...page.querySelectorAll(".error-summary li")].map(line => line.textContent?.trim() ?? "");
      say(form, reasons.join(" ") || words.draftNotKept, true);
    } catch {
      say(form, words.draftNotKept, true);
      timer = window.setTimeout(() => void save(false), pause);
    }
  };
  form.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void save(false), pause);
  });
  // What the button sends is the newer.
  form.addEventListener("submit", () => { isLeaving = true; window.clearTimeout(timer); });
  addEventListener("pageshow", () => { isLeaving = false; });
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") void save(true); });
  addEventListener("pagehide", () => void save(true));
}

/** The fields alone: the token and the buttons say nothing of what was typed. */
function read(form: HTMLFormElement): string {
  return JSON.stringify([...new FormData(form)].filter(([name]) => name.startsWith("Form.")).map(([name, value]) => [name, String(value)]));
}

function body(form: HTMLFormElement): URLSearchParams {
  const fields = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  fields.set("Form.Act", "save");
  return fields;
}

function say(form: HTMLFormElement, text: string, isRefused: boolean): void {
  const place = form.querySelector<HTMLElement>(".kept");
  if (!place) return;
  place.textContent = text;
  place.toggleAttribute("data-refused", isRefused);
}
