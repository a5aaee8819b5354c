/** Entry by entry, what waits and what the server did not take. An entry's line stays until the entry changes: what is typed in it stays too. */
import { about } from "./about";
import { button, el, icon, timeOf } from "./dom";
import { mend } from "./draining";
import { dropEntry, type Waiting } from "./entries";
import { keepNote } from "./notes";
import { said } from "./waiting";

const few = 3;

let lines = new Map<string, HTMLLIElement>();

export function showHeld(place: HTMLElement, entries: readonly Waiting[]): void {
  const before = lines;
  lines = new Map(entries.map(one => [keyOf(one), before.get(keyOf(one)) ?? lineOf(one)]));
  if (entries.length === 0) {
    place.querySelector("details")?.remove();
    return;
  }

  const details = place.querySelector("details") ?? place.appendChild(listFor(entries));
  // Whatever was folded away before: what has just been refused is shown.
  if (entries.some(one => one.row.state === "refused" && !before.has(keyOf(one)))) details.open = true;
  put(details.querySelector("ol")!, [...lines.values()]);
}

/** A few are read at a glance; many stand in the timeline too. */
function listFor(entries: readonly Waiting[]): HTMLDetailsElement {
  const details = el("details", {}, el("summary", {}, "What waits"), el("ol"));
  details.open = entries.length <= few;
  return details;
}

/** Takes out and puts in, and moves nothing: a line that a hand is on keeps it. */
function put(list: HTMLOListElement, wanted: readonly HTMLLIElement[]): void {
  [...list.children].filter(one => !wanted.includes(one as HTMLLIElement)).forEach(one => one.remove());
  wanted.forEach((one, at) => { if (list.children[at] !== one) list.insertBefore(one, list.children[at] ?? null); });
}

const keyOf = ({ row, entry }: Waiting) => JSON.stringify([row.seq, row.state, entry.reasons]);

function lineOf(one: Waiting): HTMLLIElement {
  const { row, entry } = one;
  const line = el("li", { "data-state": row.state }, el("time", { datetime: entry.enteredAt }, timeOf(entry.enteredAt)), el("span", {}, said(entry)));
  if (row.state === "waiting") return line;
  line.append(el("p", { class: "error" }, `The server says: ${entry.reasons.join(" ")}`));
  const discard = el("form", { class: "discard" }, el("label", {}, "Why it is discarded ", el("input", { name: "why", autocomplete: "off", required: "" })), el("button", { class: "quiet" }, icon("trash-2"), "Discard"));
  discard.addEventListener("submit", event => {
    event.preventDefault();
    const why = discard.querySelector("input")!.value.trim();
    if (why) void leaveOut(one, why);
  });
  line.append(el("div", { class: "cluster" }, button("", () => void mend(one), icon("pencil"), "Mend it"), discard));
  return line;
}

/** It is not in the record; that there was such an entry is. */
async function leaveOut({ row, entry }: Waiting, why: string): Promise<void> {
  await keepNote(`Entered on a tablet at ${timeOf(entry.enteredAt)} and not kept: ${said(entry)}. The server said: ${entry.reasons.join(" ")} Discarded by ${about.name}: ${why}`);
  await dropEntry(row);
}
