/** The chart as a table: every value at the times blood pressure was taken or something happened. */
import { told } from "./kinds";
import { valueAt, type Prediction, type Series } from "./series";

const columns: readonly [string, string][] = [
  ["hr", "HR /min"], ["nibp-sys", "Sys mmHg"], ["nibp-dia", "Dia mmHg"], ["spo2", "SpO₂ %"], ["rr", "RR /min"], ["etco2", "EtCO₂ mmHg"],
];

export function fillTable(table: HTMLTableElement, series: Series, time: (t: number) => string): void {
  const shown = columns.filter(([code]) => series.signals[code]?.t.length);
  const times = [...new Set([...(series.signals["nibp-sys"]?.t ?? []), ...series.events.map(e => e.t)])].sort((a, b) => a - b);
  const head = row("th", ["Time", ...shown.map(([, name]) => name), "What happened"]);
  const body = times.map(t => row("td", [
    time(t),
    ...shown.map(([code]) => cell(valueAt(series.signals[code], t))),
    series.events.filter(e => e.t === t).map(told).join("; "),
  ]));
  table.tHead?.remove();
  table.tBodies[0]?.remove();
  table.createTHead().append(head);
  table.createTBody().append(...body);
}

/** The predicted band, and the other future where one is asked for, at about twenty times. */
export function fillForecast(table: HTMLTableElement, series: Series, time: (t: number) => string): void {
  const band = series.whatIf?.asPlanned.band ?? series.prediction;
  const other = series.whatIf?.ifChanged.band;
  table.hidden = !band;
  if (!band) return;
  const every = Math.max(1, Math.ceil(band.t.length / 20));
  const range = (of: Prediction, i: number) => [cell(of.p50[i]), `${cell(of.p5[i])} to ${cell(of.p95[i])}`];
  const head = row("th", ["Time", `Predicted, middle ${band.unit}`, "nine in ten", ...other ? ["If changed, middle", "nine in ten"] : []]);
  const body = band.t.flatMap((t, i) => i % every === 0 ? [row("td", [time(t), ...range(band, i), ...other ? range(other, i) : []])] : []);
  table.tHead?.remove();
  table.tBodies[0]?.remove();
  table.createTHead().append(head);
  table.createTBody().append(...body);
}

const cell = (value: number | undefined) => value === undefined ? "–" : String(Math.round(value * 10) / 10);

function row(kind: "th" | "td", texts: string[]): HTMLTableRowElement {
  const tr = document.createElement("tr");
  tr.append(...texts.map(text => {
    const element = document.createElement(kind);
    if (kind === "th") element.setAttribute("scope", "col");
    element.textContent = text;
    return element;
  }));
  return tr;
}
