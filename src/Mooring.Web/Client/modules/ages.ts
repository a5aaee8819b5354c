/**
 * Ages, countdowns and clocks, by the browser's own timer: they go on when the connection is dead,
 * which is when they matter most.
 *
 *   A time that lies further ahead than that is as little of now: a clock was put back.
 *
 *   <time data-at="ISO" data-stale-after="5">   "now", "12 s ago"; past the limit, and as soon as the stream is
 *                                               lost, "no data for 34 s", and .stale on the nearest .vital or [data-ages]
 *   <b data-until="ISO">                        "in 2 min", "due now", "3 min late" with .late
 *   <b data-waits="ISO">                        "for 2 min": it waits, and is never late
 *   <time data-since="ISO">                     a running clock, 0:41:07
 *   <small data-drawn="ISO">                    beside a figure worked out when it was drawn: nothing while it is young and
 *                                               the stream lives, else "3 min ago"; without a time, from when the stream died
 */
import { keptAt, serverNow } from "./clock";
import { span, words } from "./words";

const young = 60;

/** Nothing comes since then: whatever came last is old, also when it is young. */
let lostAt = keptAt ? Date.parse(keptAt) : undefined;

export function startAges(): void {
  tick();
  document.addEventListener("mooring:link", event => {
    lostAt = (event as CustomEvent<string>).detail !== "live" ? lostAt ?? serverNow() : keptAt ? Date.parse(keptAt) : undefined;
    tick();
  });
  setInterval(tick, 1000);
  document.addEventListener("visibilitychange", tick);
  document.addEventListener("mooring:changed", tick);
}

function tick(): void {
  const now = serverNow();
  each("data-at", now, (element, seconds) => {
    const allowed = Number(element.dataset["staleAfter"] ?? Number.POSITIVE_INFINITY);
    const stale = Math.abs(seconds) > allowed || (lostAt !== undefined && Number.isFinite(allowed));
    (element.closest(".vital, [data-ages]") ?? element).classList.toggle("stale", stale);
    return seconds < -allowed ? words.ahead : stale ? words.silent(span(seconds)) : seconds < 3 ? words.now : words.ago(span(seconds));
  });
  each("data-until", now, (element, seconds) => {
    element.classList.toggle("late", seconds >= 60);
    return seconds >= 60 ? words.late(span(seconds)) : seconds > 0 ? words.dueNow : words.due(span(-seconds));
  });
  each("data-waits", now, (_, seconds) => words.waits(span(seconds)));
  each("data-since", now, (_, seconds) => clock(seconds));
  document.querySelectorAll<HTMLElement>("[data-drawn]").forEach(element => {
    const at = Date.parse(element.dataset["drawn"] ?? "");
    const old = Number.isNaN(at) || now - at < young * 1000 ? lostAt : at;
    put(element, old === undefined ? "" : words.ago(span((now - old) / 1000)));
  });
}

function each(attribute: string, now: number, say: (element: HTMLElement, seconds: number) => string): void {
  document.querySelectorAll<HTMLElement>(`[${attribute}]`).forEach(element => {
    const at = Date.parse(element.getAttribute(attribute) ?? "");
    if (Number.isNaN(at)) return;
    put(element, say(element, (now - at) / 1000));
  });
}

function put(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

function clock(seconds: number): string {
  const s = Math.max(0, Math.floor(seconds));
  const two = (n: number) => String(n).padStart(2, "0");
  return `${Math.floor(s / 3600)}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;
}
