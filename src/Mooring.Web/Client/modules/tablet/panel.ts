/** What this tablet holds, in words, on every page of a session. */
import { clockOffset, keptAt, serverNow } from "../clock";
import { span } from "../words";
import { about } from "./about";
import { el, icon, timeOf } from "./dom";
import type { Waiting } from "./entries";
import { showHeld } from "./held";
import { lostSince } from "./link";

export type Holding = { readonly entries: readonly Waiting[]; readonly ofOthers: number; readonly ended: boolean; readonly isMet: boolean; readonly canKeep: boolean; readonly until: number | undefined };

const soon = 30 * 60_000;

/** Only what changed is written anew: nothing moves under a finger. */
let shown = "";

export function showPanel(place: HTMLElement, holding: Holding): void {
  showLines(place, linesOf(holding));
  showHeld(place, holding.entries);
}

function showLines(place: HTMLElement, lines: [string, string, string][]): void {
  const key = JSON.stringify(lines);
  if (key === shown) return;
  shown = key;
  place.querySelectorAll(".tablet-line").forEach(line => line.remove());
  place.prepend(...lines.map(([level, name, says]) => el("p", { class: "tablet-line", "data-level": level }, icon(name), el("span", {}, says))));
}

function linesOf({ entries, ofOthers, ended, isMet, canKeep, until }: Holding): [string, string, string][] {
  const lines: [string, string, string][] = [];
  const [waiting, refused, off] = [entries.filter(one => one.row.state === "waiting"), entries.filter(one => one.row.state === "refused").length, clockOffset()];
  const lost = lostSince();
  const copy = keptAt ? ` This page is a copy from ${timeOf(keptAt)}: nothing on it is live.` : "";
  if (lost) lines.push(["first", "wifi-off", `Offline since ${timeOf(new Date(lost + off).toISOString())}.${copy} Go on charting: entries are kept here and sent by themselves.`]);
  else if (copy) lines.push(["first", "history", copy.trim()]);
  if (ended) lines.push(["stop", "log-out", "Your sign-in has ended. What waits is kept, sealed; it goes out when you sign in again on this tablet."]);
  else if (lost && until && until - serverNow() < soon) lines.push(["stop", "log-out", `Your sign-in ends at ${timeOf(new Date(until).toISOString())}; nothing can be kept here afterwards.`]);
  if (!canKeep) lines.push(["care", "triangle-alert", "This browser keeps nothing while the server is away. Open Mooring by https, in a browser that is not private."]);
  if (waiting.length > 0) lines.push(["first", "send", `${waiting.length} waiting, oldest ${span((serverNow() - Date.parse(waiting[0]!.entry.enteredAt)) / 1000)}.`]);
  else if (isMet && !lost && !ended && refused === 0) lines.push(["good", "circle-check", "Everything is sent."]);
  if (refused > 0) lines.push(["stop", "circle-alert", `${refused} not taken by the server. Read why, and mend or discard.`]);
  if (ofOthers > 0) lines.push(["care", "users", `${ofOthers} more wait here for somebody else, who must sign in on this tablet.`]);
  if (about.clockLimit > 0 && Math.abs(off) > about.clockLimit) lines.push(["care", "clock", `This tablet's clock is ${span(Math.round(Math.abs(off) / 60_000) * 60)} ${off < 0 ? "fast" : "slow"}. Times are taken from the server's clock; set the tablet's.`]);
  return lines;
}
