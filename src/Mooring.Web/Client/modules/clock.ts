/** The server's clock, as well as this browser knows it. Tablets are often minutes off, and some by an hour. */
const place = "mooring-clock";
const ignored = 3000;

let measured = localStorage.getItem(place) !== null;
let offset = Number(localStorage.getItem(place) ?? 0);

/**
 * Takes the server's time as told in passing. What was measured is better, unless the difference shows that one of the
 * clocks was changed; a time that was long under way shows the same, so then it is measured again.
 */
export function setServerTime(iso: string | null | undefined, saidAt = Date.now(), isFresh = false): void {
  const told = Date.parse(iso ?? "");
  if (Number.isNaN(told)) return;
  const differs = Math.abs(told - saidAt - offset) > ignored;
  if (measured && differs) document.dispatchEvent(new CustomEvent("mooring:clock"));
  if (!measured || (isFresh && differs)) offset = told - saidAt;
}

/** What several samples agree on. */
export function setMeasured(milliseconds: number): void {
  measured = true;
  offset = milliseconds;
  localStorage.setItem(place, String(Math.round(milliseconds)));
}

/** How far the server's clock is ahead of this browser's. */
export function clockOffset(): number {
  return offset;
}

/** Milliseconds since 1970 by the server's clock. */
export function serverNow(): number {
  return Date.now() + offset;
}

/** When this page was seen, if it is a copy from then. */
export const keptAt = document.querySelector<HTMLMetaElement>('meta[name="kept-at"]')?.content;

if (!keptAt) {
  const answer = performance.getEntriesByType("navigation")[0] as PerformanceNavigationTiming | undefined;
  setServerTime(
    document.querySelector<HTMLMetaElement>('meta[name="server-time"]')?.content,
    Date.now() - (answer?.responseStart ? performance.now() - answer.responseStart : 0),
    true);
}
