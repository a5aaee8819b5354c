/** What is drawn over the lines: pressure bars, event marks, the line of now. */
import type uPlot from "uplot";
import { serverNow } from "../clock";
import { color } from "./colors";
import { drawSign, kindOf } from "./kinds";
import type { Series } from "./series";

/** Systolic to diastolic as one bar with caps, the mean as a dot: as on paper. */
export function drawPressures(u: uPlot, series: Series): void {
  const sys = series.signals["nibp-sys"];
  const dia = series.signals["nibp-dia"];
  if (!sys || !dia) return;
  const { ctx } = u;
  const px = devicePixelRatio;
  ctx.save();
  ctx.strokeStyle = color("--nibp");
  ctx.lineWidth = 2.5 * px;
  ctx.setLineDash([]);
  const below = new Map(dia.t.map((t, i) => [t, dia.v[i]]));
  sys.t.forEach((t, i) => {
    const low = below.get(t);
    if (low === undefined) return;
    const x = u.valToPos(t, "x", true);
    const top = u.valToPos(sys.v[i] ?? low, "y", true);
    const bottom = u.valToPos(low, "y", true);
    ctx.beginPath();
    ctx.moveTo(x, top); ctx.lineTo(x, bottom);
    ctx.moveTo(x - 5 * px, top); ctx.lineTo(x + 5 * px, top);
    ctx.moveTo(x - 5 * px, bottom); ctx.lineTo(x + 5 * px, bottom);
    ctx.stroke();
  });
  ctx.restore();
}

/** A thin line at each event, with the sign of its kind at its foot, named on the uppermost panel where the name has room. */
export function drawEvents(u: uPlot, series: Series, named: boolean): void {
  const { ctx, bbox } = u;
  const px = devicePixelRatio;
  let free = Number.NEGATIVE_INFINITY;
  ctx.save();
  ctx.font = `560 ${12 * px}px Inter, sans-serif`;
  ctx.textBaseline = "top";
  ctx.textAlign = "left";
  for (const event of series.events) {
    const x = Math.round(u.valToPos(event.t, "x", true));
    if (x < bbox.left || x > bbox.left + bbox.width) continue;
    const kind = kindOf(event);
    ctx.strokeStyle = ctx.fillStyle = color(kind.token);
    ctx.lineWidth = kind.width * px;
    ctx.setLineDash(kind.dash.map(part => part * px));
    ctx.beginPath();
    ctx.moveTo(x, bbox.top); ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    if (kind.shape) {
      ctx.lineWidth = 2 * px;
      drawSign(ctx, kind.shape, x, bbox.top + bbox.height - 6 * px, 4 * px);
    }
    const width = ctx.measureText(event.label).width;
    if (named && x > free && x + width < bbox.left + bbox.width) {
      ctx.fillText(event.label, x + 4 * px, bbox.top + 2 * px);
      free = x + width + 10 * px;
    }
  }
  ctx.restore();
}

/** What is right of this line has not happened. */
export function drawNow(u: uPlot): void {
  const x = u.valToPos(serverNow() / 1000, "x", true);
  if (x < u.bbox.left || x > u.bbox.left + u.bbox.width) return;
  const { ctx } = u;
  ctx.save();
  ctx.strokeStyle = color("--ink");
  ctx.lineWidth = devicePixelRatio;
  ctx.setLineDash([]);
  ctx.beginPath();
  ctx.moveTo(x, u.bbox.top); ctx.lineTo(x, u.bbox.top + u.bbox.height);
  ctx.stroke();
  ctx.restore();
}
