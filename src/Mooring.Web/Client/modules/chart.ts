/**
 * The session chart.
 *
 *   <figure class="chart" data-series="/sessions/ID/series">
 *     <figcaption>…</figcaption> <div class="plot"></div> <p class="readout" role="status"></p>
 *     <details class="what-if" data-what-if="/sessions/ID/what-if" hidden>…</details>   see charts/whatif.ts
 *     <details class="caveat" hidden><summary></summary><ul></ul></details>
 *     <details class="values-table"><summary>Show as a table</summary><div class="scroll"><table></table><table class="forecast-table"></table></div></details>
 *   </figure>
 *
 * Arrow keys on a focused panel move the cursor; the readout says the values there.
 */
import uPlot from "uplot";
import { panels, timeRange, type Panel } from "./charts/panels";
import { color } from "./charts/colors";
import { addPoint, type Point, type Series } from "./charts/series";
import { fillForecast, fillTable } from "./charts/table";
import { startWhatIf } from "./charts/whatif";
import { words } from "./words";

async function start(figure: HTMLElement): Promise<void> {
  const plot = figure.querySelector<HTMLElement>(".plot");
  const url = figure.dataset["series"];
  if (!plot || !url) return;
  const answer = await fetch(url, { headers: { accept: "application/json" } }).catch(() => undefined);
  if (!answer?.ok) {
    figure.classList.add("empty");
    plot.textContent = words.noChart;
    return;
  }
  const series = await answer.json() as Series;
  const shown = panels.filter(panel => panel.wanted(series));
  // Two futures need more height than one band.
  const share = (panel: Panel) => panel === panels[2] && series.whatIf ? panel.share * 2.5 : panel.share;
  const charts = shown.map((panel, i) => draw(panel, series, plot, figure, i === shown.length - 1));
  caption(figure, series);

  const fit = () => {
    const whole = shown.reduce((sum, panel) => sum + share(panel), 0);
    charts.forEach((u, i) => u.setSize({
      width: plot.clientWidth,
      height: Math.max(76, Math.floor((plot.clientHeight || 480) * share(shown[i]!) / whole) - 26),
    }));
  };
  const redraw = () => {
    const [min, max] = timeRange(series);
    charts.forEach((u, i) => { u.setData(shown[i]!.data(series), false); u.setScale("x", { min, max }); });
  };
  new ResizeObserver(fit).observe(plot);
  fit();
  redraw();

  const table = figure.querySelector<HTMLDetailsElement>(".values-table");
  const tables = () => {
    if (!table?.open) return;
    const [values, forecast] = [figure.querySelector<HTMLTableElement>(".values-table table"), figure.querySelector<HTMLTableElement>(".forecast-table")];
    if (values) fillTable(values, series, clock(series));
    if (forecast) fillForecast(forecast, series, clock(series));
  };
  const askAgain = startWhatIf(figure, series, () => { fit(); redraw(); tables(); });

  let pending = false;
  document.addEventListener("mooring:points", event => {
    (event as CustomEvent<Point[]>).detail.forEach(point => addPoint(series, point));
    if (pending) return;
    pending = true;
    requestAnimationFrame(() => { pending = false; redraw(); });
  });
  document.addEventListener("mooring:series", async () => {
    const fresh = await fetch(url).catch(() => undefined);
    if (!fresh?.ok) return;
    Object.assign(series, await fresh.json());
    caption(figure, series);
    redraw();
    tables();
    void askAgain?.();
  });
  const recolor = () => charts.forEach(u => u.redraw());
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", recolor);
  document.addEventListener("mooring:light", recolor);
  setInterval(redraw, 15_000);

  table?.addEventListener("toggle", tables);
  tables(); // It may have been opened before the values came.
}

function draw(panel: Panel, series: Series, plot: HTMLElement, figure: HTMLElement, lowest: boolean): uPlot {
  const frame = document.createElement("div");
  frame.className = "panel";
  frame.tabIndex = 0;
  frame.setAttribute("role", "group");
  const name = panel.name + (panel === panels[2] && series.prediction ? ` ${series.prediction.unit}` : "");
  frame.setAttribute("aria-label", name);
  const title = document.createElement("h4");
  title.textContent = name;
  frame.append(title);
  plot.append(frame);

  const time = clock(series);
  const axis = { stroke: () => color("--ink-soft"), grid: { stroke: () => color("--line"), width: 1 }, ticks: { show: false }, font: "500 12px Inter, sans-serif" };
  const u = new uPlot({
    width: 320,
    height: 160,
    ...panel.options(series),
    legend: { show: false },
    cursor: { sync: { key: figure.dataset["series"] ?? "session" }, drag: { x: false, y: false }, y: false },
    axes: [
      { ...axis, size: lowest ? 28 : 8, values: (_, splits) => splits.map(t => lowest ? time(t) : "") },
      { ...axis, size: 44, space: 24 },
      { ...axis, scale: panel.right ?? "y", side: 1, size: 36, space: 24, grid: { show: false }, values: (_, splits) => splits.map(v => panel.right ? String(v) : "") },
    ],
    hooks: { draw: [chart => panel.over(chart, series)], setCursor: [chart => say(chart, figure, time)] },
  }, panel.data(series), frame);

  frame.addEventListener("keydown", event => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const left = Math.min(u.bbox.width / devicePixelRatio, Math.max(0, (u.cursor.left ?? 0) + step * 8));
    u.setCursor({ left, top: 10 });
  });
  return u;
}

/** Says the values under the cursor, but only of the panel that has the focus or the pointer. */
function say(u: uPlot, figure: HTMLElement, time: (t: number) => string): void {
  const place = figure.querySelector(".readout");
  const at = u.cursor.idx;
  if (!place || at === null || at === undefined || !u.root.parentElement?.matches(":hover, :focus")) return;
  const values = u.series.slice(1).flatMap((s, i) => {
    const value = u.data[i + 1]?.[at];
    return typeof value === "number" ? [`${String(s.label)} ${Math.round(value * 10) / 10}`] : [];
  });
  place.textContent = `${words.at(time(u.data[0][at] ?? 0))}: ${values.join(", ")}`;
}

function caption(figure: HTMLElement, { prediction }: Series): void {
  const place = figure.querySelector<HTMLElement>(".caveat");
  const [head, rest] = [place?.querySelector("summary"), place?.querySelector("ul")];
  const whatIf = figure.querySelector<HTMLElement>(".what-if");
  if (whatIf) whatIf.hidden = !prediction?.goesOn;
  if (!place || !head || !rest || !prediction) return;
  head.textContent = `${prediction.model}, ${prediction.site}: ${words.predicted}`;
  rest.replaceChildren(...prediction.caveats.map(says => Object.assign(document.createElement("li"), { textContent: says })));
  place.hidden = false;
}

function clock(series: Series): (t: number) => string {
  const format = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: series.zone });
  return t => format.format(t * 1000);
}

document.querySelectorAll<HTMLElement>("figure[data-series]").forEach(figure => void start(figure));
