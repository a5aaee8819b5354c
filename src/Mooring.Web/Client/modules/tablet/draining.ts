/** Sends what waits, in order, as soon as the server answers. One page of this tablet does it at a time. */
import { serverNow } from "../clock";
import { dropEntry, entriesOf, rewriteEntry, type Waiting } from "./entries";
import { forget, keysAt, meet, whoIsLeaving } from "./keys";
import { send } from "./sending";
import { remove } from "./store";

export type Drained = "sent" | "away" | "ended" | "nothing";

export function drain(): Promise<Drained> {
  return navigator.locks.request("mooring-entries", { ifAvailable: true }, async lock => lock ? await sendAll() : "nothing");
}

async function sendAll(): Promise<Drained> {
  const leaving = await whoIsLeaving();
  if (leaving) return finishLeaving(leaving);
  const keys = await keysAt(serverNow());
  if (!keys || (await entriesOf(keys)).every(one => one.row.state !== "waiting")) return "nothing";
  const met = await meet();
  if (met.state !== "here") return met.state;
  for (const one of await entriesOf(met.keys)) {
    if (one.row.state !== "waiting") continue;
    const { row, entry } = one;
    const sent = await send(entry.path, row.id, entry.enteredAt, entry.fields, met.token);
    if (sent.kind === "away" || sent.kind === "ended") return sent.kind;
    if (sent.kind === "taken") await dropEntry(row);
    else await rewriteEntry(met.keys, one, { ...entry, reasons: sent.kind === "stale" ? [gone] : await reasonsIn(sent.answer) }, "refused");
  }
  return "sent";
}

const gone = "As the session stands now the server does not take this any more: somebody else may have entered it, or the session has moved on. Look at the timeline.";

async function reasonsIn(answer: Response): Promise<string[]> {
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const reasons = [...page.querySelectorAll(".error-summary li")].map(one => one.textContent?.trim() ?? "");
  return reasons.length > 0 ? reasons : [`The server answered ${answer.status} and gave no reason.`];
}

/** Ends at the server what was ended here; a later sign-in is not meant. */
async function finishLeaving(who: { person: string; until: number }): Promise<Drained> {
  const met = await meet();
  if (met.state === "away") return "away";
  await remove("tablet", "leaving");
  if (met.state === "here" && (met.keys.person !== who.person || met.keys.until !== who.until)) return "nothing";
  if (met.state === "here") await signOut(met.token);
  await forget();
  return "ended";
}

export async function signOut(token: string): Promise<void> {
  await fetch("/sign-out", { method: "POST", body: new URLSearchParams({ __RequestVerificationToken: token }), redirect: "manual" }).catch(() => undefined);
  await forget();
}

/** Shows the form again, as it was filled in, with what the server says to it. */
export async function mend({ entry }: Waiting): Promise<boolean> {
  const met = await meet();
  if (met.state !== "here") return false;
  const form = Object.assign(document.createElement("form"), { method: "post", action: entry.path, hidden: true });
  for (const [name, value] of [...entry.fields, ["__RequestVerificationToken", met.token], ["tablet-title", entry.title], ["tablet-says", entry.says]] as const)
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  document.body.append(form);
  form.submit();
  return true;
}
