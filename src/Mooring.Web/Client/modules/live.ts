/**
 * What the server sends by itself, over one resumable event stream a page.
 *
 *   <main data-live="/live/sessions/ID">   where to listen; one a page
 *   <p class="link-state" data-live-state> says "Live" or "Reconnecting… last data 12 s ago"
 *
 *   event: fragment  data: {"target":"values","html":"<section id=\"values\">…</section>"}
 *   event: points    data: [{"signal":"hr","t":1760000000,"v":72}]      → CustomEvent mooring:points
 *   event: series    what lies behind changed; fetch it again      → CustomEvent mooring:series
 *   event: beat      data: 2026-03-02T14:05:00.000Z                     every 2 s, when nothing else is said
 *   event: reload
 *
 * A lost stream is opened again with ?last=<id of the last event>, at most 3 s later. What becomes of it is told to the
 * rest of the page as CustomEvent mooring:link, "live" or "lost".
 */
import { clockOffset, keptAt, serverNow, setServerTime } from "./clock";
import { putFragment, type Fragment } from "./fragments";
import { span, words } from "./words";

// Two beats missed and a little: the page says so within 5 s of the last thing it heard.
const longestSilence = 4_400;
const longestWait = 3_000;

export function startLive(): void {
  const url = document.querySelector<HTMLElement>("[data-live]")?.dataset["live"];
  if (!url) return;

  let source: EventSource | undefined;
  let last = "";
  let heardAt = keptAt ? Date.parse(keptAt) - clockOffset() : Date.now();
  let open = false;
  let tries = 0;
  let told = "";
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const heard = (event: MessageEvent<string>) => {
    heardAt = Date.now();
    open = true;
    tries = 0;
    if (event.lastEventId) last = event.lastEventId;
    return event.data;
  };

  const join = () => {
    waiting = undefined;
    const at = new URL(url, document.baseURI);
    if (last) at.searchParams.set("last", last);
    source = new EventSource(at);
    source.addEventListener("open", () => { open = true; heardAt = Date.now(); say(); });
    source.addEventListener("error", lose);
    source.addEventListener("beat", event => { setServerTime(heard(event)); say(); });
    source.addEventListener("fragment", event => putFragment(JSON.parse(heard(event)) as Fragment));
    source.addEventListener("points", event => {
      document.dispatchEvent(new CustomEvent("mooring:points", { detail: JSON.parse(heard(event)) }));
    });
    source.addEventListener("series", event => {
      heard(event);
      document.dispatchEvent(new CustomEvent("mooring:series"));
    });
    source.addEventListener("reload", event => { heard(event); location.reload(); });
  };

  const lose = () => {
    source?.close();
    open = false;
    waiting ??= setTimeout(join, Math.min(longestWait, 250 * 2 ** tries++) * (0.75 + Math.random() / 4));
    say();
  };

  const say = () => {
    const state = open ? "live" : last || keptAt || tries > 1 ? "lost" : "joining";
    const text = open ? words.live : state === "joining" ? words.joining : words.lost(span((Date.now() - heardAt) / 1000));
    document.querySelectorAll<HTMLElement>("[data-live-state]").forEach(place => show(place, state, text));
    if (state === "joining" || state === told) return;
    told = document.documentElement.dataset["link"] = state;
    document.dispatchEvent(new CustomEvent("mooring:link", { detail: state }));
  };

  setInterval(() => {
    if (open && Date.now() - heardAt > longestSilence) lose();
    say();
  }, 500);
  addEventListener("online", () => { if (!open) { clearTimeout(waiting); join(); } });
  addEventListener("offline", lose); // tries again at once, and knows
  addEventListener("pagehide", () => source?.close());
  addEventListener("pageshow", event => { if (event.persisted) location.reload(); });
  document.documentElement.dataset["openedAt"] = new Date(serverNow()).toISOString();
  document.addEventListener("mooring:changed", say);
  join();
  say();
}

/** The icon changes with the word; a screen reader hears the change of state, not each second. */
function show(place: HTMLElement, state: string, text: string): void {
  if (place.dataset["state"] !== state) {
    place.dataset["state"] = state;
    place.setAttribute("role", state === "lost" ? "alert" : "status");
    const icon = state === "live" ? "activity" : state === "lost" ? "wifi-off" : "loader";
    place.querySelector("use")?.setAttribute("href", `/built/icons.svg#${icon}`);
  }
  const words = place.querySelector("span") ?? place;
  if (words.textContent !== text) words.textContent = text;
}
