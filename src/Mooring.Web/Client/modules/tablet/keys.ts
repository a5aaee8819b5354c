/** The keys of the one who is signed in on this tablet. They are gone when that person signs out and when the sign-in has ended. */
import { clear, get, put, remove } from "./store";
import { keyOf } from "./sealing";

export type Keys = { readonly person: string; readonly name: string; readonly until: number; readonly pages: CryptoKey; readonly entries: CryptoKey };

export type Met =
  | { readonly state: "here"; readonly keys: Keys; readonly token: string }
  | { readonly state: "ended" }
  | { readonly state: "away" };

type Told = { person: string; name: string; until: string | null; pages: string; entries: string; token: string };

export async function tabletId(): Promise<string> {
  const known = await get<string>("tablet", "id");
  if (known) return known;
  const made = crypto.randomUUID();
  await put("tablet", made, "id");
  return made;
}

/** The keys as they lie here; none once the sign-in is over, and then nothing of it is left. */
export async function keysAt(now: number): Promise<Keys | undefined> {
  const keys = await get<Keys>("tablet", "keys");
  if (keys && now > keys.until) await forget();
  return keys && now <= keys.until ? keys : undefined;
}

/** Asks the server who is signed in here. It hands out keys to a person, for this tablet. */
export async function meet(): Promise<Met> {
  const answer = await fetch(`/tablet/${await tabletId()}/keys`, { redirect: "manual", cache: "no-store", signal: AbortSignal.timeout(6000) }).catch(() => undefined);
  if (answer?.type === "opaqueredirect" || answer?.status === 401 || answer?.status === 403) {
    await forget();
    return { state: "ended" };
  }
  if (!answer?.ok) return { state: "away" };
  const told = await answer.json() as Told;
  return { state: "here", keys: await take(told), token: told.token };
}

async function take(told: Told): Promise<Keys> {
  const until = told.until ? Date.parse(told.until) : Number.MAX_SAFE_INTEGER;
  const before = await get<Keys>("tablet", "keys");
  if (before && before.person === told.person && before.until === until) return before;
  // Another sign-in: what the last one saw is nobody's to see.
  await clear("pages");
  const keys = { person: told.person, name: told.name, until, pages: await keyOf(told.pages), entries: await keyOf(told.entries) };
  await put("tablet", keys, "keys");
  return keys;
}

type SignIn = Pick<Keys, "person" | "until">;

/** Forgets whoever is signed in here, and says which sign-in it was. */
export async function forgetSignedIn(): Promise<SignIn | undefined> {
  const keys = await get<Keys>("tablet", "keys");
  await forget();
  return keys && { person: keys.person, until: keys.until };
}

/** This person signed out while the server was away; the server still thinks that they are here. */
export const rememberLeaving = (who: SignIn | undefined) => who ? put("tablet", who, "leaving") : undefined;
export const whoIsLeaving = () => get<SignIn>("tablet", "leaving");

/** Nothing here can be read afterwards. What waits to be sent stays, sealed, until the same person signs in here again. */
export async function forget(): Promise<void> {
  await remove("tablet", "keys");
  await clear("pages");
}
