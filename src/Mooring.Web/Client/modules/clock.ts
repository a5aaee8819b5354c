/** The server's clock, as well as this browser knows it. Tablets are often minutes off. */
let offset = 0;

/** Takes the server's time as told just now. An unreadable time changes nothing. */
export function setServerTime(iso: string | null | undefined, saidAt = Date.now()): void {
  const told = Date.parse(iso ?? "");
  if (!Number.isNaN(told)) offset = told - saidAt;
}

/** Milliseconds since 1970 by the server's clock. */
export function serverNow(): number {
  return Date.now() + offset;
}

const answer = performance.getEntriesByType("navigation")[0] as PerformanceNavigationTiming | undefined;
setServerTime(
  document.querySelector<HTMLMetaElement>('meta[name="server-time"]')?.content,
  performance.timeOrigin + (answer?.responseStart ?? performance.now()));
