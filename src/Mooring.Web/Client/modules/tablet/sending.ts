/** Sends one form as the browser would have, so that the answer can be told apart. Used at the first try and at every later one. */
export type Sent =
  | { readonly kind: "taken"; readonly next: string }
  | { readonly kind: "answered"; readonly answer: Response }
  | { readonly kind: "stale" }
  | { readonly kind: "ended" }
  | { readonly kind: "away" };

/** @param enteredAt none at the first try: then it is entered as it arrives. */
export async function send(path: string, id: string, enteredAt: string | undefined, fields: readonly (readonly [string, string])[], token: string, patience = 8000): Promise<Sent> {
  const body = new URLSearchParams(fields.map(([name, value]) => [name, value]));
  body.set("__RequestVerificationToken", token);
  const headers = { "Mooring-Entry": id, ...enteredAt && { "Mooring-Entered-At": enteredAt } };
  const answer = await fetch(path, { method: "POST", body, headers, redirect: "manual", cache: "no-store", signal: AbortSignal.timeout(patience) }).catch(() => undefined);
  if (!answer || answer.status >= 500 || answer.status === 429 || answer.type === "opaqueredirect") return { kind: "away" };
  if (answer.status === 401) return { kind: "ended" };
  const next = answer.headers.get("Mooring-Then");
  if (answer.ok && next) return { kind: "taken", next };
  return answer.status === 400 ? { kind: "stale" } : { kind: "answered", answer };
}
