/** The kinds of event marks: told apart by their shape and the words beside it, not by color alone. */
import type { Mark } from "./series";

type Shape = "triangle" | "square" | "ring" | "cross";
export type Kind = { readonly token: string; readonly width: number; readonly dash: readonly number[]; readonly shape?: Shape; readonly sign?: string };

const dashed = [4, 4];
const plain: Kind = { token: "--ink-soft", width: 1, dash: dashed };

/** Only the drug whose curve is drawn has the triangle. */
const kinds: Readonly<Record<string, Kind>> = {
  dose: { token: "--accent", width: 2, dash: [], shape: "triangle", sign: "▲" },
  hold: { token: "--accent", width: 1, dash: [1, 3], shape: "square", sign: "□" },
  oxygen: { token: "--ink", width: 1, dash: [1, 3], shape: "ring", sign: "○" },
  medicine: { token: "--ink", width: 1, dash: [8, 3, 1, 3], shape: "cross", sign: "✚" },
  adverse: { token: "--first", width: 1, dash: dashed },
};

export const kindOf = (event: Mark): Kind => kinds[event.kind] ?? plain;

/** The words of an event in a table, after the sign of its kind. */
export const told = (event: Mark): string => [kindOf(event).sign, event.label].filter(Boolean).join(" ");

/** Draws the sign of a kind around a point, in the color set for its line. */
export function drawSign(ctx: CanvasRenderingContext2D, shape: Shape, x: number, y: number, size: number): void {
  ctx.setLineDash([]);
  ctx.beginPath();
  switch (shape) {
    case "triangle":
      ctx.moveTo(x - size, y + size); ctx.lineTo(x + size, y + size); ctx.lineTo(x, y - size); ctx.closePath();
      ctx.fill();
      return;
    case "square": ctx.rect(x - size, y - size, 2 * size, 2 * size); break;
    case "ring": ctx.arc(x, y, size, 0, 2 * Math.PI); break;
    case "cross":
      ctx.moveTo(x - size, y); ctx.lineTo(x + size, y);
      ctx.moveTo(x, y - size); ctx.lineTo(x, y + size);
  }
  ctx.stroke();
}
