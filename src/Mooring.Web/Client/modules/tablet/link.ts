/** Whether the server answers. A live page knows by its stream; any other asks, by its own timer. */
const every = 4000;

export type Link = "live" | "lost";

let since: number | undefined;

/** When it was found to be gone; nothing while it is here. */
export const lostSince = () => since;
export const isLost = () => since !== undefined;

export function startLink(): void {
  document.addEventListener("mooring:link", event => note((event as CustomEvent<Link>).detail));
  const known = document.documentElement.dataset["link"] as Link | undefined;
  if (known) note(known);
  if (!document.querySelector("[data-live]")) void ask();
}

/** What another part of the page found out: a form that could not be sent, a clock that could not be asked. */
export function say(link: Link): void {
  if ((link === "lost") !== isLost()) document.dispatchEvent(new CustomEvent("mooring:link", { detail: link }));
}

function note(link: Link): void {
  since = link === "live" ? undefined : since ?? Date.now();
}

async function ask(): Promise<void> {
  const answer = await fetch("/tablet/clock", { redirect: "manual", cache: "no-store", signal: AbortSignal.timeout(every) }).catch(() => undefined);
  say(answer && answer.status < 500 ? "live" : "lost");
  setTimeout(() => void ask(), every);
}
