/**
 * A PIN of one person on one tablet. The server judges it when it answers; without it, a salted slow hash does, which
 * lies here sealed by the key that dies with the sign-in.
 */
import type { Keys } from "./keys";
import { meet, tabletId } from "./keys";
import { seal, unseal, type Sealed } from "./sealing";
import { get, put } from "./store";

const rounds = 600_000;

const place = (person: string) => `pin:${person}`;

export const hasPin = async (person: string) => await get("tablet", place(person)) !== undefined;

/** What is wrong with it, or nothing. */
export async function setPin(pin: string): Promise<string | undefined> {
  const met = await meet();
  if (met.state !== "here") return "The server must answer when a PIN is set.";
  const answer = await ask("pin", pin, met.token);
  if (!answer?.ok) return answer ? await answer.text() : "The server does not answer.";
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const text = JSON.stringify({ salt: [...salt], hash: await hashOf(pin, salt) });
  await put("tablet", await seal(met.keys.entries, text, place(met.keys.person)), place(met.keys.person));
  return undefined;
}

export async function isRightPin(pin: string, keys: Keys): Promise<boolean> {
  const met = await meet();
  const answer = met.state === "here" ? await ask("unlock", pin, met.token) : undefined;
  if (answer) return answer.status === 204;
  const kept = await get<Sealed>("tablet", place(keys.person));
  const text = kept && await unseal(keys.entries, kept, place(keys.person));
  if (!text) return false;
  const { salt, hash } = JSON.parse(text) as { salt: number[]; hash: string };
  return await hashOf(pin, Uint8Array.from(salt)) === hash;
}

async function ask(what: string, pin: string, token: string): Promise<Response | undefined> {
  const body = new URLSearchParams({ pin, __RequestVerificationToken: token });
  const answer = await fetch(`/tablet/${await tabletId()}/${what}`, { method: "POST", body, redirect: "manual", signal: AbortSignal.timeout(6000) }).catch(() => undefined);
  return answer && answer.status < 500 ? answer : undefined;
}

async function hashOf(pin: string, salt: Uint8Array<ArrayBuffer>): Promise<string> {
  const key = await crypto.subtle.importKey("raw", new TextEncoder().encode(pin), "PBKDF2", false, ["deriveBits"]);
  const bits = await crypto.subtle.deriveBits({ name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds }, key, 256);
  return btoa(String.fromCharCode(...new Uint8Array(bits)));
}
