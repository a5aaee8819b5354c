/**
 * The face of the server's lock at the chair. The server refuses what is sent from a locked screen; here nothing can be
 * pressed that it would refuse. What is shown goes on, and what can not wait stays within reach.
 */
import { about, formName } from "./about";
import { button, el, icon } from "./dom";
import { forgetSignedIn, keysAt, meet, rememberLeaving } from "./keys";
import { serverNow } from "../clock";
import { signOut } from "./draining";
import { lockNow, lockState, touched } from "../locked";
import { keepNote } from "./notes";
import { hasPin, isRightPin } from "./pin";

const place = "mooring-lock";
const mostTries = 5;
const askEvery = 15_000;
const moves = new Set(["Tab", "ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End", "Escape"]);

let bar: HTMLElement | undefined;
let wrong = 0;
let askedAt = 0;

/** A page that is opened again is locked when the server says so; without a server, when it lay untouched and the PIN is known here. */
export async function startLock(): Promise<void> {
  // Nobody is asked who they are while somebody is resuscitated.
  if (document.querySelector("main.emergency")) return;
  const [state, at] = (localStorage.getItem(place) ?? "").split(" ");
  const isOld = state === "locked" || Boolean(at && Date.now() - Number(at) > about.lockAfter);
  await look(isOld);
  if (!bar) touch();
  for (const name of ["pointerdown", "keydown"]) addEventListener(name, () => { if (!bar) touch(); }, true);
  setInterval(() => {
    if (bar || Date.now() - askedAt < askEvery) return;
    const last = Number((localStorage.getItem(place) ?? "").split(" ")[1] ?? 0);
    void look(Date.now() - last > about.lockAfter);
  }, 1000);
  for (const name of ["click", "submit", "keydown", "beforeinput", "change", "pointerdown"]) addEventListener(name, stop, true);
  document.addEventListener("mooring:changed", shut);
}

export async function lock(): Promise<void> {
  show();
  const met = await meet();
  if (met.state === "here") await lockNow(met.token);
}

async function look(isIdle: boolean): Promise<void> {
  askedAt = Date.now();
  const state = await lockState();
  if (bar) return;
  if (state === "locked" || (state === "away" && isIdle && await hasPin(about.person))) show();
}

function show(): void {
  localStorage.setItem(place, `locked ${Date.now()}`);
  bar?.remove();
  bar = lockBar();
  document.body.append(bar);
  shut();
  bar.querySelector("input")?.focus();
}

function hide(): void {
  wrong = 0;
  bar?.remove();
  bar = undefined;
  shut();
  touch();
}

function touch(): void {
  localStorage.setItem(place, `open ${Date.now()}`);
  void touched("chair").then(state => { if (state === "locked" && !bar) show(); });
}

/** New parts of a live page are shut too; not what the server takes from a locked screen. */
function shut(): void {
  document.querySelectorAll<HTMLElement>("form, nav.actions a, nav.actions, .keys").forEach(part => {
    if (!part.closest(".lock")) part.inert = bar !== undefined && !isNever(part) && !part.querySelector("form[action$='/emergency']");
  });
}

const isNever = (part: HTMLElement) => part instanceof HTMLFormElement ? about.never.has(formName(part)) : part instanceof HTMLAnchorElement && about.neverPages.has(part.pathname.split("/")[3] ?? "");

function stop(event: Event): void {
  const at = event.target as HTMLElement;
  if (!bar || bar.contains(at)) return;
  const inside = at.closest?.<HTMLElement>("form, a");
  if (inside && isNever(inside)) return;
  if (event instanceof KeyboardEvent && moves.has(event.key)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (event.type === "click") bar.querySelector("input")?.focus();
}

function lockBar(): HTMLElement {
  const says = el("p", { role: "status", class: "error" });
  const form = el("form", { novalidate: "" },
    el("label", {}, `Locked. PIN or password of ${about.name} `, el("input", { name: "pin", type: "password", autocomplete: "off", maxlength: "128" })),
    el("button", {}, icon("lock"), "Unlock"), says);
  form.addEventListener("submit", event => { event.preventDefault(); void open(form, says); });
  return el("section", { class: "lock", "aria-label": "Locked" }, form,
    ...[...about.neverPages].filter(page => page !== "emergency").map(page => el("a", { class: "button quiet", href: `${about.home}/${page}` }, names[page] ?? page)),
    button("quiet", () => void someoneElse(says), icon("users"), "Somebody else"),
    button("danger", () => void callOut(), icon("siren"), "Emergency"));
}

const names: Record<string, string> = { vitals: "Vitals", rescue: "Rescue", dose: "Stop or pause" };

async function open(form: HTMLFormElement, says: HTMLElement): Promise<void> {
  const input = form.querySelector("input")!;
  const keys = await keysAt(serverNow());
  const against = await isRightPin(input.value, keys);
  if (against === undefined) {
    hide();
    return;
  }
  input.value = "";
  input.focus();
  says.textContent = against;
  if (++wrong >= mostTries && !keys) await goOut("/sign-in");
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
