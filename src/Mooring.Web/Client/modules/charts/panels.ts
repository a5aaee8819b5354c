/** The panels of a session chart: circulation, breathing, prediction. One time axis for all. */
import uPlot from "uplot";
import { serverNow } from "../clock";
import { color, wash } from "./colors";
import { drawEvents, drawNow, drawPressures } from "./marks";
import { withGaps, type Series } from "./series";

export type Panel = {
  readonly name: string;
  readonly share: number;
  /** A second scale, with its axis on the right. */
  readonly right?: string;
  readonly wanted: (series: Series) => boolean;
  readonly data: (series: Series) => uPlot.AlignedData;
  readonly options: (series: Series) => Pick<uPlot.Options, "series" | "scales" | "bands">;
  readonly over: (u: uPlot, series: Series) => void;
};

const line = (label: string, token: string, more: Partial<uPlot.Series> = {}): uPlot.Series =>
  ({ label, stroke: () => color(token), width: 2, spanGaps: false, points: { show: false }, ...more });

const joined = (series: Series, ...codes: string[]): uPlot.AlignedData =>
  uPlot.join(codes.map(code => withGaps(series.signals[code])), codes.map(() => [0, 2]));

const heard = (series: Series, ...codes: string[]) => codes.some(code => (series.signals[code]?.t.length ?? 0) > 0);

/** The band, and beside it the other future where somebody asked for one: from now on, for until then they are the same. */
function predicted({ prediction, whatIf }: Series): uPlot.AlignedData {
  const band = whatIf?.asPlanned.band ?? prediction;
  if (!band) return [[]];
  const other = whatIf?.ifChanged.band;
  const later = (values: number[] | undefined) => band.t.map((t, i) => whatIf && t >= whatIf.now ? values?.[i] ?? null : null);
  return [band.t, band.p5, band.p50, band.p95, later(other?.p5), later(other?.p50), later(other?.p95)];
}

export const panels: readonly Panel[] = [
  {
    name: "Heart rate /min, blood pressure mmHg",
    share: 0.4,
    wanted: () => true,
    data: series => joined(series, "hr", "nibp-sys", "nibp-dia"),
    options: () => ({
      series: [{}, line("HR", "--hr"), line("NIBP sys", "--nibp", { paths: () => null }), line("NIBP dia", "--nibp", { paths: () => null })],
      scales: { y: { range: (_, low, high) => [Math.min(40, low ?? 40), Math.max(180, (high ?? 180) + 10)] } },
    }),
    over: (u, series) => { drawEvents(u, series, true); drawPressures(u, series); drawNow(u); },
  },
  {
    name: "SpO₂ % (left), respiration /min and EtCO₂ mmHg (right)",
    share: 0.26,
    right: "low",
    wanted: series => heard(series, "spo2", "rr", "etco2"),
    data: series => joined(series, "spo2", "rr", "etco2"),
    options: () => ({
      series: [{}, line("SpO₂", "--spo2"), line("RR", "--rr", { scale: "low", dash: [8, 4] }), line("EtCO₂", "--etco2", { scale: "low", dash: [2, 3] })],
      scales: { y: { range: (_, low) => [Math.min(85, Math.floor((low ?? 85) - 1)), 101] }, low: { range: (_, __, high) => [0, Math.max(60, (high ?? 60) + 5)] } },
    }),
    over: (u, series) => { drawEvents(u, series, false); drawNow(u); },
  },
  {
    name: "Predicted ketamine in plasma",
    share: 0.34,
    wanted: series => (series.prediction?.t.length ?? 0) > 0,
    data: predicted,
    options: () => ({
      series: [{}, line("5 %", "--accent", { width: 1, dash: [3, 3] }), line("middle", "--accent", { width: 2.5 }), line("95 %", "--accent", { width: 1, dash: [3, 3] }),
        line("changed 5 %", "--pump", { width: 1, dash: [2, 4] }), line("changed middle", "--pump", { width: 2.5, dash: [10, 5] }), line("changed 95 %", "--pump", { width: 1, dash: [2, 4] })],
      bands: [{ series: [3, 1], fill: () => wash("--accent", 0.2) }, { series: [6, 4], fill: () => wash("--pump", 0.22) }],
      scales: { y: { range: (_, __, high) => [0, Math.max(50, (high ?? 50) * 1.08)] } },
    }),
    over: (u, series) => { drawEvents(u, series, false); drawNow(u); },
  },
];

/** From five minutes before the start to the end of the prediction, or ten minutes past now. */
export function timeRange(series: Series): [number, number] {
  const start = Date.parse(series.start) / 1000;
  const ends = [...Object.values(series.signals).map(s => s.t.at(-1) ?? start), series.prediction?.t.at(-1) ?? start];
  const now = serverNow() / 1000;
  const last = Math.max(...ends);
  return [start - 300, Math.max(start + 1800, last, now - start < 6 * 3600 ? now + 600 : last)];
}
