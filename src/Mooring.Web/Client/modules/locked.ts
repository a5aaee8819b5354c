/** What the server knows of the lock of this screen. Asking does not count as being here; touching does. */
export type LockState = "open" | "locked" | "away";

const tellEvery = 15_000;
let toldAt = 0;

export const lockState = () => ask("/lock");

/** Tells the server that somebody is here, now and then. */
export async function touched(at: "chair" | "desk"): Promise<LockState> {
  if (Date.now() - toldAt < tellEvery) return "open";
  toldAt = Date.now();
  return ask(`/lock/touched?at=${at}`);
}

export const lockNow = (token: string) => send("/lock", token, {});

/** What is wrong with it; nothing when the screen is open. Undefined where the server does not answer. */
export async function openLock(token: string, pin: string): Promise<string | undefined> {
  const answer = await send("/lock/open", token, { pin });
  if (!answer || answer.status >= 500) return undefined;
  return answer.status === 204 ? "" : answer.status === 422 ? await answer.text() : "This page is out of date; open it again.";
}

async function ask(path: string): Promise<LockState> {
  const answer = await fetch(path, { redirect: "manual", cache: "no-store", signal: AbortSignal.timeout(6000) }).catch(() => undefined);
  if (!answer?.ok) return "away";
  return (await answer.json() as { locked: boolean }).locked ? "locked" : "open";
}

const send = (path: string, token: string, fields: Record<string, string>) => fetch(path, {
  method: "POST", body: new URLSearchParams({ ...fields, __RequestVerificationToken: token }), redirect: "manual", signal: AbortSignal.timeout(6000),
}).catch(() => undefined);
