/**
 * The PIN of a person. The server judges it when it answers; without it, a salted slow hash does, which was made when it was
 * right last on this tablet and lies here sealed by the key that dies with the sign-in.
 */
import type { Keys } from "./keys";
import { meet } from "./keys";
import { openLock } from "../locked";
import { seal, unseal, type Sealed } from "./sealing";
import { get, put } from "./store";

const rounds = 600_000;

const place = (person: string) => `pin:${person}`;

export const hasPin = async (person: string) => await get("tablet", place(person)) !== undefined;

/** What is wrong with it; undefined when it is right, and the screen is open. */
export async function isRightPin(pin: string, keys: Keys | undefined): Promise<string | undefined> {
  const met = await meet();
  const against = met.state === "here" ? await openLock(met.token, pin) : undefined;
  if (against === "" && met.state === "here") {
    await remember(met.keys, pin);
    return undefined;
  }
  if (against !== undefined) return against;
  if (!keys) return "Your sign-in has ended. Sign in again when the server answers.";
  const kept = await get<Sealed>("tablet", place(keys.person));
  const text = kept && await unseal(keys.entries, kept, place(keys.person));
  if (!text) return "The server does not answer, and this tablet does not know your PIN yet.";
  const { salt, hash } = JSON.parse(text) as { salt: number[]; hash: string };
  return await hashOf(pin, Uint8Array.from(salt)) === hash ? undefined : "That is not the PIN.";
}

async function remember(keys: Keys, pin: string): Promise<void> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const text = JSON.stringify({ salt: [...salt], hash: await hashOf(pin, salt) });
  await put("tablet", await seal(keys.entries, text, place(keys.person)), place(keys.person));
}

async function hashOf(pin: string, salt: Uint8Array<ArrayBuffer>): Promise<string> {
  const key = await crypto.subtle.importKey("raw", new TextEncoder().encode(pin), "PBKDF2", false, ["deriveBits"]);
  const bits = await crypto.subtle.deriveBits({ name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds }, key, 256);
  return btoa(String.fromCharCode(...new Uint8Array(bits)));
}
