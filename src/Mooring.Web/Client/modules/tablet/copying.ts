/** While the server is here: keeps sealed copies of what will be needed when it is not. */
import { serverNow } from "../clock";
import { about } from "./about";
import { ageOfCopy, keepCopy } from "./copies";
import { keysAt } from "./keys";
import { isLost } from "./link";

const often = 20_000;
const seldom = 120_000;
let stale = true;

export function startCopying(): void {
  document.addEventListener("mooring:series", () => { stale = true; });
  setTimeout(() => void round(), 1500);
}

async function round(): Promise<void> {
  // The chair itself, for its values; the forms when the session has moved on, or now and then.
  if (!isLost() && document.visibilityState === "visible") {
    await keep(about.home, often);
    const [wanted, wait] = [about.pages.filter(page => page !== ""), stale ? often : seldom];
    stale = false;
    for (const page of wanted) {
      const html = await keep(`${about.home}/${page}`, wait);
      for (const card of page === "emergency" ? cardsIn(html) : []) await keep(card, seldom);
    }
  }
  setTimeout(() => void round(), often);
}

async function keep(address: string, unlessYounger: number): Promise<string> {
  const keys = await keysAt(serverNow());
  if (!keys || isLost() || await ageOfCopy(address, serverNow()) < unlessYounger) return "";
  const answer = await fetch(address, { redirect: "manual", cache: "no-store", headers: { accept: "text/html" }, signal: AbortSignal.timeout(6000) }).catch(() => undefined);
  if (!answer?.ok) return "";
  const html = answer.clone();
  await keepCopy(keys, address, answer, serverNow());
  return html.text();
}

function cardsIn(html: string): string[] {
  const page = new DOMParser().parseFromString(html, "text/html");
  return [...page.querySelectorAll(".cards a[href]")].map(card => card.getAttribute("href") ?? "");
}
