/** How far the server's clock is ahead of this one: several samples, and of these the one with the shortest way. */
import { setMeasured } from "../clock";
import { put } from "./store";

const samples = 5;

/** Milliseconds; nothing when the server did not answer. */
export async function measureClock(): Promise<number | undefined> {
  let best: { way: number; offset: number } | undefined;
  for (let i = 0; i < samples; i++) {
    const [sent, from] = [Date.now(), performance.now()];
    const answer = await fetch("/tablet/clock", { redirect: "manual", cache: "no-store", signal: AbortSignal.timeout(3000) }).catch(() => undefined);
    if (!answer?.ok) break;
    const way = performance.now() - from;
    const { now } = await answer.json() as { now: string };
    const offset = Date.parse(now) - sent - way / 2;
    if (!best || way < best.way) best = { way, offset };
  }
  if (!best) return undefined;
  setMeasured(best.offset);
  await put("tablet", best.offset, "clock");
  return best.offset;
}
