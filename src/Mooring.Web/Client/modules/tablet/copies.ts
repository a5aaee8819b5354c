/** Sealed copies of what was seen, to be opened when the server is away. */
import type { Keys } from "./keys";
import { seal, unseal, type Sealed } from "./sealing";
import { get, put } from "./store";

type Copy = Sealed & { readonly address: string; readonly at: number; readonly headers: readonly (readonly [string, string])[] };

const carried = ["content-type", "content-security-policy", "x-content-type-options", "referrer-policy", "cross-origin-opener-policy"];

/** @param now by the server's clock, like every time that is shown. */
export async function keepCopy(keys: Keys, address: string, answer: Response, now: number): Promise<void> {
  const headers = carried.flatMap(name => { const value = answer.headers.get(name); return value ? [[name, value] as const] : []; });
  await put("pages", { address, at: now, headers, ...await seal(keys.pages, await answer.text(), address) });
}

export async function ageOfCopy(address: string, now: number): Promise<number> {
  const copy = await get<Copy>("pages", address);
  return copy ? now - copy.at : Number.POSITIVE_INFINITY;
}

/** The copy as an answer. A page says when it was seen, and its forms carry new ids: each use of it is another entry. */
export async function openCopy(keys: Keys, address: string): Promise<Response | undefined> {
  const copy = await get<Copy>("pages", address);
  const text = copy && await unseal(keys.pages, copy, address);
  if (!copy || text === undefined) return undefined;
  const page = text
    .replace("<head>", `<head><meta name="kept-at" content="${new Date(copy.at).toISOString()}">`)
    .replace(/(name="[^"]*EventId" value=")[0-9a-f-]{36}"/g, (_, name: string) => `${name}${crypto.randomUUID()}"`);
  return new Response(page, { headers: copy.headers.map(([name, value]) => [name, value] as [string, string]) });
}
