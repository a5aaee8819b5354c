/** What the server sends for a session chart, and how new points join it. Times are epoch seconds. */
export type Track = { t: number[]; v: number[] };
export type Mark = { readonly t: number; readonly kind: string; readonly label: string };
export type Prediction = {
  readonly t: number[]; readonly p5: number[]; readonly p50: number[]; readonly p95: number[];
  readonly unit: string; readonly model: string; readonly site: string;
  readonly caveats: readonly string[]; readonly goesOn?: boolean;
};
export type Future = { readonly band: Prediction; readonly milligrams: number };
/** As planned, and with a change that somebody asked about; both agree until now. */
export type Futures = { readonly change: string; readonly says: string; readonly now: number; readonly asPlanned: Future; readonly ifChanged: Future };
export type Series = {
  readonly start: string;
  readonly zone?: string;
  readonly signals: Record<string, Track>;
  events: Mark[];
  prediction?: Prediction | null;
  /** Held by the page while somebody looks at two futures. */
  whatIf?: Futures | undefined;
};
export type Point = { readonly signal: string; readonly t: number; readonly v: number };

/** Takes a point at its own time, also when it comes late or a second time. */
export function addPoint(series: Series, point: Point): void {
  const track = (series.signals[point.signal] ??= { t: [], v: [] });
  let at = track.t.length;
  while (at > 0 && (track.t[at - 1] ?? 0) > point.t) at--;
  if (track.t[at - 1] === point.t) track.v[at - 1] = point.v;
  else { track.t.splice(at, 0, point.t); track.v.splice(at, 0, point.v); }
}

/** A silence is drawn as a silence: a null is set where the pause is five times the usual one. */
export function withGaps(track: Track | undefined): [number[], (number | null)[]] {
  if (!track || track.t.length === 0) return [[], []];
  const pauses = track.t.slice(1).map((t, i) => t - (track.t[i] ?? t)).sort((a, b) => a - b);
  const allowed = Math.max(10, 5 * (pauses[Math.floor(pauses.length / 2)] ?? 60));
  const times: number[] = [];
  const values: (number | null)[] = [];
  track.t.forEach((t, i) => {
    const before = track.t[i - 1];
    if (before !== undefined && t - before > allowed) { times.push((before + t) / 2); values.push(null); }
    times.push(t);
    values.push(track.v[i] ?? null);
  });
  return [times, values];
}

/** The value at a time or the last one before it. */
export function valueAt(track: Track | undefined, time: number): number | undefined {
  if (!track) return undefined;
  for (let i = track.t.length - 1; i >= 0; i--) if ((track.t[i] ?? Infinity) <= time) return track.v[i];
  return undefined;
}
