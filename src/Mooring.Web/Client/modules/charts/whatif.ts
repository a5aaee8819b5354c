/**
 * Two futures on the same axes: as planned, and with a change made now. A forecast; it changes nothing.
 *
 *   <details class="what-if" data-what-if="/sessions/ID/what-if"> <summary>…</summary>
 *     <button data-change="slow|pause|stop" aria-pressed="false">…</button>* <p class="forecast" role="status"></p>
 *   </details>
 *
 * Pressing the same button again, or closing the fold, shows the one future as planned.
 */
import { words } from "../words";
import type { Futures, Series } from "./series";

type Refused = readonly { readonly says: string }[];

/** Returns what to call when the session has changed: the question is asked anew, for an old forecast misleads. */
export function startWhatIf(figure: HTMLElement, series: Series, redraw: () => void): (() => Promise<void>) | undefined {
  const fold = figure.querySelector<HTMLDetailsElement>("details[data-what-if]");
  const place = fold?.querySelector<HTMLElement>(".forecast");
  const url = fold?.dataset["whatIf"];
  if (!fold || !place || !url) return undefined;
  const buttons = [...fold.querySelectorAll<HTMLButtonElement>("button[data-change]")];
  let asked = "";

  const show = (futures: Futures | undefined, says: string) => {
    series.whatIf = futures;
    place.textContent = says;
    figure.toggleAttribute("data-two-futures", futures !== undefined);
    redraw();
  };

  const ask = async (change: string) => {
    asked = change;
    buttons.forEach(button => button.setAttribute("aria-pressed", String(button.dataset["change"] === change)));
    if (!change) { show(undefined, ""); return; }
    const answer = await fetch(`${url}?change=${change}`, { headers: { accept: "application/json" } }).catch(() => undefined);
    if (asked !== change) return;
    if (answer?.ok) {
      const futures = await answer.json() as Futures;
      show(futures, `${words.forecast}: ${futures.says}`);
    } else {
      show(undefined, answer?.status === 422 ? (await answer.json() as Refused).map(one => one.says).join(" ") : words.noForecast);
    }
  };

  buttons.forEach(button => button.addEventListener("click", () => void ask(button.getAttribute("aria-pressed") === "true" ? "" : button.dataset["change"] ?? "")));
  fold.addEventListener("toggle", () => { if (!fold.open && asked) void ask(""); });
  return async () => { if (asked) await ask(asked); };
}
