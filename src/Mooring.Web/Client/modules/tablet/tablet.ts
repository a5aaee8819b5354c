/** A tablet at the chair: it goes on when the server does not answer, and says how it stands. */
import { keptAt, serverNow } from "../clock";
import { about } from "./about";
import { startCopying } from "./copying";
import { el } from "./dom";
import { drain } from "./draining";
import { countOfOthers, entriesOf, onEntries } from "./entries";
import { keysAt, meet, whoIsLeaving } from "./keys";
import { isLost, say, startLink } from "./link";
import { startLocking } from "./locking";
import { measureClock } from "./measuring";
import { startNeeding } from "./needing";
import { showPanel } from "./panel";
import { startSaying } from "./saying";
import { startLight } from "./light";
import { startSound } from "./sound";
import { showWaiting, startWaiting } from "./waiting";

const canKeep = "serviceWorker" in navigator && isSecureContext;
const every = 5000;
let ended = false;
let isMet = false;

export async function startTablet(): Promise<void> {
  const { bar } = about;
  if (!bar) return;
  const [lines, controls] = [bar.appendChild(el("div", { class: "lines", role: "status" })), bar.appendChild(el("p", { class: "cluster controls" }))];
  startSaying();
  startLink();
  startWaiting();
  startNeeding();
  startSound(controls);
  startLight(controls);
  bar.hidden = false;
  const look = async () => {
    const known = canKeep ? await keysAt(serverNow()) : undefined;
    // Somebody else's, from before: this page is another person's, and they have not been met yet.
    const keys = known?.person === about.person ? known : undefined;
    const entries = keys ? await entriesOf(keys, about.session) : [];
    showPanel(lines, { entries, ofOthers: canKeep ? await countOfOthers(about.person) : 0, ended: canKeep && ended, isMet, canKeep, until: keys?.until });
    showWaiting(entries);
  };
  // One look after another: what was read first is never shown last.
  let looked = Promise.resolve();
  const show = () => looked = looked.then(look, look);
  document.addEventListener("mooring:link", () => void show());
  await show();
  if (!canKeep) return;

  onEntries(() => void show());
  await navigator.serviceWorker.register("/bedside-worker.js", { scope: "/" });
  await begin();
  await startLocking(controls);
  startCopying();
  const work = async () => {
    const drained = await drain();
    // A server that was too slow for the first question is asked again.
    if (drained === "nothing" && !ended && !await keysAt(serverNow()) && !await whoIsLeaving()) await begin();
    if (drained === "away") say("lost");
    ended = drained === "ended" || (ended && drained !== "sent");
    if (drained === "sent" && !document.querySelector("[data-live]")) say("live");
    isMet = true;
    await show();
    if (keptAt && !isLost() && drained !== "away") await comeBack();
  };
  document.addEventListener("mooring:link", event => { if ((event as CustomEvent<string>).detail === "live") void work(); });
  document.addEventListener("mooring:clock", () => void measureClock().then(show));
  addEventListener("online", () => void work());
  setInterval(() => void work(), every);
  await work();
}

/** Keys and clock, from the server while it answers. */
async function begin(): Promise<void> {
  const met = await meet();
  ended = met.state === "ended";
  if (met.state === "here") await measureClock();
}

/** The server answers again: the truth takes the place of the copy, unless a hand is on it. */
async function comeBack(): Promise<void> {
  const typing = [...document.querySelectorAll<HTMLInputElement>("main input:not([type=hidden]), main textarea")].some(one => one.value !== one.defaultValue || one.checked !== one.defaultChecked)
    || [...document.querySelectorAll<HTMLOptionElement>("main option")].some(one => one.selected && !one.defaultSelected && one.index > 0);
  if (!typing && (await meet()).state === "here") location.reload();
}
