/**
 * After a while without a touch nothing can be entered until the one who is signed in says who they are. What is shown goes
 * on; an emergency is never locked.
 */
import { about } from "./about";
import { button, el, icon } from "./dom";
import { forgetSignedIn, keysAt, meet, rememberLeaving } from "./keys";
import { serverNow } from "../clock";
import { signOut } from "./draining";
import { keepNote } from "./notes";
import { hasPin, isRightPin } from "./pin";

const place = "mooring-lock";
const mostTries = 5;
const moves = new Set(["Tab", "ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End", "Escape"]);

let bar: HTMLElement | undefined;
let wrong = 0;
let isStarted = false;

/** Locks by itself; a page that is opened again after a while is locked, and stays so when it is loaded anew. */
export async function startLock(): Promise<void> {
  // Nobody is asked who they are while somebody is resuscitated.
  if (isStarted || !await hasPin(about.person) || document.querySelector("main.emergency")) return;
  isStarted = true;
  const [state, at] = (localStorage.getItem(place) ?? "").split(" ");
  if (state === "locked" || (at && Date.now() - Number(at) > about.lockAfter)) lock();
  else touch();
  for (const name of ["pointerdown", "keydown"]) addEventListener(name, () => { if (!bar) touch(); }, true);
  setInterval(() => {
    const last = Number((localStorage.getItem(place) ?? "").split(" ")[1] ?? 0);
    if (!bar && Date.now() - last > about.lockAfter) lock();
  }, 1000);
  for (const name of ["click", "submit", "keydown", "beforeinput", "change", "pointerdown"]) addEventListener(name, stop, true);
  document.addEventListener("mooring:changed", shut);
}

export function lock(): void {
  localStorage.setItem(place, `locked ${Date.now()}`);
  bar?.remove();
  bar = lockBar();
  document.body.append(bar);
  shut();
  bar.querySelector("input")?.focus();
}

const touch = () => localStorage.setItem(place, `open ${Date.now()}`);

/** New parts of a live page are shut too. */
function shut(): void {
  document.querySelectorAll<HTMLElement>("form, nav.actions, .keys").forEach(part => { if (!part.closest(".lock")) part.inert = bar !== undefined; });
}

function stop(event: Event): void {
  if (!bar || bar.contains(event.target as Node)) return;
  if (event instanceof KeyboardEvent && moves.has(event.key)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (event.type === "click") bar.querySelector("input")?.focus();
}

function lockBar(): HTMLElement {
  const says = el("p", { role: "status", class: "error" });
  const form = el("form", { novalidate: "" },
    el("label", {}, `Locked. PIN of ${about.name} `, el("input", { name: "pin", type: "password", inputmode: "numeric", autocomplete: "off", maxlength: "12" })),
    el("button", {}, icon("lock"), "Unlock"), says);
  form.addEventListener("submit", event => { event.preventDefault(); void open(form, says); });
  return el("section", { class: "lock", "aria-label": "Locked" }, form,
    button("quiet", () => void someoneElse(says), icon("users"), "Somebody else"),
    button("danger", () => void callOut(), icon("siren"), "Emergency"));
}

async function open(form: HTMLFormElement, says: HTMLElement): Promise<void> {
  const input = form.querySelector("input")!;
  const keys = await keysAt(serverNow());
  if (keys && await isRightPin(input.value, keys)) {
    wrong = 0;
    bar?.remove();
    bar = undefined;
    shut();
    touch();
    return;
  }
  input.value = "";
  input.focus();
  says.textContent = `That is not the PIN. ${mostTries - ++wrong} more tries, then you sign in again.`;
  if (!keys || wrong >= mostTries) await goOut("/sign-in");
}

async function someoneElse(says: HTMLElement): Promise<void> {
  if ((await meet()).state === "away") says.textContent = "Somebody else can sign in here when the server answers.";
  else await goOut(`/sign-in?then=${encodeURIComponent(about.home)}`);
}

async function goOut(to: string): Promise<void> {
  const met = await meet();
  if (met.state === "here") await signOut(met.token);
  else await rememberLeaving(await forgetSignedIn());
  localStorage.removeItem(place);
  location.href = to;
}

/** Whoever it is. That nobody was asked is written down with it. */
async function callOut(): Promise<void> {
  await keepNote(`An emergency was opened on the locked screen of ${about.name}; who tapped was not asked.`);
  const form = document.querySelector<HTMLFormElement>("nav.actions form[action$='/emergency']");
  bar?.remove();
  bar = undefined;
  if (form) form.inert = false;
  if (form) form.requestSubmit();
  else location.href = `${about.home}/emergency`;
}
