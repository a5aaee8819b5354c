/** AES-GCM over text. The key can not be read out of the browser; what it sealed opens only in its own place. */
export type Sealed = { readonly iv: Uint8Array<ArrayBuffer>; readonly data: ArrayBuffer };

const bytes = (text: string) => new TextEncoder().encode(text);

export function keyOf(base64: string): Promise<CryptoKey> {
  const raw = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));
  return crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
}

export async function seal(key: CryptoKey, text: string, place: string): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, data: await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: bytes(place) }, key, bytes(text)) };
}

/** Nothing when it was sealed with another key, or belongs elsewhere. */
export async function unseal(key: CryptoKey, { iv, data }: Sealed, place: string): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData: bytes(place) }, key, data));
  } catch {
    return undefined;
  }
}
