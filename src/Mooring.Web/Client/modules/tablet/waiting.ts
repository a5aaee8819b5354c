/** What waits stands in the timeline too, at its time, as waiting; and a kept page shows what it has changed. */
import type { Waiting } from "./entries";
import { el, icon, timeOf } from "./dom";

let waiting: readonly Waiting[] = [];

export function startWaiting(): void {
  document.addEventListener("mooring:changed", show);
}

export function showWaiting(now: readonly Waiting[]): void {
  waiting = now;
  show();
}

function show(): void {
  document.querySelectorAll("li.waits").forEach(line => line.remove());
  for (const { row, entry } of waiting) {
    const word = row.state === "waiting" ? "waiting to be sent" : "not taken: see above";
    put(document.querySelector("#timeline > ol"), entry.enteredAt, el("li", { class: "waits", "data-kind": "session" },
      el("time", { datetime: entry.enteredAt }, timeOf(entry.enteredAt)),
      el("div", {}, el("h4", {}, said(entry)), el("p", {}, icon("clock"), ` You, ${word}`))));
    if (entry.path.includes("/emergency")) {
      document.querySelector(".log > ol")?.prepend(el("li", { class: "waits" }, el("time", {}, timeOf(entry.enteredAt)), el("span", {}, `${said(entry)} `, el("small", {}, word))));
    }
  }
  moveOn();
}

export const said = ({ title, says }: Waiting["entry"]) => says ? `${title}: ${says}` : title;

/** The newest line that is older comes after it: the timeline begins with the newest. */
function put(list: Element | null, at: string, line: HTMLElement): void {
  const older = [...list?.children ?? []].find(one => Date.parse(one.querySelector("time")?.getAttribute("datetime") ?? "") < Date.parse(at));
  if (older) older.before(line);
  else list?.append(line);
}

const leadsTo: Record<string, string> = { start: "running", pause: "paused", resume: "running", stop: "over", recovery: "over", open: "emergency", over: "calm" };

/** Parts of a page that belong to states of the session: data-when="running paused". The last waiting entry decides. */
function moveOn(): void {
  for (const states of [["before", "running", "paused", "over"], ["emergency", "calm"]]) {
    const last = waiting.findLast(one => one.row.state === "waiting" && states.includes(leadsTo[handlerOf(one)] ?? ""));
    if (!last) continue;
    const state = leadsTo[handlerOf(last)] ?? "";
    document.querySelectorAll<HTMLElement>("[data-when]").forEach(part => {
      const when = part.dataset["when"]?.split(" ") ?? [];
      if (states.some(one => when.includes(one))) part.hidden = !when.includes(state);
    });
    if (states.includes("running")) document.querySelector("#due")?.setAttribute("data-phase", state === "before" ? "ready" : state);
    if (state === "emergency") document.querySelectorAll("[data-since='waiting']").forEach(clock => clock.setAttribute("data-since", last.entry.enteredAt));
  }
}

const handlerOf = ({ entry }: Waiting) => entry.fields.find(([name]) => name === "_handler")?.[1] ?? "";
