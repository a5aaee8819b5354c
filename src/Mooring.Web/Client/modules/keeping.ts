/**
 * A long form that keeps each answer as it is tapped: form[data-keeps-each] > fieldset*. What is sent is one fieldset, as the
 * whole form would send it; what the server says of it stands at the question. Without script the button at the end keeps all.
 */
import { words } from "./words";

export function keepEach(form: HTMLFormElement): void {
  // One after the other: each is decided on what was kept before it.
  let turn: Promise<void> = Promise.resolve();
  let waiting = 0;
  form.addEventListener("change", event => {
    const fieldset = (event.target as Element).closest<HTMLFieldSetElement>("fieldset[id]");
    if (!fieldset?.querySelector("input[type=radio]:checked")) return;
    waiting++;
    turn = turn.then(() => send(form, fieldset)).finally(() => waiting--);
  });
  form.addEventListener("submit", event => {
    if (waiting === 0) return;
    // The whole form is the newer: an answer on its way may not arrive after it.
    event.preventDefault();
    form.setAttribute("data-waits", "");
    turn.then(() => {
      form.removeAttribute("data-waits");
      delete form.dataset["sending"];
      form.requestSubmit(event.submitter as HTMLElement | null);
    });
  });
}

async function send(form: HTMLFormElement, fieldset: HTMLFieldSetElement): Promise<void> {
  const place = fieldset.querySelector<HTMLElement>(".kept");
  if (!place) return;
  const body = new FormData();
  form.querySelectorAll<HTMLInputElement>("input[name=_handler], input[name^=__]").forEach(input => { body.append(input.name, input.value); });
  body.append("Form.EventId", crypto.randomUUID());
  fieldset.querySelectorAll<HTMLInputElement>("input").forEach(input => {
    // The first and only one of its list.
    if (input.type !== "radio" || input.checked) body.append(input.name.replace(/\[\d+\]/, "[0]"), input.value);
  });
  say(place, words.keeping, false);
  try {
    const answer = await fetch(form.action || location.href, { method: "POST", body, redirect: "manual", keepalive: true });
    if (answer.type === "opaqueredirect" || answer.ok) return await done(form, place);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const reasons = [...page.querySelectorAll(".error-summary li")].map(line => line.textContent?.trim() ?? "");
    say(place, reasons.join(" ") || words.notKept, true);
  } catch {
    say(place, words.notKept, true);
  }
}

async function done(form: HTMLFormElement, place: HTMLElement): Promise<void> {
  say(place, words.kept, false);
  const asked = [...form.querySelectorAll<HTMLFieldSetElement>("fieldset[id]")].filter(one => one.querySelector(".kept"));
  const still = asked.filter(one => one.querySelector(".kept")?.textContent !== words.kept).length;
  const says = document.querySelector<HTMLElement>("[data-still]");
  if (says) says.textContent = still === 0 ? words.allAnswered : words.stillToAnswer(still);
  const next = document.querySelector<HTMLElement>("[data-all-answered]");
  if (next && still === 0 && next.hidden) await show(next);
}

/** The way on, as the server draws it now. The page stays: somebody may still be typing in it. */
async function show(next: HTMLElement): Promise<void> {
  const answer = await fetch(location.href).catch(() => undefined);
  if (!answer?.ok) return;
  const drawn = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector<HTMLElement>("[data-all-answered]");
  if (drawn) next.replaceWith(document.adoptNode(drawn));
}

/** What lies below stays where it is on the screen: the next tap may be on its way to it, and must not land on another answer. */
function say(place: HTMLElement, text: string, isRefused: boolean): void {
  const below = place.closest("fieldset")?.nextElementSibling;
  const top = below?.getBoundingClientRect().top ?? 0;
  place.textContent = text;
  place.toggleAttribute("data-refused", isRefused);
  if (below) window.scrollBy({ top: below.getBoundingClientRect().top - top, behavior: "instant" });
}
