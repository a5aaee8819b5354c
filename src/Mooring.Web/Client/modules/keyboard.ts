/**
 * The keys of the desk: "/" to search, "g" and a letter to go somewhere, arrows in lists, "?" for what there is.
 * None of them does anything while somebody types, or in a dialog; a row of a table opens by a tap anywhere on it.
 */
import { words } from "./words";

const places: Readonly<Record<string, string>> = { t: "/", p: "/patients", b: "/board", w: "/work-list", l: "/library" };
const rows = ".tasks > li > a, table.rows tbody tr td:first-child > a";
const goWithin = 1500;
let going = 0;

export function startKeyboard(): void {
  if (!document.querySelector("nav.places")) return;
  document.addEventListener("keydown", pressed);
  document.addEventListener("click", openRow);
}

function pressed(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target) || document.querySelector("dialog[open]")) return;
  const key = event.key;
  if (event.timeStamp - going < goWithin && key in places) go(event, places[key]!);
  else if (key === "/") search(event);
  else if (key === "?") help(event);
  else if (key === "ArrowDown" || key === "ArrowUp") step(event, key === "ArrowDown" ? 1 : -1);
  going = key === "g" ? event.timeStamp : 0;
}

const isTyping = (target: EventTarget | null): boolean => target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;

/** Only where the reader's own menu, or their page, leads: nobody is sent to a closed door. */
function go(event: KeyboardEvent, to: string): void {
  const link = document.querySelector<HTMLAnchorElement>(`nav.places a[href="${to}"], main a[href="${to}"]`);
  if (!link) return;
  event.preventDefault();
  location.assign(link.href);
}

function search(event: KeyboardEvent): void {
  const field = document.querySelector<HTMLInputElement>("main input[type=search]");
  if (!field) return go(event, places["p"]!);
  event.preventDefault();
  field.focus();
  field.select();
}

/** From row to row of the list that has the focus; from anywhere else the arrows scroll, as they always did. */
function step(event: KeyboardEvent, by: number): void {
  const all = [...document.querySelectorAll<HTMLAnchorElement>(rows)].filter(row => row.checkVisibility());
  const at = all.indexOf(document.activeElement as HTMLAnchorElement);
  const next = at < 0 ? undefined : all[at + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function openRow(event: MouseEvent): void {
  const target = event.target as Element;
  const row = target.closest("table.rows tbody tr");
  if (!row || target.closest("a, button, input, label, summary") || getSelection()?.toString()) return;
  row.querySelector<HTMLAnchorElement>("a")?.click();
}

function help(event: KeyboardEvent): void {
  event.preventDefault();
  const dialog = document.createElement("dialog");
  dialog.className = "keys-help";
  dialog.setAttribute("aria-labelledby", "keys-title");
  const title = Object.assign(document.createElement("h2"), { id: "keys-title", textContent: words.keys });
  const list = document.createElement("dl");
  for (const [keys, says] of words.keyList) {
    const line = document.createElement("div");
    const term = document.createElement("dt");
    term.append(...keys.split(" ").flatMap((key, at) => [at > 0 ? " " : "", Object.assign(document.createElement("kbd"), { textContent: key })]));
    line.append(term, Object.assign(document.createElement("dd"), { textContent: says }));
    list.append(line);
  }
  const close = Object.assign(document.createElement("button"), { type: "button", className: "quiet", textContent: words.close });
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  dialog.append(title, list, close);
  document.body.append(dialog);
  dialog.showModal();
}
